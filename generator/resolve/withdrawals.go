package resolve

import (
	"cmp"
	"slices"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// withdraw marks what was taken back, before anything is counted. A digest that
// is withdrawn as a whole takes its statements and events with it.
func (r *resolution) withdraw() {
	for _, d := range r.archive.Digests {
		for _, w := range d.Meta.Withdrawn {
			r.withdrawOne(d, w)
		}
		if d.Withdrawn == "" {
			continue
		}
		d.Events = nil
		for _, s := range d.Statements {
			s.Withdrawn = cmp.Or(s.Withdrawn, d.Withdrawn)
		}
	}
	r.archive.Events = slices.DeleteFunc(r.archive.Events, func(ev *dossier.Event) bool { return ev.Digest.Withdrawn != "" })
}

func (r *resolution) withdrawOne(d *dossier.Digest, w dossier.Withdrawal) {
	line := &dossier.Correction{Digest: d, Date: w.Date, Text: w.Reason, Withdrawn: true}
	reason := cmp.Or(w.Reason, "withdrawn")
	if w.ID == "" {
		d.Withdrawn = reason
	} else {
		s := r.library.statement(d, w.ID)
		if s == nil {
			text, hint := r.noStatement(dossier.NewRef("", w.ID, "", w.At), d)
			if w.ID == "date" || w.ID == "reason" { // keys of a withdrawal, one without the other
				hint = "to withdraw the digest, write withdrawn: {date: 2025-06-20, reason: the source took the report back}, or the reason alone, without a key"
			}
			r.report.error("no-such-statement", w.At.In(d.Path), text, hint)
			return
		}
		s.Withdrawn = reason
		line.Statement = s
	}
	r.archive.Corrections = append(r.archive.Corrections, line)
}

// keepLedger lists corrections and withdrawals, the newest first, and of one
// date the older digest first.
func (r *resolution) keepLedger() {
	for _, d := range r.archive.Digests {
		for _, c := range d.Meta.Corrections {
			r.archive.Corrections = append(r.archive.Corrections, &dossier.Correction{Digest: d, Date: c.Date, Text: c.Text})
		}
	}
	for _, c := range r.archive.Corrections {
		c.Entered = entered(c)
	}
	slices.SortStableFunc(r.archive.Corrections, func(a, b *dossier.Correction) int {
		return cmp.Or(edtf.Compare(b.Entered, a.Entered), cmp.Compare(a.Digest.Index, b.Digest.Index))
	})
}

// entered is when a line came into the ledger, as far as files say: a
// withdrawal without a date when its digest was last changed, else when it
// was made.
func entered(c *dossier.Correction) edtf.Date {
	switch {
	case c.Date.Set:
		return c.Date.Date
	case c.Digest.Meta.LastMod.Set:
		return c.Digest.Meta.LastMod.Date
	}
	return c.Digest.When
}
