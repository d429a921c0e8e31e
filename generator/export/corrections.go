package export

// corrections writes the ledger. A digest that was withdrawn is one line of it, whatever statements it has.
func (a *archive) corrections(r *record) error {
	for _, c := range a.Corrections {
		kind, id, route := "correction", "", c.Digest.Route()
		if c.Withdrawn {
			kind = "withdrawal"
		}
		if c.Statement != nil {
			id, route = c.Statement.Key(), c.Statement.Route(a.Site.StatementPages)
		}
		r.row()
		r.word("kind", kind)
		r.word("digest", c.Digest.Slug)
		r.word("statement", id)
		r.url("url", a, route)
		r.word("date", c.Date.String())
		r.text("text", c.Text)
		r.endRow()
	}
	return r.end()
}
