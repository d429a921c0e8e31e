package intake

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/slug"
)

// CSV makes digests of a table whose first row names its columns: one of a timeline, such as TimelineJS's
// spreadsheet, one of quotations, or statements.csv. Rows of one digest, or with the
// same date, title and address, are one. A row with words and a speaker is a
// statement. Columns that are not known are kept.
func CSV(text []byte) (Draft, error) {
	t := table{shelf: newShelf(), digests: map[string]*digest{}}
	reader := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	reader.FieldsPerRecord, reader.LazyQuotes = -1, true
	first, _, _ := bytes.Cut(text, []byte("\n"))
	for _, comma := range ";\t" {
		if bytes.Count(first, []byte(string(comma))) > bytes.Count(first, []byte(string(reader.Comma))) {
			reader.Comma = comma
		}
	}
	head, err := reader.Read()
	if err != nil {
		return Draft{}, fmt.Errorf("the table has no first row: %w", err)
	}
	if err := t.readHead(head); err != nil {
		return Draft{}, err
	}
	for {
		row, err := reader.Read()
		if err == io.EOF {
			break
		}
		if err != nil {
			return Draft{}, err
		}
		line, _ := reader.FieldPos(0)
		t.row(row, line)
	}
	for _, key := range t.order {
		if err := t.shelf.digest(t.digests[key]); err != nil {
			return Draft{}, err
		}
	}
	return t.draft(), nil
}

type table struct {
	*shelf
	quotes  bool     // the column of words is one of quotations, with or without marks
	columns []string // what each column is, "" where that is not known
	names   []string // as written
	digests map[string]*digest
	order   []string // keys of digests
}

// row adds a row to its digest.
func (t *table) row(row []string, line int) {
	where := "line " + strconv.Itoa(line)
	cell := map[string]string{}
	extra := map[string]string{}
	for i, value := range row {
		value = strings.TrimSpace(value)
		if value == "" || i >= len(t.columns) || t.columns[i] == "-" {
			if value != "" && i >= len(t.columns) {
				extra["column "+strconv.Itoa(i+1)] = value
			}
			continue
		}
		if rest, ok := strings.CutPrefix(value, "'"); ok && rest != "" && strings.ContainsRune("=+-@", rune(rest[0])) {
			value = rest // as tables guard what a spreadsheet would take for a formula
		}
		if column := t.columns[i]; column != "" {
			cell[column] = value
		} else {
			extra[t.names[i]] = value
		}
	}
	if len(cell)+len(extra) == 0 {
		return
	}
	if strings.EqualFold(cell["type"], "title") && cell["date"]+cell["year"]+cell["words"] == "" {
		t.title(cell, extra)
		return
	}
	date, unread := t.date(cell, where)
	d := t.digestOf(cell, date+unread, date, where)
	if unread != "" && cell["words"] != "" {
		d.keep("date of “"+firstWords(cell["words"])+"”", unread)
	} else if unread != "" {
		d.keep("date as written", unread)
	}
	for _, key := range sortedKeys(extra) {
		if d.Params[strings.ToLower(strings.TrimSpace(key))] != extra[key] {
			d.keep(key, extra[key])
		}
	}
	if words := cell["words"]; words != "" {
		t.quotation(d, cell, date, where)
	}
}

// title makes a page of the row that is about the whole timeline.
func (t *table) title(cell, extra map[string]string) {
	from := &slide{rest: map[string]any{}}
	from.Text.Headline, from.Text.Text = cell["title"], cell["text"]
	if cell["media"] != "" {
		from.Media = map[string]any{"url": cell["media"], "caption": cell["mediacaption"], "credit": cell["mediacredit"]}
	}
	for key, value := range extra {
		from.rest[strings.ToLower(key)] = value
	}
	for key, value := range cell {
		if !strings.HasPrefix(key, "media") && key != "title" && key != "text" && key != "type" {
			from.rest[key] = value
		}
	}
	if err := t.titleSlide(from); err != nil {
		t.note("title", "write content/index.md", "the row about the whole timeline could not be kept: %v", err)
	}
}

