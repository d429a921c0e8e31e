package intake

import (
	"fmt"
	"strings"
)

// columnNames are the names that columns go by, in small letters and without blanks, and what they are.
var columnNames = map[string]string{
	"date": "date", "when": "date", "startdate": "date", "start": "date", "datefrom": "date", "enddate": "end", "end": "end", "dateto": "end", "datebasis": "basis",
	"year": "year", "month": "month", "day": "day", "time": "time", "endyear": "endyear", "endmonth": "endmonth", "endday": "endday", "endtime": "endtime",
	"displaydate": "shown",
	"title":       "title", "headline": "title", "event": "title", "name": "title",
	"text": "text", "description": "text", "body": "text", "notes": "text", "summary": "summary",
	"quote": "quote", "quotation": "quote", "words": "words", "statement": "words",
	"speaker": "speakers", "speakers": "speakers", "saidby": "speakers", "by": "speakers", "who": "speakers", "actor1": "speakers",
	"unnamed": "unnamed", "for": "for", "onbehalfof": "for",
	"to": "to", "addressee": "to", "addressees": "to", "target": "to", "recipient": "to", "actor2": "to", "about": "about",
	"actors": "actors", "actor": "actors", "act": "act", "act2": "act2",
	"topics": "topics", "topic": "topics", "tags": "tags", "tag": "tags", "group": "tags", "category": "tags", "type": "type",
	"source": "publisher", "publisher": "publisher", "outlet": "publisher", "url": "url", "link": "url", "sourceurl": "url",
	"sources.title": "sourcetitle", "sources.publisher": "publisher", "sources.url": "url", "sources.date": "sourcedate", "sources.credit": "credit",
	"digest": "digest", "id": "id", "slug": "slug", "form": "form", "lang": "lang", "language": "lang",
	"original.text": "original", "original.lang": "originallang", "place": "place", "location": "place", "via": "via", "accordingto": "according",
	"replyto": "reply", "retracts": "retracts", "sameas": "same", "withdrawn": "withdrawn",
	"media": "media", "mediacredit": "mediacredit", "mediacaption": "mediacaption",
}

func (t *table) readHead(head []string) error {
	known := map[string]bool{}
	isRecord := false // statements.csv, whose "url" is its own page and whose "text" are the words
	for _, name := range head {
		isRecord = isRecord || name == "sources.publisher"
	}
	for _, name := range head {
		column := columnNames[strings.ToLower(strings.NewReplacer(" ", "", "_", "", "-", "").Replace(name))]
		switch {
		case column == "quote" && !known["words"]:
			column, t.quotes = "words", true
		case isRecord && name == "text":
			column = "words"
		case isRecord && (name == "url" || name == "side" || name == "plover" || name == "cameo" || name == "checked" || name == "dateFrom" || name == "dateTo"):
			column = "-"
		case known[column]:
			column = "" // a second one of the same kind is kept as it is
		}
		known[column] = column != ""
		t.headings[column] = name
		t.columns, t.names = append(t.columns, column), append(t.names, name)
	}
	if !known["date"] && !known["year"] {
		return fmt.Errorf("no column is a date; name one “date”, or “year”, “month” and “day”")
	}
	if !known["title"] && !known["words"] && !known["text"] {
		return fmt.Errorf("no column says what happened; name one “title”, “text” or “quote”")
	}
	return nil
}
