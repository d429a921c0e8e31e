package parse

import (
	"bytes"
	"iter"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

var dashes = []string{"—", "–", "―", "--"}

func beginsWithDash(line []byte) bool {
	if len(line) > 0 && line[0] >= utf8.RuneSelf {
		line = bytes.TrimLeft(line, "\u200e\u200f\u061c")
	}
	return slices.ContainsFunc(dashes, func(dash string) bool { return bytes.HasPrefix(line, []byte(dash)) })
}

// cutDash takes the dash of an attribution off text.
func cutDash(text string) (string, bool) {
	for _, dash := range dashes {
		if rest, ok := strings.CutPrefix(text, dash); ok {
			return strings.TrimLeftFunc(rest, unicode.IsSpace), true
		}
	}
	return text, false
}

// dashesIn yields where in a line a dash stands that may be that of an attribution, and what stands behind it.
func dashesIn(line string) iter.Seq2[int, string] {
	return func(yield func(int, string) bool) {
		for at, r := range line {
			if r != '-' && r != '–' && r != '—' && r != '―' {
				continue
			}
			if named, dashed := cutDash(line[at:]); dashed && !yield(at, named) {
				return
			}
		}
	}
}

// startsAttribution says whether text begins with a dash and a speaker.
func startsAttribution(text string) bool {
	rest, ok := cutDash(text)
	if !ok {
		return false
	}
	if _, size := cutLink(rest); size > 0 {
		return true
	}
	return unnamed(rest) != ""
}

// maxUnnamed bounds the bytes that describe an unnamed speaker.
const maxUnnamed = 200

// unnamed returns the words before " for [[", which describe a speaker whose
// name is not known, or "".
func unnamed(text string) string {
	text = text[:min(len(text), maxUnnamed)]
	end := strings.Index(text, " for [[")
	if end < 0 || strings.ContainsAny(text[:end], ",[]#^") {
		return ""
	}
	return strings.TrimSpace(text[:end])
}

// attribution reads the text of an attribution into a statement. What it cannot
// read it reports and leaves out.
type attribution struct {
	joined
	quote  *dossier.Quote
	doc    *dossier.Doc
	scribe *scribe // nil of a text that is only tried
	at     int     // of the next byte of the text
	behind int     // where it goes on behind the speaker
	seen   kind    // clauses that were read
	last   kind    // the last of them
	late   bool    // a comma or a tag was read: what directs the words should be over
}

// kind is a bit for each part of an attribution, in the order in which the
// first three are written.
type kind uint16

const (
	kindFor kind = 1 << iota
	kindTo
	kindAbout
	kindDate
	kindReply
	kindRetracts
	kindSame
	kindAccording
	kindPlace
	kindVia
	kindSource
	kindTag
)

// read reads all of the text, which begins with a dash and a speaker.
func (a *attribution) read() {
	rest, _ := cutDash(a.text)
	a.at = len(a.text) - len(rest)
	if words := unnamed(rest); words != "" {
		a.quote.Unnamed = words
		a.at += strings.Index(rest, " for [[")
	} else {
		a.quote.Speakers = a.list()
	}
	a.spaces()
	a.behind = a.at
	for {
		a.spaces()
		switch {
		case a.at == len(a.text):
			return
		case a.comma():
			a.spaces()
			a.clause()
		case a.text[a.at] == '#' || a.text[a.at] == '^':
			a.tag()
		default:
			a.direction(false)
		}
	}
}

// direction reads "for", "to" or "about" and a list. These follow the speaker
// without a comma.
func (a *attribution) direction(comma bool) {
	start := a.at
	for i, word := range directions {
		if !a.word(word) {
			continue
		}
		bit := kindFor << i
		list := a.list()
		switch {
		case list == nil:
			a.missingBrackets(start, word)
			return
		case a.statementIn(list, word):
			return
		case !a.once(bit, start, word):
			return
		case comma || a.late:
			a.warn("attribution-order", start, a.at, quoted(word)+" comes too late",
				"write "+strings.TrimSpace(a.text[start:a.at])+" right after the speaker, before the first comma")
		case bit < a.last:
			a.warn("attribution-order", start, a.at, quoted(word)+" in the wrong place", "the order is: speaker, for, to, about, then the rest after commas")
		}
		a.last = max(a.last, bit)
		*[]*[]dossier.Ref{&a.quote.For, &a.quote.To, &a.quote.About}[i] = list
		return
	}
	a.unreadable(start)
}

// once says whether a part is there for the first time, and reports it otherwise.
func (a *attribution) once(bit kind, start int, name string) bool {
	if a.seen&bit != 0 {
		a.warn("repeated-clause", start, a.at, quoted(name)+" stands twice in the attribution", "keep one; the first is used")
		return false
	}
	a.seen |= bit
	return true
}

// list reads links joined by commas and "and", nil when there is none. A comma
// that no link follows is left to the clause that it begins.
func (a *attribution) list() []dossier.Ref {
	var list []dossier.Ref
	for {
		ref, ok := a.link()
		if !ok {
			return list
		}
		list = append(list, ref)
		before := a.at
		a.spaces()
		comma := a.at
		a.at += commaSize(a.text[a.at:])
		behind := a.at
		if and := a.word("and"); !and && behind == comma || !strings.HasPrefix(strings.TrimLeft(a.text[a.at:], " \t"), "[[") {
			a.at = before
			return list
		}
		a.plainComma(comma, behind)
	}
}

// commas are those of Latin, Arabic and Chinese.
const commas = ",،，、"

// commaSize is the size of a comma at the start of text, or 0.
func commaSize(text string) int {
	if c, size := utf8.DecodeRuneInString(text); size > 0 && strings.ContainsRune(commas, c) {
		return size
	}
	return 0
}

// comma reads one.
func (a *attribution) comma() bool {
	start := a.at
	a.at += commaSize(a.text[a.at:])
	a.plainComma(start, a.at)
	return a.at > start
}

// plainComma reports a comma of another script.
func (a *attribution) plainComma(start, end int) {
	if end > start && a.text[start] != ',' {
		a.warn("bad-comma", start, end, quoted(a.text[start:end])+" in an attribution", "write a plain comma: ,")
	}
}

// link reads one link.
func (a *attribution) link() (dossier.Ref, bool) {
	start := a.at
	a.spaces()
	ref, size := cutLink(a.text[a.at:])
	if size == 0 {
		a.at = start
		return dossier.Ref{}, false
	}
	ref.At = a.place(a.at, a.at+size)
	a.at += size
	return ref, true
}

// word reads a word that spaces, brackets or the end follow.
func (a *attribution) word(word string) bool {
	start := a.at
	a.spaces()
	rest, ok := strings.CutPrefix(a.text[a.at:], word)
	if next, _ := utf8.DecodeRuneInString(rest); !ok || rest != "" && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
		a.at = start
		return false
	}
	a.at = len(a.text) - len(rest)
	return true
}

func (a *attribution) spaces() {
	for a.at < len(a.text) && (a.text[a.at] == ' ' || a.text[a.at] == '\t') {
		a.at++
	}
}

// place is where a stretch of the text, which is not empty, stands in the file.
func (a *attribution) place(start, end int) source.Place {
	return place(a.offset(start), a.offset(max(start, end-1))+1)
}

func (a *attribution) problem(severity diag.Severity, code string, start, end int, text, hint string) {
	reportAt(a.doc, severity, code, a.place(start, end), text, hint)
}

func (a *attribution) warn(code string, start, end int, text, hint string) {
	a.problem(diag.Warning, code, start, end, text, hint)
}