// date is the date of a row in EDTF, or what is written there and cannot be read.
func (t *table) date(cell map[string]string, where string) (date, unread string) {
	written := cell["date"]
	if cell["year"] != "" {
		s := slide{Start: slideDateOf(cell, ""), End: slideDateOf(cell, "end"), Shown: cell["shown"]}
		written, _ = s.when()
	} else if end := cell["end"]; end != "" && end != written {
		written = day(written) + "/" + day(end)
	} else {
		written = day(written)
	}
	if _, err := edtf.Parse(written); err != nil {
		written = strings.Trim(cell["date"]+"/"+cell["end"], "/")
		if cell["year"] != "" {
			written = strings.TrimRight(cell["year"]+"-"+cell["month"]+"-"+cell["day"], "-")
		}
		if written == "" {
			t.note(where, "write the date into the file", "it has no date")
			return "", ""
		}
		if _, raw := edtf.Parse(written); raw != nil {
			err = raw
		}
		hint := "write it as 2025-06-19, 2025-06 or 2025, or another date of EDTF"
		if wrong := (*edtf.Error)(nil); errors.As(err, &wrong) && wrong.Hint != "" {
			hint = wrong.Hint
		}
		t.note(where, hint, "%v", err)
		return "", written
	}
	return written, ""
}

// day takes a date with slashes, year first, as one with hyphens. Others are ambiguous: 3/4 is
// March in one country and April in another.
func day(written string) string {
	if len(written) > 4 && written[4] == '/' && strings.Count(written, "/") <= 2 {
		parts := strings.Split(written, "/")
		for i, p := range parts {
			if len(p) == 1 {
				parts[i] = "0" + p
			}
		}
		if _, err := edtf.Parse(strings.Join(parts, "-")); err == nil {
			return strings.Join(parts, "-")
		}
	}
	return strings.Replace(written, " ", "T", 1)
}

func slideDateOf(cell map[string]string, prefix string) *slideDate {
	d := &slideDate{}
	for name, part := range map[string]*number{"year": &d.Year, "month": &d.Month, "day": &d.Day} {
		if part.UnmarshalJSON([]byte(cell[prefix+name])) != nil {
			*part = number{}
		}
	}
	clock := strings.Split(cell[prefix+"time"], ":")
	if len(clock) >= 2 && d.Hour.UnmarshalJSON([]byte(clock[0])) == nil && d.Minute.UnmarshalJSON([]byte(clock[1])) != nil {
		d.Hour = number{}
	}
	return d
}

// digestOf is the digest of a row, a new one if it is the first of that day, as written.
func (t *table) digestOf(cell map[string]string, day, date, where string) *digest {
	key := cell["digest"]
	if key == "" {
		key = strings.Join([]string{day, cell["title"], cell["url"]}, "\n")
	}
	if d := t.digests[key]; d != nil {
		if cell["text"] != "" && !strings.Contains(d.body, markdown(cell["text"])) {
			d.body += "\n\n" + markdown(cell["text"])
		}
		return d
	}
	d := &digest{Title: cell["title"], Date: plain(date), Slug: slug.Make(cell["digest"] + cell["slug"]), Summary: cell["summary"], Lang: cell["lang"]}
	d.Actors, d.Tags = list(cell["actors"]), list(cell["tags"])
	if cell["text"] != "" {
		d.body = t.markdownOf(cell["text"], where)
	}
	if d.Title == "" {
		d.Title = firstWords(cell["text"] + " " + cell["words"])
		t.note(where, "give it a title", "it has no title; its first words stand for one: %q", d.Title)
	}
	source := article{
		Title: cell["sourcetitle"], Publisher: cell["publisher"], URL: cell["url"], Date: plain(cell["sourcedate"]), Credit: cell["credit"],
	}
	if source != (article{}) {
		d.Sources = append(d.Sources, source)
	}
	if cell["media"] != "" {
		t.media(d, map[string]any{"url": cell["media"], "caption": cell["mediacaption"], "credit": cell["mediacredit"]})
	}
	for _, column := range []string{"type", "shown"} {
		if cell[column] != "" && cell[column] != "event" {
			d.keep(column, cell[column])
		}
	}
	t.digests[key] = d
	t.order = append(t.order, key)
	return d
}

