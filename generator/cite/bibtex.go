package cite

import (
	"strconv"
	"strings"
)

// AppendBibTeX appends an entry for BibTeX and BibLaTeX, with a line end.
func (it *Item) AppendBibTeX(out []byte) []byte {
	w := bibWriter{appendBibKey(append(out, "@misc{"...), it.Key)}
	w.authors(it.Authors)
	w.literal("title", it.Title)
	if it.Kind == Article {
		w.literal("organization", it.Site)
	} else {
		w.literal("howpublished", it.Site)
		w.literal("organization", it.publisher())
	}
	w.issued(it)
	if it.URL != "" {
		w.field("url", bibURL.Replace(it.URL))
	}
	if !it.Accessed.IsZero() {
		w.field("urldate", it.Accessed.String())
	}
	if it.Lang != "" {
		w.field("langid", bibText.Replace(it.Lang))
	}
	note := it.note()
	if it.Archived != "" {
		note = strings.TrimPrefix(note+". Archived at "+it.Archived, ". ")
	}
	if note != "" {
		w.field("note", bibText.Replace(note))
	}
	return append(w.out, "\n}\n"...)
}

type bibWriter struct{ out []byte }

func (w *bibWriter) field(name, value string) {
	w.out = append(append(append(append(append(w.out, ",\n  "...), name...), " = {"...), value...), '}')
}

// literal writes a text in two pairs of braces, which keep capitals, and a name whole.
func (w *bibWriter) literal(name, text string) {
	if text != "" {
		w.field(name, "{"+bibText.Replace(text)+"}")
	}
}

func (w *bibWriter) authors(names []Name) {
	if len(names) == 0 {
		return
	}
	var list strings.Builder
	for i, n := range names {
		if i > 0 {
			list.WriteString(" and ")
		}
		switch {
		case !n.parted():
			list.WriteString("{" + bibText.Replace(n.Whole) + "}")
		case n.Given == "":
			list.WriteString("{" + bibText.Replace(n.Family) + "}")
		default:
			list.WriteString("{" + bibText.Replace(n.Family) + "}, {" + bibText.Replace(n.Given) + "}")
		}
	}
	w.field("author", list.String())
}

// issued writes a date for both programs: BibLaTeX reads date, which is vague as EDTF is,
// BibTeX the year, which is in words where it is not sure. An open date is in words alone:
// not every reader of BibLaTeX knows its form.
func (w *bibWriter) issued(it *Item) {
	d := it.Issued
	switch {
	case d.IsZero():
		return
	case plain(d):
		c := d.Listed()
		w.field("year", strconv.Itoa(c.Year))
		if c.Month > 0 {
			w.field("month", strconv.Itoa(c.Month))
		}
	default:
		w.field("year", string(appendDate(nil, chicago, d)))
	}
	if _, openStart, openEnd := d.Interval(); openStart || openEnd {
		return
	}
	day, _, _ := strings.Cut(d.String(), "T")
	w.field("date", day)
}

// bibText writes text so that TeX sets it as it is. BibTeX counts braces behind a backslash
// too, so none stands in a text.
var bibText = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `$`, `\$`, `&`, `\&`, `%`, `\%`, `#`, `\#`, `_`, `\_`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`, "\n", " ", "\r", " ",
)

// bibURL keeps an address from ending its field.
var bibURL = strings.NewReplacer(`{`, `%7B`, `}`, `%7D`, `\`, `%5C`, " ", "%20", "\n", "")

// appendBibKey appends a key that BibTeX takes: its letters are Latin, others are written by their
// numbers between signs that no slug has.
func appendBibKey(out []byte, key string) []byte {
	for _, r := range key {
		if r <= 'z' {
			out = append(out, byte(r))
		} else {
			out = append(strconv.AppendInt(append(out, '_'), int64(r), 16), '_')
		}
	}
	return out
}
