package cite

import (
	"strconv"

	"demarche/generator/edtf"
)

// AppendRIS appends a record in RIS, which Zotero, EndNote and Mendeley read, with a line end.
func (it *Item) AppendRIS(out []byte) []byte {
	w := risWriter{out}
	w.line("TY", [...]string{Webpage: "ELEC", Statement: "ELEC", Dataset: "DATA", Article: "NEWS"}[it.Kind])
	for _, n := range it.Authors {
		w.line("AU", n.Sorted())
	}
	w.line("TI", it.Title)
	w.line("T2", it.Site)
	w.line("PB", it.publisher())
	w.issued(it.Issued)
	w.line("UR", it.URL)
	w.line("LA", it.Lang)
	w.line("N1", it.note())
	w.line("ID", it.Key)
	return append(w.out, "ER  - \n"...)
}

type risWriter struct{ out []byte }

// line writes a field; in its value no two spaces stand beside each other, so that none looks like a tag.
func (w *risWriter) line(tag, value string) {
	if value != "" {
		w.out = append(append(w.out, tag...), "  - "...)
		w.out = append(appendLine(w.out, value), '\n')
	}
}

// issued writes a year, and a day with, where it is vague, words behind it, for which the format has a place. An open
// date is these words alone: its one end is not when it was.
func (w *risWriter) issued(d edtf.Date) {
	if d.IsZero() {
		return
	}
	c := d.Listed()
	_, openStart, openEnd := d.Interval()
	known := d.Precision() != edtf.Decade && c.Year > 0 && !openStart && !openEnd
	if known {
		w.line("PY", strconv.Itoa(c.Year))
	}
	w.out = append(w.out, "DA  - "...)
	for _, part := range []int{c.Year, c.Month, c.Day} {
		if known && part > 0 {
			if part < 10 {
				w.out = append(w.out, '0')
			}
			w.out = strconv.AppendInt(w.out, int64(part), 10)
		}
		w.out = append(w.out, '/')
	}
	if !plain(d) {
		w.out = appendDate(w.out, mla, d)
	}
	w.out = append(w.out, '\n')
}
