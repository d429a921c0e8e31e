// Package cite writes how to refer to something: in APA, Chicago and MLA for people, in
// BibTeX, RIS and CSL-JSON for their programs. It knows nothing else of a site.
//
// A name is never inverted, and never parted, unless its parts are given. A date that is
// vague comes out as vague as it is: with “ca.”, as an interval, as “by” a day, or as none;
// where a format has no form for that, in words. The three styles are those of English
// manuals, and so are the few words in them. Functions append to out and cannot fail; no
// text can end the field, the line or the string that it stands in.
package cite

import (
	"strings"
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

// Item is something to cite. A field that is empty is left out.
type Item struct {
	Kind      Kind
	Key       string // its name in a file: letters of any script, digits and "-.:"
	Authors   []Name
	Title     string // of a statement, the words, without quotation marks around them
	Words     bool   // Title is a statement's own words, and not a paraphrase
	Medium    string // what it is, in words: "Statement to Freedonia"
	Within    string // title of the page on which it stands
	Site      string // what that is a part of
	Publisher string // where that is not Site
	Issued    edtf.Date
	Reported  bool // Issued is the date of a report; when it was said is not known
	Accessed  edtf.Date
	URL       string // whole
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

// Sorted is the name as lists of authors are sorted by it: "Firefly, Rufus T." where the parts are known, else
// whole, with no comma, which would part it.
func (n Name) Sorted() string {
	switch {
	case !n.parted():
		return strings.ReplaceAll(n.Whole, ",", ";")
	case n.Given == "":
		return strings.ReplaceAll(n.Family, ",", ";")
	}
	return strings.ReplaceAll(n.Family, ",", ";") + ", " + strings.ReplaceAll(n.Given, ",", ";")
}

// publisher is who is named beside the site.
func (it *Item) publisher() string {
	if it.Publisher == it.Site {
		return ""
	}
	return it.Publisher
}

// note is what formats without a place for it say of a statement in a note.
func (it *Item) note() string {
	parts := make([]string, 0, 4)
	if it.Within != "" {
		parts = append(parts, it.Medium+", recorded in “"+it.Within+"”")
	}
	if it.Reported {
		parts = append(parts, "dated by its report")
	}
	if it.Note != "" {
		parts = append(parts, it.Note)
	}
	return strings.Join(parts, "; ")
}

// appendLine appends a text in one line, with single spaces between words and nothing
// that cannot be seen by way of control.
func appendLine(out []byte, text string) []byte {
	if isLine(text) {
		return append(out, text...)
	}
	space := false
	from := len(out)
	for _, r := range text {
		switch {
		case r == ' ' || r < ' ' || r == '\u007f' || r >= '\u0080' && r < '\u00a0' || r == '\u2028' || r == '\u2029':
			space = len(out) > from
			continue
		case space:
			out = append(out, ' ')
			space = false
		}
		out = utf8.AppendRune(out, r)
	}
	return out
}

// isLine says whether a text is as appendLine would have it, as most are.
func isLine(text string) bool {
	space := true
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == ' ' && space, c < ' ', c == '\u007f', c == 0xC2, // of U+0080 to U+009F
			c == 0xE2 && i+2 < len(text) && text[i+1] == 0x80 && text[i+2]&^1 == 0xA8:
			return false
		default:
			space = c == ' '
		}
	}
	return !space
}
