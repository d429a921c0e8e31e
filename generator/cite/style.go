package cite

import (
	"bytes"
	"unicode/utf8"
)

// Span is a part of a text: out[From:To].
type Span struct{ From, To int }

// Marks say which parts of a citation for people are shown otherwise than the rest.
type Marks struct {
	Italic Span // in italics; at the end of the citation and empty where nothing is
	// Isolated are the names, titles and words that hold something written from right to left, in order. What is around each is
	// English: without an isolate it would be drawn among them. No one of them is in italics by half, and the list is the Writer's,
	// until it writes the next citation.
	Isolated []Span
}

// AppendAPA appends a reference in the manner of the seventh edition of its manual.
func (w *Writer) AppendAPA(out []byte) ([]byte, Marks) {
	it, from := &w.item, len(out)
	w.isolated = w.isolated[:0]
	if len(it.Authors) > 0 {
		out = append(appendStop(w.appendAuthors(out, apa), from), ' ')
		out = append(w.appendYear(out), ' ')
	}
	var italic Span
	if it.Kind == Statement {
		out = append(w.appendWords(out), " ["...)
		out = append(w.line(out, w.medium), "]. In "...)
		italic.From = len(out)
		out = w.line(out, w.within)
	} else {
		italic.From = len(out)
		out = w.line(out, w.title)
		if len(it.Medium) > 0 {
			out = append(w.line(append(out, " ["...), w.medium), ']')
		}
	}
	out = appendStop(out, italic.From)
	italic.To = len(out)
	out = append(out, ' ')
	if len(it.Authors) == 0 {
		out = append(w.appendYear(out), ' ')
		if it.Kind == Statement {
			out = append(out, ' ')
		}
	}
	out = w.appendWhere(out, from)
	out = out[:len(out)-1]
	if len(it.URL) > 0 {
		out = w.line(append(out, ' '), w.url)
	}
	return out, Marks{italic, w.isolated}
}

// AppendChicago appends an entry of a bibliography in the manner of the seventeenth edition of its manual.
func (w *Writer) AppendChicago(out []byte) ([]byte, Marks) {
	from := len(out)
	out = w.appendStart(out, chicago)
	if !w.within.empty() {
		out = append(w.appendTitle(append(out, "In "...), w.within, '.'), ' ')
	}
	out = w.appendWhere(out, from)
	date := len(out)
	if out = w.appendIssued(out, chicago); len(out) == date {
		out = append(out, "n.d."...)
	} else {
		capitalise(out[date:])
	}
	out = appendStop(out, from)
	if len(w.item.URL) > 0 {
		out = append(w.line(append(out, ' '), w.url), '.')
	}
	return out, Marks{Span{len(out), len(out)}, w.isolated}
}

// AppendMLA appends an entry of works cited in the manner of the ninth edition of its handbook.
func (w *Writer) AppendMLA(out []byte) ([]byte, Marks) {
	from := len(out)
	out = w.appendStart(out, mla)
	if !w.within.empty() {
		out = append(w.appendTitle(out, w.within, ','), ' ')
	}
	italic := Span{From: len(out)}
	out = w.line(out, w.site)
	italic.To = len(out)
	more := italic.To > italic.From
	comma := func(out []byte) []byte {
		if more {
			out = append(out, ", "...)
		}
		more = true
		return out
	}
	if !w.publisher.empty() {
		out = w.line(comma(out), w.publisher)
	}
	if !w.issued.isZero() {
		begins := !more
		out = comma(out)
		date := len(out)
		if out = w.appendIssued(out, mla); begins {
			capitalise(out[date:])
		}
	}
	if !w.url.empty() {
		out = w.line(comma(out), w.url)
	}
	if len(out) == italic.From {
		out = append(out[:from], bytes.TrimSpace(out[from:])...)
		return out, Marks{Span{len(out), len(out)}, w.isolated}
	}
	return append(out, '.'), Marks{italic, w.isolated}
}

