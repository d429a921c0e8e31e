package parse

import (
	"cmp"
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// clause reads what follows a comma.
func (a *attribution) clause() {
	start := a.at
	comma := strings.LastIndexAny(a.text[:start], commas)
	a.late = true
	switch {
	case a.at == len(a.text):
		a.warn("unknown-clause", comma, start, "nothing follows the last comma", "delete the comma")
	case a.text[start] == '#' || a.text[start] == '^': // read as a tag
		a.warn("comma-before-tag", comma, start+1, "a comma before a tag", "delete the comma: a space parts a tag from what stands before it")
	case a.word("in reply to"):
		a.reply(start)
	case a.word("retracts"):
		if list := a.list(); list == nil {
			a.missingBrackets(start, "retracts")
		} else if a.once(kindRetracts, start, "retracts") {
			a.quote.Retracts = list
		}
	case a.word("same as"):
		if ref, ok := a.link(); !ok {
			a.missingBrackets(start, "same as")
		} else if a.once(kindSame, start, "same as") {
			a.quote.SameAs = &ref
		}
	case a.word("according to"):
		a.according(start)
	case a.word("at"):
		if place := a.value(start, "at"); place != "" && a.once(kindPlace, start, "at") {
			a.quote.Place = place
			a.last = kindPlace
			return
		}
	case a.word("via"):
		a.via(start)
	case a.word("source"):
		from := a.at
		if id := a.value(start, "source"); id != "" && a.once(kindSource, start, "source") {
			from += strings.Index(a.text[from:], id)
			a.quote.Source = dossier.Text{Value: id, At: a.place(from, from+len(id))}
		}
	case looksLikeDate(a.text[a.at:]):
		a.date()
	default:
		a.stray(start)
	}
	if a.last == kindPlace {
		a.last = 0
	}
}

// reply reads a list of statements, or the address of one elsewhere.
func (a *attribution) reply(start int) {
	list := a.list()
	if list != nil {
		if a.once(kindReply, start, "in reply to") {
			a.quote.ReplyTo = list
		}
		return
	}
	link, ok := a.markdownLink()
	if !ok {
		a.missingBrackets(start, "in reply to")
		return
	}
	if a.once(kindReply, start, "in reply to") {
		a.quote.ReplyURL = link
	}
}

// according reads an actor, or words that describe someone.
func (a *attribution) according(start int) {
	if ref, ok := a.link(); ok {
		if a.once(kindAccording, start, "according to") {
			a.quote.According = &ref
		}
		return
	}
	if text := a.value(start, "according to"); text != "" && a.once(kindAccording, start, "according to") {
		a.quote.AccordingText = text
	}
}

// via reads a medium or channel, with an address or without.
func (a *attribution) via(start int) {
	link, ok := a.markdownLink()
	if !ok {
		link.Text = a.value(start, "via")
		if dossier.OnWeb(link.Text) {
			link.URL = link.Text
		}
	}
	if link != (dossier.Link{}) && a.once(kindVia, start, "via") {
		a.quote.Via = link
	}
}

// maxClause bounds the bytes of a clause, because what cannot be read is looked
// through from each place at which reading goes on.
const maxClause = 1000

// clauseEnd is where the words from here on end: at a comma or before a tag.
// A comma inside a wikilink ends nothing.
func (a *attribution) clauseEnd() int {
	for i := a.at; i < len(a.text); i++ {
		if i >= a.at+maxClause && utf8.RuneStart(a.text[i]) {
			return i
		}
		switch c := a.text[i]; {
		case c == ',':
			return i
		case c == '[':
			if _, size := cutLink(a.text[i:]); size > 0 {
				i += size - 1
			}
		case (c == '#' || c == '^') && i > 0 && a.text[i-1] == ' ':
			return i
		}
	}
	return len(a.text)
}

// withoutBrackets shows the wikilinks in text by their labels.
func withoutBrackets(text string) string {
	var plain strings.Builder
	for {
		open := strings.Index(text, "[[")
		if open < 0 {
			return plain.String() + text
		}
		ref, size := cutLink(text[open:])
		plain.WriteString(text[:open])
		if size == 0 {
			return plain.String() + text[open:]
		}
		plain.WriteString(shownAs(ref))
		text = text[open+size:]
	}
}

// markdownLink reads [text](address).
func (a *attribution) markdownLink() (dossier.Link, bool) {
	start := a.at
	a.spaces()
	from := a.at
	middle := -1
	if strings.HasPrefix(a.text[from:], "[") {
		middle = strings.Index(a.text[from:min(len(a.text), from+maxClause)], "](")
	}
	size := -1
	if middle >= 0 {
		size = addressSize(a.text[from+middle+len("]("):])
	}
	if size < 0 {
		a.at = start
		return dossier.Link{}, false
	}
	address := from + middle + len("](")
	link := dossier.Link{Text: strings.TrimSpace(a.text[from+len("[") : from+middle]), URL: a.text[address : address+size]}
	a.at = address + size + len(")")
	link.At = a.place(from, a.at)
	if address := escapedAddress([]byte(link.URL)); !linkable(address) {
		a.warn("forbidden-scheme", from, a.at, quoted(link.URL)+" is not linked", "links begin with https:, http:, mailto: or are relative")
		link.URL = ""
	}
	if link.URL != "" {
		address := fromPage(a.doc.Route(), []byte(link.URL))
		at := a.place(from, a.at)
		local(a.doc, at, address)
		link.URL = string(address)
	}
	return link, true
}

// maxAddress bounds the bytes of an address in an attribution, because one that is never closed is looked for in each clause.
const maxAddress = 2000

// addressSize is the size of an address before its closing bracket, or -1.
func addressSize(text string) int {
	depth := 0
	for i := range min(len(text), maxAddress) {
		switch text[i] {
		case ' ', '<', '>':
			return -1
		case '(':
			depth++
		case ')':
			if depth == 0 {
				return i
			}
			depth--
		}
	}
	return -1
}

// looksLikeDate says whether a clause is meant for a date.
func looksLikeDate(text string) bool {
	text = text[:min(len(text), maxClause)]
	if strings.HasPrefix(text, "..") {
		return true
	}
	text = strings.TrimLeft(text, "-~?%")
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsDigit(first) || monthAt(text) // in figures of any script, of which others are an error
}

// monthAt says whether text begins with the English name of a month and a number.
func monthAt(text string) bool {
	word, rest, _ := strings.Cut(text, " ")
	number, _ := utf8.DecodeRuneInString(strings.TrimSpace(rest))
	if len(word) < 3 || !unicode.IsDigit(number) {
		return false
	}
	return strings.Contains("January February March April May June July August September October November December ",
		strings.TrimSuffix(word, "."))
}

// yearBehind is the size of the year with which text goes on behind a month and a day, ", 2025", or 0.
func yearBehind(text string) int {
	year := strings.TrimLeft(strings.TrimPrefix(text, ","), " ")
	if len(year) < 4 || !allDigits(year[:4]) {
		return 0
	}
	return len(text) - len(year) + 4
}

func (a *attribution) date() {
	start := a.at
	american := monthAt(a.text[start:])
	a.at = start + beforeDirection(a.text[start:a.clauseEnd()])
	if comma := strings.IndexAny(a.text[start:a.at], commas); comma >= 0 {
		a.at = start + comma
	}
	text := strings.TrimSpace(a.text[start:a.at])
	if size := yearBehind(a.text[a.at:]); size > 0 && american {
		a.at += size // "June 19, 2025"
		text = a.text[start:a.at]
	}
	if day, rest, more := strings.Cut(text, " "); more && beginsClause(strings.TrimLeft(rest, " ")) {
		text = day // what follows it lacks its comma, and is reported by that
		a.at = start + len(day)
	}
	parse := edtf.Parse
	if len(a.doc.Problems) > diag.Most { // more are counted, and what is wrong with them is not told
		parse = tryDate
	}
	date, err := parse(text)
	if err != nil {
		at, hint := start, dateForms
		if wrong, ok := errors.AsType[*edtf.Error](err); ok {
			at, hint = start+min(wrong.Offset, len(text)-1), cmp.Or(wrong.Hint, hint)
		}
		for !utf8.RuneStart(a.text[at]) {
			at--
		}
		a.problem(diag.Error, "bad-date", at, start+len(text), err.Error(), hint)
		return
	}
	if a.once(kindDate, start, "a date") {
		a.quote.Date = dossier.When{Date: date, Set: true, At: a.place(start, start+len(text))}
	}
}

// tryDate reads a date, and does not say what is wrong with it.
func tryDate(text string) (edtf.Date, error) {
	if date, ok := edtf.Try(text); ok {
		return date, nil
	}
	return edtf.Date{}, errNoDate
}

var errNoDate = errors.New("it is no date")

func allDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }
