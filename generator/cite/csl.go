package cite

import (
	"strconv"

	"demarche/generator/edtf"
	"demarche/generator/escape"
)

// AppendCSL appends an object in the schema of CSL-JSON 1.0.2, which Zotero, pandoc and
// citeproc read; between stands between its fields: "\n  " for people, "" for programs.
// A file of CSL-JSON is an array of them.
func (w *Writer) AppendCSL(out []byte, between string) []byte {
	it, o := &w.item, cslObject{append(out, '{'), between, true}
	o.text("id", w.key)
	o.name("type")
	o.out = append(append(append(o.out, '"'), [...]string{Webpage: "webpage", Statement: "webpage", Dataset: "dataset", Article: "article-newspaper"}[it.Kind]...), '"')
	o.text("title", w.title)
	o.text("container-title", w.site)
	o.authors(it.Authors)
	o.text("publisher", w.publisher)
	o.date("issued", w.issued)
	o.date("accessed", whenOf(it.Accessed))
	o.text("URL", w.url)
	if it.Archived != "" {
		o.name("archive_location")
		o.out = escape.Quote(o.out, escape.JSON, it.Archived)
	}
	o.text("language", w.lang)
	o.text("note", w.note)
	if between != "" {
		o.out = append(o.out, '\n')
	}
	return append(o.out, '}')
}

// cslObject appends the fields of an object.
type cslObject struct {
	out     []byte
	between string
	first   bool
}

func (o *cslObject) name(name string) {
	if !o.first {
		o.out = append(o.out, ',')
	}
	o.first = false
	o.out = append(append(append(append(o.out, o.between...), '"'), name...), `":`...)
	if o.between != "" {
		o.out = append(o.out, ' ')
	}
}

func (o *cslObject) text(name string, value text) {
	if !value.empty() {
		o.name(name)
		o.out = value.json(o.out)
	}
}

func (o *cslObject) authors(names []Name) {
	if len(names) == 0 {
		return
	}
	o.name("author")
	for i, n := range names {
		o.out = append(o.out, "[,"[min(i, 1)])
		if !n.parted() {
			o.out = append(escape.Quote(append(o.out, `{"literal":`...), escape.JSON, n.Whole), '}')
			continue
		}
		o.out = escape.Quote(append(o.out, `{"family":`...), escape.JSON, n.Family)
		if n.Given != "" {
			o.out = escape.Quote(append(o.out, `,"given":`...), escape.JSON, n.Given)
		}
		o.out = append(o.out, '}')
	}
	o.out = append(o.out, ']')
}

// date writes a date or the two ends of an interval, of years, months and days as far as known.
// One that is open is only words, since the format has no form for it.
func (o *cslObject) date(name string, w when) {
	if w.isZero() {
		return
	}
	o.name(name)
	if w.open() {
		o.out = append(appendDate(append(o.out, `{"literal":"`...), chicago, w, ""), `"}`...)
		return
	}
	o.out = appendParts(append(o.out, `{"date-parts":[`...), w.first.Civil)
	if w.interval || w.last.decade {
		o.out = appendParts(append(o.out, ','), w.last.end())
	}
	o.out = append(o.out, ']')
	if w.vague() {
		o.out = append(o.out, `,"circa":true`...)
	}
	o.out = append(o.out, '}')
}

// end is the last period that a moment allows.
func (m moment) end() edtf.Civil {
	c := m.Civil
	if m.decade {
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
