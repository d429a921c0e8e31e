package intake

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"maps"
	"strconv"
	"strings"
	"unicode/utf8"

	"demarche/generator/edtf"
	"demarche/generator/slug"
)

// CSV makes digests of a table whose first row names its columns: one of a timeline, such as TimelineJS's
// spreadsheet, one of quotations, or statements.csv. Rows of one digest, or with the
// same date, title and address, are one. A row with words and a speaker is a
// statement. Columns that are not known are kept.
func CSV(text []byte) (Draft, error) {
	text, err := inUTF8(text, "the table")
	if err != nil {
		return Draft{}, err
	}
	if (bytes.HasPrefix(text, []byte("{")) || bytes.HasPrefix(text, []byte("["))) && json.Valid(text) {
		return Draft{}, errors.New("this is JSON, and no table: import timelinejs reads a timeline, and import data the folder of a published record")
	}
	cells, err := newCells(string(legible(text)))
	if err != nil {
		return Draft{}, err
	}
	if len(cells.rows) == 0 {
		return Draft{}, errors.New("the table has no first row")
	}
	if err := cells.tooMuch(); err != nil {
		return Draft{}, err
	}
	t := table{shelf: newShelf(), cells: cells, headings: map[string]string{}, digests: map[string]*digest{}, met: map[string]int{}, strange: map[int]bool{}}
	if err := t.readHead(cells.rows[0], cells.lines[0]); err != nil {
		return Draft{}, err
	}
	if t.isRecord {
		t.note("line "+strconv.Itoa(cells.lines[0]), "run import data DIR instead, with the folder that has it: it takes the titles of digests, actors, events and corrections, too",
			"the table is the statements.csv of a site of Demarche’s")
	}
	for i, row := range cells.rows[1:] {
		t.row(row, cells.lines[i+1])
	}
	t.tellJoined()
	said := 0
	for _, key := range t.order {
		d := t.digests[key]
		said += len(d.said)
		d.Draft = d.speechless && len(d.said) == 0 && d.prose() == ""
		t.shelf.digest(d)
	}
	draft := t.draft()
	if said == 0 {
		draft.Doubt = t.doubt()
	}
	return draft, nil
}

type table struct {
	*shelf
	cells    *cells
	isRecord bool              // statements.csv, whose "url" is its own page and whose "text" are the words
	columns  []string          // what each column is, "" where that is not known
	names    []string          // as written
	headings map[string]string // as written, by what each column is
	digests  map[string]*digest
	order    []string       // keys of digests
	met      map[string]int // names of actors, each with its first line
	strange  map[int]bool   // columns that are not understood and hold something
}

// row adds a row to its digest.
func (t *table) row(row []string, line int) {
	where := "line " + strconv.Itoa(line)
	t.looksTwice(row, line)
	cell, others := t.named(row)
	if len(cell)+len(others) == 0 {
		return
	}
	t.meet(cell, line)
	others = append(others, t.wordsOf(cell)...)
	if t.isRecord && cell["withdrawn"] != "" && cell["words"] == "" && !t.withdrawnRow(cell, where) {
		return
	}
	if strings.EqualFold(cell["type"], "title") && cell["date"]+cell["year"]+cell["words"] == "" {
		t.title(cell, others)
		return
	}
	date, unread := t.date(cell, where)
	d := t.digestOf(cell, date+unread, date, where)
	if unread != "" && cell["words"] != "" {
		d.keepOf("date", cell["words"], unread)
	} else if unread != "" {
		d.keep("date as written", unread)
	}
	t.fill(d, cell, where)
	for _, x := range others {
		d.keep(x.name, x.value)
	}
	t.keepAll(d, cell, t.unsaid(cell, date))
	source := articleOf(d, cell)
	if cell["words"] != "" {
		t.quotation(d, cell, date, source, where)
		return
	}
	t.wordlessRow(d, cell, date, where)
}

// looksTwice tells of a row with more cells than columns, or whose quotation marks may have taken in what is another's.
func (t *table) looksTwice(row []string, line int) {
	if n := len(t.columns); len(row) > n && strings.Join(row[n:], "") != "" {
		t.note("line "+strconv.Itoa(line), "put quotation marks around a cell that holds what parts cells", "the row has %d cells, and the first row names %d", len(row), n)
	}
	for _, value := range row {
		if t.cells.bare && strings.HasPrefix(value, `"`) && strings.Count(value, `"`)%2 > 0 {
			t.note("line "+strconv.Itoa(line), "see whether the row is whole", "a quotation mark opens a cell and nothing closes it; the row is read as it stands")
		}
		for i, part := range strings.Split(t.cells.rowWithin(value), t.cells.comma) {
			if i >= len(t.columns) || t.columns[i] != "date" && t.columns[i] != "year" {
				continue
			}
			if _, isDate := edtf.Try(day(strings.TrimSpace(part))); isDate {
				t.note("line "+strconv.Itoa(line), "if it is a row of its own, close the quotation mark before it", "a cell holds a line that looks like a row: %s", opening(strings.TrimSpace(value[strings.Index(value, "\n"):])))
			}
		}
	}
}

// extra is a cell that has no place of its own, by the heading of its column; several columns may have one.
type extra struct{ name, value string }

// named are the cells of a row that hold something, by what their columns are, and those of which that is not known.
func (t *table) named(row []string) (cell map[string]string, others []extra) {
	cell = map[string]string{}
	for i, value := range row {
		switch value = strings.TrimSpace(value); {
		case value == "":
		case i >= len(t.columns):
			others = append(others, extra{"column " + strconv.Itoa(i+1), value})
		case t.columns[i] == "-":
		case t.columns[i] == "":
			others = append(others, extra{t.names[i], t.unguarded(value)})
			t.strange[i] = true
		default:
			cell[t.columns[i]] = t.unguarded(value)
			if column := t.columns[i]; column == "sourcedate" || column == "accessed" || column == "recorded" {
				cell[column] = cmp.Or(edtf.InWords(value), cell[column])
			}
		}
	}
	return cell, others
}