// quotation adds the statement of a row to its digest.
func (t *table) quotation(d *digest, cell map[string]string, date, where string) {
	q := quotation{
		words: cell["words"], original: cell["original"], lang: cell["originallang"],
		speakers: list(cell["speakers"]), unnamed: cell["unnamed"], to: list(cell["to"]), about: list(cell["about"]),
		place: cell["place"], via: cell["via"], according: clause(cell["according"]),
	}
	if cell["basis"] != "reported" {
		q.date = date
	}
	q.words, q.form = formOf(q.words, cell["form"])
	if t.quotes && q.form == dossier.Paraphrase {
		q.form = dossier.Verbatim
	}
	if q.unnamed != "" {
		q.speakers, q.forWhom = nil, list(cell["for"])
	}
	if len(q.speakers) == 0 && (q.unnamed == "" || len(q.forWhom) == 0) {
		t.note(where, "write who spoke behind the dash of its last line", "the words %q have no speaker", firstWords(q.words))
		d.body += "\n\n" + markdown(cell["words"])
		return
	}
	for _, name := range []string{cell["act"], cell["act2"]} {
		if act := dossier.ActByName(strings.ToLower(name)); act != nil {
			q.acts = append(q.acts, act.Name)
		} else if name != "" {
			t.note(where, "choose one of the acts at /acts/", "%q is no act", name)
			d.keep("act of “"+firstWords(q.words)+"”", name)
		}
	}
	for _, name := range list(cell["topics"]) {
		topic := slug.Make(name)
		q.topics = append(q.topics, topic)
		d.Topics = added(d.Topics, topic)
	}
	if id := strings.TrimPrefix(cell["id"], cell["digest"]+"/"); pinned.MatchString(id) && len(id) <= 64 {
		q.id = id
	} else if id != "" {
		d.keep("id of “"+firstWords(q.words)+"”", cell["id"])
	}
	own := &statementRecord{Digest: cell["digest"]}
	q.replyTo, q.retracts = targets(own, list(cell["reply"])), targets(own, list(cell["retracts"]))
	if same := targets(own, list(cell["same"])); len(same) > 0 {
		q.sameAs = same[0]
	}
	d.said = append(d.said, q)
}

// formOf is how words stand, by a column that says it or by their marks, and the words without marks
// around the whole.
func formOf(words, form string) (string, dossier.Form) {
	bare := strings.TrimFunc(words, func(r rune) bool { return strings.ContainsRune("“”\"«»„", r) })
	switch {
	case form == "verbatim":
		return words, dossier.Verbatim
	case form == "mixed":
		return words, dossier.Mixed
	case form == "paraphrase":
		return words, dossier.Paraphrase
	case len(bare) < len(words) && !strings.ContainsAny(bare, "“”\"«»„"):
		return bare, dossier.Verbatim
	case strings.ContainsAny(words, "“”\"«»„"):
		return words, dossier.Mixed
	}
	return words, dossier.Paraphrase
}

// list are the names in a cell, parted by semicolons, or where there is none by bars.
func list(cell string) []string {
	sign := ";"
	if !strings.Contains(cell, sign) {
		sign = "|"
	}
	var all []string
	for name := range strings.SplitSeq(cell, sign) {
		if name = strings.TrimSpace(name); name != "" {
			all = append(all, name)
		}
	}
	return all
}

// added is a list with a text in it once.
func added(list []string, text string) []string {
	for _, known := range list {
		if known == text {
			return list
		}
	}
	return append(list, text)
}
