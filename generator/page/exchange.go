package page

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/picture"
)

// digestExchange draws who addressed whom in a digest; each arrow leads to where
// its statement stands on the page.
func (p *Plan) digestExchange(on *desk, d *dossier.Digest) *picture.Exchange {
	said := countedOf(on, d.Statements)
	slices.SortFunc(said, func(a, b *dossier.Statement) int { return cmp.Compare(a.Index, b.Index) })
	return p.exchange(on, said, nil, func(s *dossier.Statement) string { return escapePath("#" + s.ID) })
}

// threadExchange draws statements that answer each other; each arrow leads to where
// its statement stands on the page.
func (p *Plan) threadExchange(on *desk, shown []*dossier.Statement) *picture.Exchange {
	return p.exchange(on, countedOf(on, shown), nil, func(s *dossier.Statement) string { return escapePath("#" + threadID(s)) })
}

func countedOf(on *desk, statements []*dossier.Statement) []*dossier.Statement {
	of := on.statements.Take(len(statements))[:0]
	for _, s := range statements {
		if s.Counted() {
			of = append(of, s)
		}
	}
	return of
}

// dyadDrawnFrom is the number of statements from which a conversation is drawn:
// a shorter one is seen at a glance as it is.
const dyadDrawnFrom = 3

// dyadExchange draws a whole conversation; each arrow leads to its statement's own page.
func (p *Plan) dyadExchange(on *desk, d *dossier.Dyad) *picture.Exchange {
	if len(d.Statements) < dyadDrawnFrom {
		return nil
	}
	return p.exchange(on, d.Statements, []*dossier.Actor{d.A, d.B}, p.statementHref)
}

func (p *Plan) exchange(on *desk, said []*dossier.Statement, between []*dossier.Actor, href func(*dossier.Statement) string) *picture.Exchange {
	words := p.known.drawn
	words.Href = href
	return on.sheet.Exchange(said, between, &words, p.dir == "rtl")
}

// drawn is how pages write what an exchange shows, but for where it leads.
func (p *Plan) drawn() picture.Words {
	return picture.Words{
		Date:   func(s *dossier.Statement) string { return p.statementDate(s).Label },
		Period: func(c edtf.Civil) string { return p.label(civilMoment(c)) },
		Names:  p.partyNames,
		Acts:   p.actNames,
		Side:   p.sideName,
		Rows:   p.rowNumbers,
	}
}

// rowNumbers are numbers of rows in the digits of the language: "1, 3".
func (p *Plan) rowNumbers(numbers []int) string {
	var out []byte
	for i, n := range numbers {
		if i > 0 {
			out = append(out, p.phrases.comma...)
		}
		out = p.locale.AppendDigits(out, n)
	}
	return string(out)
}

// partyNames is a list of actors in words, with others or without.
func (p *Plan) partyNames(actors []*dossier.Actor, others bool) string {
	switch {
	case !others:
		return p.names(actors)
	case len(actors) == 0:
		return p.locale.Text("others", "parties")
	}
	words := make([]string, 0, len(actors)+1)
	for _, a := range actors {
		words = append(words, a.Name)
	}
	return p.locale.List(append(words, p.locale.Text("others", "parties")))
}

// actNames are the acts of a statement; the second may be nil.
func (p *Plan) actNames(first, second *dossier.Act) string {
	name := p.actTag(first).Name
	if second != nil {
		name += p.phrases.comma + p.actTag(second).Name
	}
	return name
}

// sideName is a side in one word, where several acts of that side stand together.
func (p *Plan) sideName(side dossier.Side) string {
	switch side {
	case dossier.Cooperative:
		return p.locale.Text("cooperative")
	case dossier.Conflictual:
		return p.locale.Text("conflictual")
	}
	return p.locale.Text("neither", "cooperative nor conflictual")
}