// appendStart begins a citation: authors, title and what it is.
func (w *Writer) appendStart(out []byte, s style) []byte {
	from := len(out)
	w.isolated = w.isolated[:0]
	out = w.appendAuthors(out, s)
	if len(out) > from {
		out = append(appendStop(out, from), ' ')
	}
	if w.item.Kind == Statement && !w.item.Words {
		out = append(appendStop(w.appendWords(out), from), ' ')
	} else {
		out = append(w.appendTitle(out, w.title, '.'), ' ')
	}
	if !w.medium.empty() {
		out = append(appendStop(w.line(out, w.medium), from), ' ')
	}
	return out
}

// appendIssued appends the date in words, nothing for none.
func (w *Writer) appendIssued(out []byte, s style) []byte {
	before := ""
	if w.item.Reported {
		before = "reported "
	}
	return appendDate(out, s, w.issued, before)
}

// capitalise begins what begins a sentence, and is English, with a capital.
func capitalise(text []byte) {
	if text[0] >= 'a' && text[0] <= 'z' {
		text[0] -= 'a' - 'A'
	}
}

// appendYear appends the date in APA's manner.
func (w *Writer) appendYear(out []byte) []byte {
	out = append(out, '(')
	from := len(out)
	if out = w.appendIssued(out, apa); len(out) == from {
		out = append(out, "n.d."...)
	}
	return append(out, ")."...)
}

// appendWhere appends site and publisher as sentences, with a space behind each, to a citation that begins at from.
func (w *Writer) appendWhere(out []byte, from int) []byte {
	if !w.site.empty() {
		out = append(appendStop(w.line(out, w.site), from), ' ')
	}
	if !w.publisher.empty() {
		out = append(appendStop(w.line(out, w.publisher), from), ' ')
	}
	return out
}

// appendWords appends what was said, in quotation marks where these are the words.
func (w *Writer) appendWords(out []byte) []byte {
	if !w.item.Words {
		return w.line(out, w.title)
	}
	return append(w.nested(append(out, "“"...), w.title), "”"...)
}

// appendTitle appends a title in quotation marks, with a mark before the last.
func (w *Writer) appendTitle(out []byte, title text, mark byte) []byte {
	from := len(out)
	out = w.nested(append(out, "“"...), title)
	if !ends(out[from:]) {
		out = appendWithin(out, from, title, mark)
	}
	return append(out, "”"...)
}

// appendWithin appends a mark to the title that begins at from: before the marks with which a quotation in it ends, as American
// styles have it. Of what is written from right to left nothing is moved.
func appendWithin(out []byte, from int, title text, mark byte) []byte {
	const closing = "’"
	if title.has&leftward != 0 || !bytes.HasSuffix(out[from:], []byte(closing)) || !bytes.Contains(out[from:], []byte("‘")) {
		return append(out, mark)
	}
	out = out[:len(out)-len(closing)]
	return append(append(out, mark), closing...)
}

// line appends a text as a line, as a part of a citation.
func (w *Writer) line(out []byte, t text) []byte {
	from := len(out)
	return w.isolate(t.line(out), from, t.has&leftward != 0)
}

// nested appends a text that stands in quotation marks, as a part of a citation.
func (w *Writer) nested(out []byte, t text) []byte {
	from := len(out)
	return w.isolate(t.nested(out), from, t.has&leftward != 0)
}

// isolate says that what begins at from is a part that holds something written from right to left, if it does.
func (w *Writer) isolate(out []byte, from int, leftward bool) []byte {
	if leftward && len(out) > from {
		w.isolated = append(w.isolated, Span{from, len(out)})
	}
	return out
}

// appendStop ends a sentence, of what begins at from, that has not ended.
func appendStop(out []byte, from int) []byte {
	if ends(out[from:]) {
		return out
	}
	return append(out, '.')
}

// ends says whether a text ends in a mark that ends a sentence, also within quotation marks.
func ends(text []byte) bool {
	for len(text) > 0 {
		r, size := utf8.DecodeLastRune(text)
		switch r {
		case '”', '’', '»', '"', '\'', ')':
			text = text[:len(text)-size]
		case '.', '?', '!', '…', '。', '؟', '！', '？':
			return true
		default:
			return false
		}
	}
	return false
}
