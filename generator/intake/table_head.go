package intake

import (
	"errors"
	"strconv"
)

func (t *table) readHead(head []string) error {
	known := map[string]bool{}
	for _, name := range head {
		t.isRecord = t.isRecord || name == "sources.publisher"
	}
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
	if !known["date"] && !known["year"] {
		return errors.New("no column is a date; name one “date”, or “year”, “month” and “day”")
	}
	if !known["title"] && !known["quote"] && !known["paraphrase"] && !known["words"] && !known["text"] {
		return errors.New("no column says what happened; name one “title”, “text”, “quote” or “paraphrase”")
	}
	return nil
}
