package cite

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Styled is a citation for people, of which a part may be in italics.
type Styled struct{ Before, Italic, After string }

// String is the citation without italics.
func (s Styled) String() string { return s.Before + s.Italic + s.After }

// styledRoom is how many bytes most citations need.
const styledRoom = 512

// APA is a reference in the manner of the seventh edition of its manual.
func (it *Item) APA() Styled {
	var room, dateRoom, afterRoom [styledRoom]byte // so that little is allocated
	before := appendAuthors(room[:0], apa, it.Authors)
	date := it.appendIssued(append(dateRoom[:0], '('), apa)
	if len(date) == 1 {
		date = append(date, "n.d."...)
	}
	date = append(date, ")."...)
	after := afterRoom[:0]
	if len(it.Authors) > 0 {
		before = append(append(appendStop(before), ' '), date...)
		before = append(before, ' ')
	} else {
		after = append(append(append(after, ' '), date...), ' ')
	}
	if it.Kind != Statement {
		title := string(appendLine(nil, it.Title))
		if it.Medium != "" {
			title += " [" + it.Medium + "]"
		}
		if len(it.Authors) > 0 {
			after = append(after, ' ')
		}
		return Styled{string(before), stopped(title), string(it.appendWhere(after))}
	}
	before = append(it.appendWords(before), " ["...)
	before = append(appendLine(before, it.Medium), "]. In "...)
	return Styled{string(before), stopped(string(appendLine(nil, it.Within))), string(it.appendWhere(append(after, ' ')))}
}

// Chicago is an entry of a bibliography in the manner of the seventeenth edition of its manual.
func (it *Item) Chicago() Styled {
	var room [styledRoom]byte
	out := it.appendStart(room[:0], chicago)
	if it.Within != "" {
		out = append(appendTitle(append(out, "In "...), it.Within, '.'), ' ')
	}
	for _, part := range []string{it.Site, it.publisher()} {
		if part != "" {
			out = append(appendStop(appendLine(out, part)), ' ')
		}
	}
	from := len(out)
	if out = it.appendIssued(out, chicago); len(out) == from {
		out = append(out, "n.d."...)
	}
	out = appendStop(out)
	if it.URL != "" {
		out = append(append(append(out, ' '), it.URL...), '.')
	}
	return Styled{Before: string(out)}
}

// MLA is an entry of works cited in the manner of the ninth edition of its handbook.
func (it *Item) MLA() Styled {
	var room, dateRoom, afterRoom [styledRoom]byte
	out := it.appendStart(room[:0], mla)
	if it.Within != "" {
		out = append(appendTitle(out, it.Within, ','), ' ')
	}
	styled := Styled{Before: string(out), Italic: string(appendLine(nil, it.Site))}
	after := afterRoom[:0]
	date := it.appendIssued(dateRoom[:0], mla)
	for _, part := range []string{it.publisher(), string(date), it.URL} {
		if part != "" {
			after = appendLine(append(after, ", "...), part)
		}
	}
	if styled.Italic == "" {
		after = bytes.TrimPrefix(after, []byte(", "))
	}
	if len(after) == 0 && styled.Italic == "" {
		styled.Before = strings.TrimSpace(styled.Before)
		return styled
	}
	styled.After = string(append(after, '.'))
	return styled
}

// appendStart appends authors, title and what it is.
func (it *Item) appendStart(out []byte, s style) []byte {
	out = appendAuthors(out, s, it.Authors)
	if len(out) > 0 {
		out = append(appendStop(out), ' ')
	}
	if it.Kind == Statement {
		out = append(appendStop(it.appendWords(out)), ' ')
	} else {
		out = append(appendTitle(out, it.Title, '.'), ' ')
	}
	if it.Medium != "" {
		out = append(appendStop(appendLine(out, it.Medium)), ' ')
	}
	return out
}

// appendIssued appends the date in words, nothing for none.
func (it *Item) appendIssued(out []byte, s style) []byte {
	if it.Reported && !it.Issued.IsZero() {
		out = append(out, "reported "...)
	}
	return appendDate(out, s, it.Issued)
}

// appendWhere appends site, publisher and address in APA's manner.
func (it *Item) appendWhere(out []byte) []byte {
	for _, part := range []string{it.Site, it.publisher()} {
		if part != "" {
			out = append(appendStop(appendLine(out, part)), ' ')
		}
	}
	return append(out[:max(0, len(out)-1)], with(" ", it.URL)...)
}

func with(before, text string) string {
	if text == "" {
		return ""
	}
	return before + text
}

// appendWords appends what was said, in quotation marks where these are the words.
func (it *Item) appendWords(out []byte) []byte {
	if !it.Words {
		return appendLine(out, it.Title)
	}
	return append(appendLine(append(out, "“"...), nested.Replace(it.Title)), "”"...)
}

// nested are quotation marks within others.
var nested = strings.NewReplacer("“", "‘", "”", "’", `"`, "'")

// appendTitle appends a title in quotation marks, with a mark before the last.
func appendTitle(out []byte, title string, mark byte) []byte {
	out = appendLine(append(out, "“"...), nested.Replace(title))
	if !ends(out) {
		out = append(out, mark)
	}
	return append(out, "”"...)
}

// appendStop ends a sentence that has not ended.
func appendStop(out []byte) []byte {
	if ends(out) {
		return out
	}
	return append(out, '.')
}

func stopped(text string) string { return string(appendStop([]byte(text))) }

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
	for i, word := range strings.Fields(given) {
		out = append(out, [...]string{", ", " "}[min(i, 1)]...)
		for j, part := range strings.Split(word, "-") {
			if j > 0 {
				out = append(out, '-')
			}
			if r, _ := utf8.DecodeRuneInString(part); unicode.IsUpper(r) {
				out = append(append(out, string(r)...), '.')
			} else {
				out = appendLine(out, part)
			}
		}
	}
	return out
}
