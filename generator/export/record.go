package export

import (
	"io"
	"iter"
	"strconv"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/escape"
	"demarche/generator/page"
)

// record writes the rows of a data file, each one field after the other: as objects in an array of
// JSON, one to a line, or as lines of CSV. There an object within a row is spread out, and a list is one cell.
type record struct {
	*sheet
	table bool // whether it is CSV
	rows  bool // whether a row stands before the next
	more  bool // whether something stands before the next field or entry
}

// newArray begins a file of JSON; end must follow.
func newArray(w io.Writer) *record {
	r := &record{sheet: newSheet(w)}
	r.out = append(r.out, '[')
	return r
}

// newTable begins a file of CSV with the names of its columns; end must follow.
func newTable(w io.Writer, columns []page.Column) *record {
	r := &record{sheet: newSheet(w), table: true}
	r.row()
	for _, column := range columns {
		r.word("", column.Name)
	}
	r.endRow()
	return r
}

// records are the files of the same records, in JSON and as a table.
func records(name string, columns []page.Column, write func(*archive, *record) error) func(*archive, iter.Seq[string]) []Export {
	return func(a *archive, _ iter.Seq[string]) []Export {
		return []Export{
			{"/data/" + name + ".json", func(w io.Writer) error { return write(a, newArray(w)) }},
			{"/data/" + name + ".csv", func(w io.Writer) error { return write(a, newTable(w, columns)) }},
		}
	}
}

// row begins another row; endRow must follow.
func (r *record) row() {
	if !r.table {
		if r.rows {
			r.out = append(r.out, ',')
		}
		r.out = append(r.out, "\n{"...)
	}
	r.rows, r.more = true, false
}

func (r *record) endRow() {
	last := byte('}')
	if r.table {
		last = '\n'
	}
	r.out = append(r.out, last)
	r.pass()
}

// end ends the file. Whatever could not be written is its error.
func (r *record) end() error {
	if !r.table {
		r.out = append(r.out, "\n]\n"...)
	}
	return r.sheet.end()
}

// key begins a field, or with name "" an entry of a list.
func (r *record) key(name string) {
	if r.more {
		r.out = append(r.out, ',')
	}
	if name != "" && !r.table {
		r.out = append(append(append(r.out, '"'), name...), `":`...)
	}
	r.more = true
}

// word writes a field of letters, digits and what stands in dates, such as a slug, a date or a code: no
// format takes any of it for something else.
func (r *record) word(name, text string) {
	r.key(name)
	if r.table {
		r.out = append(r.out, text...)
		return
	}
	r.out = append(append(append(r.out, '"'), text...), '"')
}

// day writes a day as ISO 8601 has it, "" for an open side.
func (r *record) day(name string, c edtf.Civil) {
	var room [16]byte
	r.word(name, string(appendDay(room[:0], c)))
}

// words writes a field that is a list of words.
func words[T any](r *record, name string, values []T, word func(T) string) {
	if !r.table {
		r.open(name, '[')
		for _, v := range values {
			r.word("", word(v))
		}
		r.shut(']')
		return
	}
	r.key(name)
	for i, v := range values {
		if i > 0 {
			r.out = append(r.out, between...)
		}
		r.out = append(r.out, word(v)...)
	}
}

func (r *record) actors(name string, all []*dossier.Actor) {
	words(r, name, all, func(x *dossier.Actor) string { return x.Slug })
}

func (r *record) topics(name string, all []*dossier.Topic) {
	words(r, name, all, func(t *dossier.Topic) string { return t.Slug })
}

func (r *record) statements(name string, all []*dossier.Statement) {
	words(r, name, all, (*dossier.Statement).Key)
}

// text writes a field that is any text.
func (r *record) text(name, text string) {
	if r.table {
		r.key(name)
		r.out = appendCell(r.out, harmless(text))
		return
	}
	r.begin(name)
	r.out = escape.JSON.Append(r.out, text)
	r.finish()
}

// rare writes a field that few records have by one of the above: JSON has none of it where there is nothing to say.
func (r *record) rare(write func(name, text string), name, text string) {
	if text != "" || r.table {
		write(name, text)
	}
}

// begin begins a text of JSON, which is appended as it is escaped; finish must follow.
func (r *record) begin(name string) {
	r.key(name)
	r.out = append(r.out, '"')
}

func (r *record) finish() { r.out = append(r.out, '"') }

// url writes the address of a route on the published site, under its base path.
func (r *record) url(name string, a *archive, route string) {
	if r.table {
		r.text(name, url(a, route))
		return
	}
	r.begin(name)
	r.out = escape.JSON.Append(escape.JSON.Append(r.out, a.Site.BasePath), page.Href("", route))
	r.finish()
}

// open begins an object or a list within a row, which a table does not tell; shut must follow.
func (r *record) open(name string, bracket byte) {
	if !r.table {
		r.key(name)
		r.out = append(r.out, bracket)
		r.more = false
	}
}

func (r *record) shut(bracket byte) {
	if !r.table {
		r.out = append(r.out, bracket)
		r.more = true
	}
}

// number writes a field that is a number.
func (r *record) number(name string, n int) {
	r.key(name)
	r.out = strconv.AppendInt(r.out, int64(n), 10)
}
