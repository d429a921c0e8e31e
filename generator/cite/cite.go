// Package cite writes how to refer to something: in APA, Chicago and MLA for people, in
// BibTeX, RIS and CSL-JSON for their programs. It knows nothing else of a site.
//
// A name is never inverted, and never parted, unless its parts are given. A date that is
// vague comes out as vague as it is: with “ca.”, as an interval, as “by” a day, or as none;
// where a format has no form for that, in words. The three styles are those of English
// manuals, and so are the few words in them. A Writer appends to out and cannot fail; no
// text can end the field, the line or the string that it stands in.
package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/edtf"
)

// Kind is what is cited.
type Kind uint8

const (
	Webpage   Kind = iota
	Statement      // somebody's words, on a page of their own or within one
	Dataset
	Article // of a newspaper, which is Site
)

// Item is something to cite. A field that is empty is left out. What is put together for one item alone
// is bytes, so that the next one can have their room.
type Item struct {
	Kind      Kind
	Key       []byte // its name in a file: letters of any script, digits and "-.:"
	Authors   []Name
	Title     []byte // of a statement, the words, without quotation marks around them
	Words     bool   // Title is a statement's own words, and not a paraphrase
	Medium    []byte // what it is, in words: "Statement to Freedonia"
	Within    string // title of the page on which it stands
	Site      string // what that is a part of
	Publisher string // where that is not Site
	Issued    edtf.Date
	Reported  bool // Issued is the date of a report; when it was said is not known
	Accessed  edtf.Date
	URL       []byte // whole
	Archived  string // address of an archived copy
	Lang      string // BCP 47
	Note      string
}

// Name is a person's or a body's.
type Name struct {
	Whole         string // as it is shown
	Family, Given string // the parts of a person's name, where known
}

// parted says whether the parts of a name are known.
func (n Name) parted() bool { return n.Family != "" }

// familyFirst says whether the name begins with that of the family as it is, as in "Xi Jinping".
func (n Name) familyFirst() bool {
	rest, first := strings.CutPrefix(n.Whole, n.Family)
	return first && strings.HasPrefix(rest, " ")
}

// inOwnScript says whether a name that is parted is written in the script of China, Japan or Korea. Nobody inverts it there, or writes
// a comma in it.
func (n Name) inOwnScript() bool {
	r, _ := utf8.DecodeRuneInString(n.Family)
	return r >= 0x1100 && unicode.In(r, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana)
}

// inverted says whether a style writes a name inverted, where that is the first of its list.
func (n Name) inverted(s style) bool {
	return n.parted() && !n.inOwnScript() && (s == apa || n.Given != "" && !n.familyFirst())
}

// Sorted is the name as lists of authors are sorted by it: "Firefly, Rufus T." where the parts are known, else
// whole, with no comma, which would part it.
func (n Name) Sorted() string {
	if !n.parted() && strings.IndexByte(n.Whole, ',') < 0 {
		return n.Whole
	}
	return string(n.appendSorted(nil))
}

func (n Name) appendSorted(out []byte) []byte {
	if !n.parted() {
		return appendUnparted(out, n.Whole)
	}
	out = appendUnparted(out, n.Family)
	if n.Given == "" {
		return out
	}
	return appendUnparted(append(out, ", "...), n.Given)
}

// appendUnparted appends a name with no comma.
func appendUnparted(out []byte, name string) []byte {
	from := len(out)
	out = append(out, name...)
	for i := from; i < len(out); i++ {
		if out[i] == ',' {
			out[i] = ';'
		}
	}
	return out
}

// Writer writes an item in each format. What several formats ask of it is found out once, by Cite, and its room
// is used again for the next item. The zero Writer is ready for Cite. It is not safe for concurrent use.
type Writer struct {
	item                          Item
	key, title, medium, url       text
	within, site, publisher, lang text
	note                          text // what formats without a place for it say in a note
	issued                        when
	room                          []byte // of those texts that the item does not hold as bytes
	isolated                      []Span // what Marks.Isolated is a list of
}

// Cite is told what to write from now on: set fills an item. What that holds before is of an earlier one, and
// only the room of its bytes and of its list of authors is to be used: *it = Item{Title: append(it.Title[:0], title...)}.
func (w *Writer) Cite(set func(it *Item)) {
	it := &w.item
	set(it)
	w.room = w.room[:0]
	w.key, w.title, w.medium, w.url = newText(it.Key), newText(it.Title), newText(it.Medium), newText(it.URL)
	w.within, w.site, w.lang = w.keep(it.Within), w.keep(it.Site), w.keep(it.Lang)
	w.publisher = text{}
	if it.Publisher != it.Site {
		w.publisher = w.keep(it.Publisher)
	}
	from := len(w.room)
	w.room = it.appendNote(w.room)
	w.note = newText(w.room[from:])
	w.issued = whenOf(it.Issued)
}

// keep makes a text of a string.
func (w *Writer) keep(s string) text {
	from := len(w.room)
	w.room = append(w.room, s...)
	return newText(w.room[from:])
}

func (it *Item) appendNote(out []byte) []byte {
	from := len(out)
	if it.Within != "" {
		out = append(append(out, it.Medium...), ", recorded in “"...)
		out = append(append(out, it.Within...), "”"...)
	}
	if it.Reported {
		out = append(semicolon(out, from), "dated by its report"...)
	}
	if it.Note != "" {
		out = append(semicolon(out, from), it.Note...)
	}
	return out
}

// semicolon parts what follows from what stands there since from.
func semicolon(out []byte, from int) []byte {
	if len(out) == from {
		return out
	}
	return append(out, "; "...)
}
