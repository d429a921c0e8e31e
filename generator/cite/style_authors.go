package cite

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// manyAuthors are from how many on not all are named.
const manyAuthors = 21

// appendAuthors appends the names of authors as a style lists them.
func (w *Writer) appendAuthors(out []byte, s style) []byte {
	names := w.item.Authors
	for i, n := range names {
		last := i == len(names)-1
		switch {
		case i == 0:
		case s == mla && len(names) > 2, s == chicago && len(names) > 10 && i == 7:
			if len(names) > 2 && i == 1 && !names[0].inverted(s) {
				return append(out, " et al."...)
			}
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
		case last && len(names) == 2 && !names[0].inverted(s):
			out = append(out, " and "...) // a comma ends what is inverted, or parts three and more
		case last:
			out = append(out, ", and "...)
		default:
			out = append(out, ", "...)
		}
		from := len(out)
		out = n.append(out, s, i == 0)
		out = w.isolate(out, from, hasLeftward(out[from:]))
	}
	return out
}

// append appends one name: inverted where its parts are known and the style wants it.
func (n Name) append(out []byte, s style, first bool) []byte {
	switch {
	case !n.inverted(s):
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
