package cite

import "strconv"

// AppendRIS appends a record in RIS, which Zotero, EndNote and Mendeley read, with a line end.
func (w *Writer) AppendRIS(out []byte) []byte {
	it := &w.item
	out = append(append(out, "TY  - "...), [...]string{Webpage: "ELEC", Statement: "ELEC", Dataset: "DATA", Article: "NEWS"}[it.Kind]...)
	out = append(out, '\n')
	for _, n := range it.Authors {
		out = n.appendRIS(out)
	}
	out = appendRISLine(out, "TI", w.title)
	out = appendRISLine(out, "T2", w.site)
	out = appendRISLine(out, "PB", w.publisher)
	out = w.issued.appendRIS(out)
	out = appendRISLine(out, "UR", w.url)
	out = appendRISLine(out, "LA", w.lang)
	out = appendRISLine(out, "N1", w.note)
	out = appendRISLine(out, "ID", w.key)
	return append(out, "ER  - \n"...)
}

// appendRISLine appends a field; in its value no two spaces stand beside each other, so that none looks like a tag.
func appendRISLine(out []byte, tag string, value text) []byte {
	if value.empty() {
		return out
	}
	out = append(append(out, tag...), "  - "...)
	return append(value.line(out), '\n')
}

// appendRIS appends an author, likewise.
func (n Name) appendRIS(out []byte) []byte {
	from := len(out)
	out = append(out, "AU  - "...)
	name := len(out)
	if out = n.appendSorted(out); len(out) == name {
		return out[:from]
	}
	return append(newText(out[name:]).line(out[:name]), '\n')
}

// appendRIS appends a year, and a day with, where it is vague, words behind it, for which the format has a place. An open
// date is these words alone: its one end is not when it was.
func (w when) appendRIS(out []byte) []byte {
	if w.isZero() {
		return out
	}
	c := w.first
	known := !c.decade && c.Year > 0 && !w.open()
	if known {
		out = append(strconv.AppendInt(append(out, "PY  - "...), int64(c.Year), 10), '\n')
	}
	out = append(out, "DA  - "...)
	for _, part := range [...]int{c.Year, c.Month, c.Day} {
		if known && part > 0 {
			if part < 10 {
				out = append(out, '0')
			}
			out = strconv.AppendInt(out, int64(part), 10)
		}
		out = append(out, '/')
	}
	if !w.plain() {
		out = appendDate(out, mla, w, "")
	}
	return append(out, '\n')
}
