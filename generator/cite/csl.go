package cite

import (
	"strconv"
	"unicode/utf8"

	"demarche/generator/edtf"
)

// AppendCSL appends an object in the schema of CSL-JSON 1.0.2, which Zotero, pandoc and
// citeproc read; between stands between its fields: "\n  " for people, "" for programs.
// A file of CSL-JSON is an array of them.
func (it *Item) AppendCSL(out []byte, between string) []byte {
	w := cslWriter{append(out, '{'), between, true}
	w.text("id", it.Key)
	w.text("type", [...]string{Webpage: "webpage", Statement: "webpage", Dataset: "dataset", Article: "article-newspaper"}[it.Kind])
	w.text("title", it.Title)
	w.text("container-title", it.Site)
	w.authors(it.Authors)
	w.text("publisher", it.publisher())
	w.date("issued", it.Issued)
	w.date("accessed", it.Accessed)
	w.text("URL", it.URL)
	w.text("archive_location", it.Archived)
	w.text("language", it.Lang)
	w.text("note", it.note())
	if between != "" {
		w.out = append(w.out, '\n')
	}
	return append(w.out, '}')
}

// cslWriter appends the fields of an object.
type cslWriter struct {
	out     []byte
	between string
	first   bool
}

func (w *cslWriter) name(name string) {
	if !w.first {
		w.out = append(w.out, ',')
	}
	w.first = false
	w.out = append(append(append(append(w.out, w.between...), '"'), name...), `":`...)
	if w.between != "" {
		w.out = append(w.out, ' ')
	}
}

func (w *cslWriter) text(name, text string) {
	if text != "" {
		w.name(name)
		w.out = AppendString(w.out, text)
	}
}

func (w *cslWriter) authors(names []Name) {
	if len(names) == 0 {
		return
	}
	w.name("author")
	for i, n := range names {
		w.out = append(w.out, "[,"[min(i, 1)])
		if !n.parted() {
			w.out = append(AppendString(append(w.out, `{"literal":`...), n.Whole), '}')
			continue
		}
		w.out = AppendString(append(w.out, `{"family":`...), n.Family)
		if n.Given != "" {
			w.out = AppendString(append(w.out, `,"given":`...), n.Given)
		}
		w.out = append(w.out, '}')
	}
	w.out = append(w.out, ']')
}

// date writes a date or the two ends of an interval, of years, months and days as far as known.
// One that is open is only words, since the format has no form for it.
func (w *cslWriter) date(name string, d edtf.Date) {
	if d.IsZero() {
		return
	}
	w.name(name)
	is, openStart, openEnd := d.Interval()
	if openStart || openEnd {
		w.out = append(AppendString(append(w.out, `{"literal":`...), string(appendDate(nil, chicago, d))), '}')
		return
	}
	first, last := d.Sides()
	w.out = appendParts(append(w.out, `{"date-parts":[`...), first.Listed())
	switch {
	case is:
		w.out = appendParts(append(w.out, ','), lastOf(last))
	case d.Precision() == edtf.Decade:
		w.out = appendParts(append(w.out, ','), lastOf(d))
	}
	w.out = append(w.out, ']')
	if vague(d) {
		w.out = append(w.out, `,"circa":true`...)
	}
	w.out = append(w.out, '}')
}

// lastOf is the last period that a date allows.
func lastOf(d edtf.Date) edtf.Civil {
	c := d.Listed()
	if d.Precision() == edtf.Decade {
		c.Year += 9
	}
	return c
}

// appendParts appends years, months and days. Years before 1 count from -1, as in "44 BC".
func appendParts(out []byte, c edtf.Civil) []byte {
	year := c.Year
	if year <= 0 {
		year--
	}
	out = strconv.AppendInt(append(out, '['), int64(year), 10)
	if c.Month > 0 {
		out = strconv.AppendInt(append(out, ','), int64(c.Month), 10)
	}
	if c.Day > 0 {
		out = strconv.AppendInt(append(out, ','), int64(c.Day), 10)
	}
	return append(out, ']')
}

// AppendString appends a text as JSON writes it.
func AppendString(out []byte, text string) []byte {
	out = append(out, '"')
	from := 0
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf {
			if c >= ' ' && c != '"' && c != '\\' {
				i++
				continue
			}
			out = append(out, text[from:i]...)
			switch c {
			case '"', '\\':
				out = append(out, '\\', c)
			case '\n':
				out = append(out, '\\', 'n')
			case '\t':
				out = append(out, '\\', 't')
			default:
				out = append(out, '\\', 'u', '0', '0', hexDigits[c>>4], hexDigits[c&15])
			}
			i++
			from = i
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if r == utf8.RuneError && size == 1 {
			out = append(append(out, text[from:i]...), "\uFFFD"...)
			from = i + size
		}
		i += size
	}
	return append(append(out, text[from:]...), '"')
}

const hexDigits = "0123456789abcdef"
