package page

import "demarche/generator/dossier"

// references are statements, each in one line.
func (p *Plan) references(statements []*dossier.Statement) []Reference {
	if len(statements) == 0 {
		return nil
	}
	references := make([]Reference, len(statements))
	for i, s := range statements {
		references[i] = p.reference(s)
	}
	return references
}

// reference is a statement in one line.
func (p *Plan) reference(s *dossier.Statement) Reference {
	r := Reference{Href: p.statementHref(s), Who: p.who(s), Date: p.statementDate(s)}
	if s.Withdrawn != "" {
		r.Withdrawn = true
		return r
	}
	r.Words, r.Lang = p.quoted(s, wordsLength), p.foreign(s.Lang)
	return r
}

// asText is a reference as text: “I may do it.” — Rufus T. Firefly, 18 June 2025.
func (p *Plan) asText(r Reference) string {
	line := r.Who
	if r.Date.Label != "" {
		line += p.phrases.comma + r.Date.Label
	}
	if r.Words == "" {
		return line
	}
	return p.put("{} — {} [words, who said them]", r.Words, line)
}
