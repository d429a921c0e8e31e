// Package collate compares a quotation with the text that it is taken from: it is
// found there, or here is the nearest passage and what differs. It knows nothing else.
//
// Words are compared letter by letter and in their case, after Unicode
// normalisation. Alike are quotation marks of any kind and level, dashes of any
// kind, any white space or none beside a mark, and what cannot be seen, such as a
// soft hyphen; a word may be in one or broken as the lines of the text have it. "[…]" and "…" leave something out and "[words]" put something in
// its place: what stands around them comes in this order and near each other. In "[W]e" the case of
// the letter may be another. The last of , . ; : and — before a closing quotation
// mark is not compared; ? and ! are.
package collate

import (
	"index/suffixarray"
	"strings"
)

// Text is the text of a source, ready to be searched. It is for one goroutine.
type Text struct {
	folded
	raw      string             // as it came, until the words are looked for that its lines break
	unbroken *Text              // with these in one; nil where there are none, or nobody asked
	broken   map[string]bool    // of such a text: these words, with a hyphen where they were broken
	searched int                // bytes that were searched so far without an index
	index    *suffixarray.Index // nil until it is worth its cost
	words    *words             // nil until something was not found
}

// New returns text ready to be searched. Its cost is linear.
func New(text string) *Text {
	return &Text{folded: fold(normalise(text)), raw: text}
}

// Result says whether a quotation was found, and where it nearly was.
type Result struct {
	Found   bool
	Left    []string  // where it was found: what each "…" and "[…]" of it stands for, as the text has it
	Dropped []Dropped // where it was found: what turns its meaning and is left out
	Costly  bool      // it was not found in as many places as may be looked at; its parts are short and frequent
	Apart   bool      // all its parts are there, but in another order or far apart
	Nearest string    // the passage of the text that is most like it; "" where nothing is
	Wrote   string    // where they differ: what the quotation has, "" where it leaves out what the text has
	Has     string    // and what the text has there, "" where that has nothing
	Case    bool      // they differ in the case of a letter alone
}

// Find looks for the words of a quotation, without the marks around it. Words
// without any letter are nowhere.
func (t *Text) Find(quotation string) Result {
	quotation = normalise(quotation)
	parts := split(quotation)
	if len(parts) == 0 {
		return Result{}
	}
	m := matching{text: t, parts: parts, left: effort}
	if m.match() {
		return Result{Found: true, Left: m.leftOut(), Dropped: m.dropped}
	}
	if whole := t.whole(); whole != nil {
		return whole.Find(whole.without(quotation))
	}
	if m.left < 0 {
		return Result{Costly: true}
	}
	return t.nearest(parts)
}

// spaced is text with single spaces.
func spaced(text string) string { return strings.Join(strings.Fields(text), " ") }
