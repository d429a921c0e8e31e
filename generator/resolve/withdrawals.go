package resolve

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/source"
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
		r.checkDigestStood("withdrawal", w.Date, d)
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
		// What is said in the morning of one zone can be taken back on the day before, by that of another.
		if s.Basis == dossier.Said && edtf.SurelyBefore(w.Date.Date, s.When) {
			r.notYet("withdrawal", w.Date, d, fmt.Sprintf("the statement, which is of %s", s.When), dated(s))
		} else {
			r.checkDigestStood("withdrawal", w.Date, d)
		}
	}
	r.archive.Corrections = append(r.archive.Corrections, line)
	if r.archive.Withdrawals == nil {
		r.archive.Withdrawals = map[dossier.Withdrawn]dossier.When{}
	}
	r.archive.Withdrawals[dossier.Withdrawn{Digest: d, Statement: line.Statement}] = w.Date
}

// checkDigestStood warns of a correction or withdrawal that is dated before its digest: there was nothing yet to
// correct or to withdraw.
func (r *resolution) checkDigestStood(what string, of dossier.When, d *dossier.Digest) {
	if edtf.EndsBefore(of.Date, d.When) {
		r.notYet(what, of, d, fmt.Sprintf("its digest, which is of %s", d.When), d.Meta.Date.At.In(d.Path))
	}
}

func (r *resolution) notYet(what string, of dossier.When, d *dossier.Digest, before string, other source.Span) {
	r.report.warn(what+"-too-early", of.At.In(d.Path), fmt.Sprintf("the %s is dated %s, before %s", what, of.Date, before),
		fmt.Sprintf("write the day of the %s, or correct the other date", what), diag.Related{At: other, Text: "the other date"})
}

// keepLedger lists corrections and withdrawals, the newest first, and of one
// date the older digest first; of that its withdrawals, in the order of its statements, before its corrections.
func (r *resolution) keepLedger() {
	for _, d := range r.archive.Digests {
		for _, c := range d.Meta.Corrections {
			r.checkDigestStood("correction", c.Date, d)
			line := &dossier.Correction{Digest: d, Date: c.Date, Text: c.Text}
			if c.Statement != "" {
				line.Statement = r.statement(dossier.NewRef("", c.Statement, "", c.StatementAt), d)
			}
			r.archive.Corrections = append(r.archive.Corrections, line)
		}
	}
	for _, c := range r.archive.Corrections {
		c.Entered = entered(c)
	}
	slices.SortStableFunc(r.archive.Corrections, func(a, b *dossier.Correction) int {
		return cmp.Or(edtf.Compare(b.Entered, a.Entered), cmp.Compare(a.Digest.Index, b.Digest.Index), cmp.Compare(place(a), place(b)))
	})
}

// place is where in its digest stands what was withdrawn: its order does not hang on that of the keys in front matter,
// which a file that is written anew does not keep.
func place(c *dossier.Correction) int {
	switch {
	case !c.Withdrawn:
		return math.MaxInt32
	case c.Statement == nil:
		return -1
	}
	return int(c.Statement.At.Start)
}

// entered is when a line came into the ledger, as far as files say: a
// withdrawal without a date when its digest was last changed, else when it
// was made.
func entered(c *dossier.Correction) edtf.Date {
	return cmp.Or(c.Date.Date, c.Digest.Meta.LastMod.Date, c.Digest.When)
}
