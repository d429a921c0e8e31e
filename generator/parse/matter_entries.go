package parse

import (
	"cmp"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

var sourceFields = []field[dossier.Source]{
	{"id", func(r *reader, s *dossier.Source, v *value) { s.ID = r.id(v) }},
	{"title", func(r *reader, s *dossier.Source, v *value) { s.Title = r.name(v).Value }},
	{"publisher", func(r *reader, s *dossier.Source, v *value) { s.Publisher = r.name(v).Value }},
	{"credit", func(r *reader, s *dossier.Source, v *value) { s.Credit = r.text(v) }},
	{"author", func(r *reader, s *dossier.Source, v *value) { s.Author = r.text(v) }},
	{"date", func(r *reader, s *dossier.Source, v *value) { s.Date = r.date(v) }},
	{"url", func(r *reader, s *dossier.Source, v *value) { s.URL = r.address(v) }},
	{"archived", func(r *reader, s *dossier.Source, v *value) { s.Archived = r.address(v) }},
	{"accessed", func(r *reader, s *dossier.Source, v *value) { s.Accessed = r.date(v) }},
	{"text", func(r *reader, s *dossier.Source, v *value) { s.Text, s.TextAt = r.file(v), r.at(v) }},
	{"lang", func(r *reader, s *dossier.Source, v *value) { s.Lang = r.language(v) }},
}

// sources reads the articles digested. One written as text alone is its title.
func (r *reader) sources(v *value) {
	r.each(v, func(item *value) {
		s := dossier.Source{At: r.at(item)}
		if item.form == formText {
			s.Title = r.name(item).Value
		} else {
			read(r, item, &s, sourceFields, nil)
			r.empty(item, "title", "publisher", "url")
		}
		r.uniqueSource(&s)
		r.doc.Meta.Sources = append(r.doc.Meta.Sources, s)
	})
}

// uniqueSource reports an id that an earlier source has.
func (r *reader) uniqueSource(s *dossier.Source) {
	if s.ID == "" {
		return
	}
	for i := range r.doc.Meta.Sources {
		first := &r.doc.Meta.Sources[i]
		if first.ID != s.ID {
			continue
		}
		r.addAt(diag.Error, "duplicate-source", s.At, "two sources have the id "+quoted(s.ID), "give one of them another id")
		p := &r.doc.Problems[len(r.doc.Problems)-1]
		p.Related = append(p.Related, diag.Related{At: first.At.In(r.doc.Path), Text: "the first is here"})
		return
	}
}

var deedFields = []field[dossier.Deed]{
	{"act", func(r *reader, d *dossier.Deed, v *value) {
		d.Act = dossier.DeedByName(r.word(v, "unknown-deed", deedNames))
	}},
	{"by", func(r *reader, d *dossier.Deed, v *value) { d.By = r.refs(v) }},
	{"to", func(r *reader, d *dossier.Deed, v *value) { d.To = r.refs(v) }},
	{"with", func(r *reader, d *dossier.Deed, v *value) { d.With = r.refs(v) }},
	{"date", func(r *reader, d *dossier.Deed, v *value) { d.Date = r.date(v) }},
	{"text", func(r *reader, d *dossier.Deed, v *value) { d.Text = r.text(v) }},
	{"yes", func(r *reader, d *dossier.Deed, v *value) { d.Yes = r.refs(v) }},
	{"no", func(r *reader, d *dossier.Deed, v *value) { d.No = r.refs(v) }},
	{"abstain", func(r *reader, d *dossier.Deed, v *value) { d.Abstain = r.refs(v) }},
}

var deedNames = func() []string {
	all := make([]string, len(dossier.Deeds))
	for i := range dossier.Deeds {
		all[i] = dossier.Deeds[i].Name
	}
	return all
}()

// events reads deeds. One without an act that is known is reported and left out.
func (r *reader) events(v *value) {
	r.each(v, func(item *value) {
		d := dossier.Deed{At: r.at(item)}
		read(r, item, &d, deedFields, nil)
		if d.Act != nil {
			r.meagre(item, &d)
			r.doc.Meta.Events = append(r.doc.Meta.Events, d)
		} else if lacks(item, "act") {
			r.fault(item, "missing-deed", "this event has no act", "write act: "+oneOf(deedNames))
		}
	})
}

var amendmentFields = []field[dossier.Amendment]{
	{"date", func(r *reader, a *dossier.Amendment, v *value) { a.Date = r.date(v) }},
	{"text", func(r *reader, a *dossier.Amendment, v *value) { a.Text = r.text(v) }},
	{"statement", func(r *reader, a *dossier.Amendment, v *value) {
		a.Statement, a.StatementAt = r.statementName(v), r.at(v)
	}},
}

// corrections reads what was wrong and is now right.
func (r *reader) corrections(v *value) {
	r.each(v, func(item *value) {
		var a dossier.Amendment
		if item.form == formText {
			a.Text = r.text(item)
		} else {
			read(r, item, &a, amendmentFields, nil)
		}
		const hint = "write {date: 2025-06-20, text: what was wrong and is now right}"
		switch dateless, textless := item.form == formText || lacks(item, "date"), lacks(item, "text"); {
		case dateless && textless:
			r.fault(item, "bad-correction", "a correction needs a date and a text", hint)
		case dateless:
			r.fault(item, "bad-correction", "this correction has no date", hint)
		case textless && a.Date.Set: // a date that is none was reported, and may be the text
			r.fault(item, "bad-correction", "this correction has no text", hint)
		}
		if a.Text != "" {
			r.doc.Meta.Corrections = append(r.doc.Meta.Corrections, a)
		}
	})
}

var withdrawalFields = []field[dossier.Withdrawal]{
	{"date", func(r *reader, w *dossier.Withdrawal, v *value) { w.Date = r.date(v) }},
	{"reason", func(r *reader, w *dossier.Withdrawal, v *value) { w.Reason = r.text(v) }},
}

// withdrawn reads why, and maybe when, the digest was taken back, or that of each statement. A table with a date and a
// reason is of the digest: no statement's withdrawal says both so.
func (r *reader) withdrawn(v *value) {
	if v.form != formTable || !lacks(v, "date") && !lacks(v, "reason") {
		r.withdrawal("", v, v.start, v.end)
		return
	}
	r.ofStatements(v, func(id string, p *pair) { r.withdrawal(id, &p.value, p.start, p.end) })
}

// ofStatements calls do for each pair of a table whose keys are ids of statements, with or without ^. The empty one would be
// of the whole digest.
func (r *reader) ofStatements(v *value, do func(id string, p *pair)) {
	bare := func(key string) string { return strings.TrimPrefix(key, "^") }
	for p := range r.once(v, bare) {
		if id := bare(p.key); id != "" {
			do(id, p)
		} else {
			r.add(diag.Error, "missing-id", p.start, p.end, "an entry without the id of a statement", "write the id that stands behind ^ in its attribution")
		}
	}
}

// withdrawal adds one: a reason, or a date and a reason. Without a reason there would be nothing to show in
// place of the words, so it is required.
func (r *reader) withdrawal(id string, v *value, start, end int) {
	w := dossier.Withdrawal{ID: id, At: place(start, end)}
	switch v.form {
	case formText:
		w.Reason = r.text(v)
	case formTable:
		read(r, v, &w, withdrawalFields, nil)
	}
	day := w.Date.Date.String()
	if _, err := edtf.Parse(w.Reason); err == nil {
		day, w.Reason = w.Reason, "" // a date says when, not why
	} else if !w.Date.Set {
		day = "2025-06-20"
	}
	if w.Reason == "" {
		written := "{date: " + day + ", reason: the source took the report back}"
		r.add(diag.Error, "missing-reason", start, end, "withdrawn must say why",
			"write withdrawn: "+written+", which takes back the digest; or of a statement by its id withdrawn: {"+cmp.Or(id, "the-id")+": "+written+"}")
		return
	}
	r.doc.Meta.Withdrawn = append(r.doc.Meta.Withdrawn, w)
}

// recorded reads the day on which the digest was first in the archive, or one for each statement.
func (r *reader) recorded(v *value) {
	if v.form != formTable {
		r.recording("", v)
		return
	}
	r.ofStatements(v, func(id string, p *pair) { r.recording(id, &p.value) })
}

func (r *reader) recording(id string, v *value) {
	if day := r.day(v); day.Set {
		r.doc.Meta.Recorded = append(r.doc.Meta.Recorded, dossier.Recording{ID: id, Day: day})
	}
}
