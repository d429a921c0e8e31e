package page

import "demarche/generator/dossier"

// corrections is the ledger of corrections and withdrawals.
func (p *Plan) corrections(e entry) View {
	all := p.archive.Corrections
	from, to := window(len(all), int(e.number))
	view := Corrections{
		Crumbs: p.crumbs(p.locale.Text("Corrections")),
		Pager:  p.pager("/corrections/", int(e.number), len(all)),
	}
	for _, c := range all[len(all)-to : len(all)-from] { // newest first, unlike other lists
		view.Entries = append(view.Entries, p.correction(c))
	}
	title := p.locale.Text("Corrections")
	h := p.head(e, "website", p.titled(title, view.Pager), p.locale.Text("What was wrong in this record, and what was withdrawn."))
	return View{Head: p.feed(h, "/corrections/", title), Main: view}
}

// correction is a line of the ledger, or of the corrections of a digest.
func (p *Plan) correction(c *dossier.Correction) Correction {
	line := Correction{
		Digest:    p.digestLink(c.Digest),
		Date:      p.fullDate(c.Date.Date),
		Text:      c.Text,
		Withdrawn: c.Withdrawn,
	}
	if c.Statement != nil {
		line.Statement = new(p.reference(c.Statement))
	}
	return line
}

// addCorrections adds what was corrected in the statement, and where its digest tells of other corrections that may concern it.
func (p *Plan) addCorrections(view *Statement, s *dossier.Statement) {
	on := func(c *dossier.Correction) Link {
		return Link{Label: p.fullDate(c.Entered).Label, Href: p.digestHref(s.Digest) + "#__corrections"}
	}
	for _, c := range p.ledger()[s.Digest] {
		switch {
		case c.Withdrawn:
		case c.Statement == s:
			view.Corrections = append(view.Corrections, StatementCorrection{on(c), c.Text})
		case c.Statement == nil && view.Corrected.Href == "":
			view.Corrected = on(c)
		}
	}
}

// correctionsByDigest are the lines of the ledger about each digest.
func correctionsByDigest(ledger []*dossier.Correction) map[*dossier.Digest][]*dossier.Correction {
	byDigest := map[*dossier.Digest][]*dossier.Correction{}
	for _, c := range ledger {
		byDigest[c.Digest] = append(byDigest[c.Digest], c)
	}
	return byDigest
}
