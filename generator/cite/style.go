package cite

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Italic is the part of a citation for people that is in italics: out[From:To]; at its end and empty where none is.
type Italic struct{ From, To int }

// AppendAPA appends a reference in the manner of the seventh edition of its manual.
func (w *Writer) AppendAPA(out []byte) ([]byte, Italic) {
	it, from := &w.item, len(out)
	if len(it.Authors) > 0 {
		out = append(appendStop(appendAuthors(out, apa, it.Authors), from), ' ')
		out = append(w.appendYear(out), ' ')
	}
	var italic Italic
	if it.Kind == Statement {
		out = append(w.appendWords(out), " ["...)
		out = append(w.medium.line(out), "]. In "...)
		italic.From = len(out)
		out = w.within.line(out)
	} else {
		italic.From = len(out)
		out = w.title.line(out)
		if len(it.Medium) > 0 {
			out = append(append(append(out, " ["...), it.Medium...), ']')
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
		out = append(append(out, ' '), it.URL...)
	}
	return out, italic
}

// AppendChicago appends an entry of a bibliography in the manner of the seventeenth edition of its manual.
func (w *Writer) AppendChicago(out []byte) ([]byte, Italic) {
	from := len(out)
	out = w.appendStart(out, chicago)
	if !w.within.empty() {
		out = append(appendTitle(append(out, "In "...), w.within, '.'), ' ')
	}
	out = w.appendWhere(out, from)
	date := len(out)
	if out = w.appendIssued(out, chicago); len(out) == date {
		out = append(out, "n.d."...)
	}
	out = appendStop(out, from)
	if len(w.item.URL) > 0 {
		out = append(append(append(out, ' '), w.item.URL...), '.')
	}
	return out, Italic{len(out), len(out)}
}

// AppendMLA appends an entry of works cited in the manner of the ninth edition of its handbook.
func (w *Writer) AppendMLA(out []byte) ([]byte, Italic) {
	from := len(out)
	out = w.appendStart(out, mla)
	if !w.within.empty() {
		out = append(appendTitle(out, w.within, ','), ' ')
	}
	italic := Italic{From: len(out)}
	out = w.site.line(out)
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
		out = w.publisher.line(comma(out))
	}
	if !w.issued.isZero() {
		out = w.appendIssued(comma(out), mla)
	}
	if !w.url.empty() {
		out = w.url.line(comma(out))
	}
	if len(out) == italic.From {
		out = append(out[:from], bytes.TrimSpace(out[from:])...)
		return out, Italic{len(out), len(out)}
	}
	return append(out, '.'), italic
}

// appendStart appends authors, title and what it is.
func (w *Writer) appendStart(out []byte, s style) []byte {
	from := len(out)
	out = appendAuthors(out, s, w.item.Authors)
	if len(out) > from {
		out = append(appendStop(out, from), ' ')
	}
	if w.item.Kind == Statement {
		out = append(appendStop(w.appendWords(out), from), ' ')
	} else {
		out = append(appendTitle(out, w.title, '.'), ' ')
	}
	if !w.medium.empty() {
		out = append(appendStop(w.medium.line(out), from), ' ')
	}
	return out
}

// appendIssued appends the date in words, nothing for none.
func (w *Writer) appendIssued(out []byte, s style) []byte {
	if w.item.Reported && !w.issued.isZero() {
		out = append(out, "reported "...)
	}
	return appendDate(out, s, w.issued)
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
		out = append(appendStop(w.site.line(out), from), ' ')
	}
	if !w.publisher.empty() {
		out = append(appendStop(w.publisher.line(out), from), ' ')
	}
	return out
}

// appendWords appends what was said, in quotation marks where these are the words.
func (w *Writer) appendWords(out []byte) []byte {
	if !w.item.Words {
		return w.title.line(out)
	}
	return append(w.title.nested(append(out, "“"...)), "”"...)
}

// appendTitle appends a title in quotation marks, with a mark before the last.
func appendTitle(out []byte, title text, mark byte) []byte {
	from := len(out)
	out = title.nested(append(out, "“"...))
	if !ends(out[from:]) {
		out = append(out, mark)
	}
	return append(out, "”"...)
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

// manyAuthors are from how many on not all are named.
const manyAuthors = 21

// appendAuthors appends names as a style lists them.
func appendAuthors(out []byte, s style, names []Name) []byte {
	for i, n := range names {
		last := i == len(names)-1
		switch {
		case i == 0:
		case s == mla && len(names) > 2, s == chicago && len(names) > 10 && i == 7:
			return append(out, ", et al."...)
		case s == apa && len(names) >= manyAuthors && !last:
			if i == manyAuthors-2 {
				out = append(out, ", …"...)
			}
			if i >= manyAuthors-2 {
				continue
			}
			out = append(out, ", "...)
		case s == apa && len(names) >= manyAuthors:
			out = append(out, ' ')
		case last && s == apa:
			out = append(out, ", & "...)
		case last:
			out = append(out, ", and "...)
		default:
			out = append(out, ", "...)
		}
		out = n.append(out, s, i == 0)
	}
	return out
}

// append appends one name: inverted where its parts are known and the style wants it.
func (n Name) append(out []byte, s style, first bool) []byte {
	switch {
	case !n.parted(), s != apa && n.familyFirst(), s != apa && n.Given == "":
		return appendLine(out, n.Whole)
	case s == apa:
		return appendInitials(appendLine(out, n.Family), n.Given)
	case first:
		return appendLine(append(appendLine(out, n.Family), ", "...), n.Given)
	}
	return appendLine(append(appendLine(out, n.Given), ' '), n.Family)
}

// appendInitials appends the first letters of given names; one whose script has no capitals stays whole.
func appendInitials(out []byte, given string) []byte {
	before := ", "
	for word := range strings.FieldsSeq(given) {
		out = append(out, before...)
		before = " "
		hyphen := ""
		for part := range strings.SplitSeq(word, "-") {
			out = append(out, hyphen...)
			hyphen = "-"
			if r, _ := utf8.DecodeRuneInString(part); unicode.IsUpper(r) {
				out = append(utf8.AppendRune(out, r), '.')
			} else {
				out = appendLine(out, part)
			}
		}
	}
	return out
}
