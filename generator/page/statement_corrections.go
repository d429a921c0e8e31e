package page

import "demarche/generator/dossier"

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
