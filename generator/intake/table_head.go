package intake

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"demarche/generator/near"
)

// readHead reads the row on a line that names the columns.
func (t *table) readHead(head []string, line int) error {
	known := map[string]bool{}
	// An editor's own table may say sources.publisher, too, but knows no names of digests.
	t.isRecord = slices.Contains(head, "sources.publisher") && (slices.Contains(head, "digest") || slices.Contains(head, "slug"))
	for i, name := range head {
		column := columnKeys[bareName(name)]
		switch {
		case t.isRecord && name == "text":
			column = "words"
		case t.isRecord && (name == "url" || name == "side" || name == "plover" || name == "cameo" || name == "checked" || name == "dateFrom" || name == "dateTo"):
			column = "-"
		case known[column]:
			column = "" // a second one of the same kind is kept as it is
		}
		known[column] = column != ""
		if oneLine(name) == "" {
			name = "column " + strconv.Itoa(i+1)
		}
		t.headings[column] = name
		t.columns, t.names = append(t.columns, column), append(t.names, name)
	}
	also := ""
	for i, name := range t.names {
		if meant := nearColumn(name); t.columns[i] == "" && meant != "" && !known[columnKeys[bareName(meant)]] {
			t.note("line "+strconv.Itoa(line), "did you mean "+meant+"?", "“%s” is no column that is understood, and kept as it is", name)
			also += "; did you mean " + meant + " by “" + oneLine(name) + "”?"
		}
	}
	if !known["date"] && !known["year"] {
		return errors.New("no column is a date; name one “date”, or “year”, “month” and “day”" + also)
	}
	if !known["title"] && !known["quote"] && !known["paraphrase"] && !known["words"] && !known["text"] {
		return errors.New("no column says what happened; name one “title”, “text”, “quote” or “paraphrase”" + also)
	}
	return nil
}

// doubt is why nothing should be written of a table without statements: it may have them in columns that are not understood. One whose
// columns are all understood, but for remarks, is of events.
func (t *table) doubt() Note {
	var strange []string
	for i, name := range t.names {
		if t.strange[i] && !slices.Contains(beside, bareName(name)) {
			strange = append(strange, "“"+oneLine(name)+"”")
		}
	}
	if len(strange) == 0 {
		return Note{}
	}
	of := "no row has words with a speaker"
	lacks := func(columns ...string) bool {
		return !slices.ContainsFunc(columns, func(column string) bool { return t.headings[column] != "" })
	}
	switch noWords, noSpeaker := lacks("quote", "paraphrase", "words"), lacks("speakers", "unnamed"); {
	case noWords && noSpeaker:
		of = "no column is understood as words or as who said them"
	case noWords:
		of = "no column is understood as words that somebody said"
	case noSpeaker:
		of = "no column is understood as who said the words"
	}
	more := ""
	if n := len(strange) - 10; n > 0 {
		strange, more = strange[:10], " and "+strconv.Itoa(n)+" more"
	}
	return Note{"", "no row became a statement: " + of + ", and these are not understood: " + strings.Join(strange, ", ") + more,
		"call the column of the words quote, paraphrase or words, and that of who said them speaker"}
}

// beside are headings of what stands beside events and statements, without case and blanks.
var beside = strings.Fields("note notes comment comments remark remarks id no nr number background mediathumbnail alttext mediaalttext")

// nearColumn is the name of a column that a heading was surely meant for: a slip away, or the longest that it begins or ends with,
// such as "speaker" of "Speaker name"; else "".
func nearColumn(heading string) string {
	var names []string
	longest := ""
	heading = strings.ToLower(oneLine(heading))
	for _, g := range columnGroups {
		for _, c := range g.Columns {
			names = append(names, c.Names...)
			for _, name := range c.Names {
				if len(name) > max(2, len(longest)) && (strings.HasPrefix(heading, name+" ") || strings.HasSuffix(heading, " "+name)) {
					longest = name
				}
			}
		}
	}
	if meant := near.Word(heading, names); meant != "" && len(heading) > 3 {
		return meant
	}
	return longest
}