// withdrawnRow gives a withdrawn statement of statements.csv words that stand for those that are gone, and its digest a title. It
// says whether that has an id under which it can be withdrawn.
func (t *table) withdrawnRow(cell map[string]string, where string) bool {
	if !pinned.MatchString(strings.TrimPrefix(cell["id"], cell["digest"]+"/")) {
		t.note(where, "", "a withdrawn statement without an id that could be written is left out: %s", cell["id"])
		return false
	}
	cell["words"] = goneWords(cell["form"])
	if t.digests[cell["digest"]] == nil {
		cell["title"] = cmp.Or(cell["title"], strings.ReplaceAll(cell["digest"], "-", " "))
	}
	return true
}

// wordlessRow keeps what a row without words says of a statement, in its digest.
func (t *table) wordlessRow(d *digest, cell map[string]string, date, where string) {
	if cell["speakers"]+cell["unnamed"] != "" {
		t.note(where, "write them in quote or paraphrase; a digest that says nothing else is a draft until then", "a speaker without words")
		d.speechless = true
	}
	if date != string(d.Date) {
		d.keep("date", date)
	}
	topicsOf(d, cell)
	t.keepAll(d, cell, ofStatement)
}

// unguarded takes away the apostrophe with which tables guard what a spreadsheet would take for a formula. Of several
// only statements.csv has put one there.
func (t *table) unguarded(cell string) string {
	bare := strings.TrimLeft(cell, "'")
	apostrophes := len(cell) - len(bare)
	if first, size := utf8.DecodeRuneInString(bare); apostrophes == 0 || size == 0 || !strings.ContainsRune("=+-@＝＋－＠", first) || apostrophes > 1 && !t.isRecord {
		return cell
	}
	return cell[1:]
}

// wordsOf chooses the words of a row: those that are quoted before those that may be, and these before a paraphrase.
// What is not chosen is returned, but for marks with no words in them.
func (t *table) wordsOf(cell map[string]string) (others []extra) {
	chosen := ""
	for _, column := range []string{"quote", "words", "paraphrase"} {
		switch {
		case wordless(cell[column]):
			delete(cell, column)
		case chosen == "":
			chosen = column
		default:
			others = append(others, extra{t.headings[column], cell[column]})
		}
	}
	if chosen != "" {
		cell["words"], cell["column of words"] = cell[chosen], chosen
	}
	return others
}

// title makes a page of the row that is about the whole timeline.
func (t *table) title(cell map[string]string, others []extra) {
	from := &slide{rest: map[string]any{}}
	from.Text.Headline = onlyTags(cell["title"])
	if cell["media"] != "" {
		from.Media = map[string]any{"url": cell["media"], "caption": cell["mediacaption"], "credit": cell["mediacredit"]}
	}
	var kept digest
	for _, x := range others {
		kept.keep(x.name, x.value)
	}
	maps.Copy(from.rest, kept.Params)
	for key, value := range cell {
		if !strings.HasPrefix(key, "media") && key != "title" && key != "text" && key != "type" {
			from.rest[key] = value
		}
	}
	t.titleSlide(from, t.cellText(cell["text"], "title"))
}

// digestOf is the digest of a row, a new one if it is the first of that day, as written.
func (t *table) digestOf(cell map[string]string, day, date, where string) *digest {
	key := cell["digest"]
	if key == "" {
		key = strings.Join([]string{day, cell["title"], cell["url"]}, "\n")
	}
	if d := t.digests[key]; d != nil {
		return d
	}
	d := &digest{Title: cell["title"], Date: plain(date), Slug: slug.Make(cmp.Or(cell["digest"], cell["slug"])), Summary: cell["summary"], Lang: cell["lang"]}
	if d.Title == "" {
		d.Title = firstWords(cell["text"] + " " + cell["words"])
		if d.Title == "" {
			t.note(where, "give it a title", "it has neither a title nor words in a column that is understood")
		} else {
			t.note(where, "give it a title", "it has no title; its first words stand for one: %s", d.Title)
		}
	}
	t.digests[key] = d
	t.order = append(t.order, key)
	return d
}

// fill adds to a digest what a row says of it, once however many rows do.
func (t *table) fill(d *digest, cell map[string]string, where string) {
	for _, other := range []struct{ column, has string }{{"title", d.Title}, {"summary", d.Summary}, {"lang", d.Lang}} {
		if value := cell[other.column]; value != "" && value != other.has {
			d.keep(t.headings[other.column], value)
		}
	}
	if slug.Make(cell["slug"]) != d.Slug {
		t.keepAll(d, cell, []string{"slug"})
	}
	for _, names := range []struct {
		column string
		of     *[]string
	}{{"actors", &d.Actors}, {"tags", &d.Tags}, {"codedby", &d.CodedBy}, {"reviewedby", &d.ReviewedBy}} {
		for _, name := range list(cell[names.column]) {
			if d.once(names.column, name) {
				*names.of = append(*names.of, name)
			}
		}
	}
	t.recorded(d, cell["recorded"])
	if text := cell["text"]; text != "" && d.once("text", text) {
		d.more = append(d.more, t.cellText(text, where))
	}
	if media := cell["media"]; media != "" && d.once("media", media) {
		t.media(d, map[string]any{"url": media, "caption": cell["mediacaption"], "credit": cell["mediacredit"]})
	}
	for _, column := range []string{"type", "shown"} {
		if cell[column] != "" && cell[column] != "event" {
			d.keep(column, cell[column])
		}
	}
}
