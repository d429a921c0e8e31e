package cite

import (
	"unicode/utf8"

	"demarche/generator/escape"
)

// text is a text with what it holds, so that most are copied as they are.
type text struct {
	raw []byte
	has traits
}

// traits are what a text holds that has to be written otherwise somewhere.
type traits uint8

const (
	blank    traits = 1 << iota // a space; one behind another is ragged
	ragged                      // more than a line, or spaces where there need be none
	quoted                      // quotation marks
	special                     // signs of TeX
	strange                     // what JSON escapes
	wide                        // more than ASCII; what that is has to be looked at
	leftward                    // what is written from right to left, or turns what is
)

// traitsOf are those of each byte.
var traitsOf = func() (of [256]traits) {
	for c := range of {
		switch {
		case c < ' ':
			of[c] = ragged | strange
		case c == 0x7f:
			of[c] = ragged
		case c >= utf8.RuneSelf:
			of[c] = wide
		}
		if inTeX[c] != "" {
			of[c] |= special
		}
	}
	of[' '] = blank
	of['"'] |= quoted | strange
	of['\\'] |= strange
	return of
}()

func newText(raw []byte) text {
	var has traits
	before := blank
	for _, c := range raw {
		is := traitsOf[c]
		has |= is | (is&before&blank)<<1 // a blank behind another is ragged
		before = is
	}
	if before&blank != 0 && len(raw) > 0 {
		has |= ragged
	}
	if has&wide != 0 {
		has |= wideTraits(raw)
	}
	return text{raw, has}
}

// wideTraits are those of a text beyond ASCII. Of one that is no UTF-8 nothing is taken for granted.
func wideTraits(raw []byte) (has traits) {
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			return ragged | quoted | special | strange | leftward
		case isControl(r):
			has |= ragged | strange
		case r == '“' || r == '”' || r == '„':
			has |= quoted
		case isLeftward(r):
			has |= leftward
		}
		i += size
	}
	return has
}

// isLeftward says whether a rune is of a script that is written from right to left, or one of those that cannot be seen
// and turn the direction of others.
func isLeftward(r rune) bool {
	switch {
	case r < 0x590:
		return false
	case r < 0x900, r >= 0xFB1D && r < 0xFE00, r >= 0xFE70 && r < 0xFF00, r >= 0x10800 && r < 0x11000, r >= 0x1E800 && r < 0x1F000:
		return true
	}
	return r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069
}

// hasLeftward says whether one of a text's runes isLeftward.
func hasLeftward(text []byte) bool {
	for i, c := range text {
		if c >= utf8.RuneSelf {
			return wideTraits(text[i:])&leftward != 0
		}
	}
	return false
}

func (t text) empty() bool { return len(t.raw) == 0 }

// line appends the text as appendLine does.
func (t text) line(out []byte) []byte {
	if t.has&ragged != 0 {
		return appendLine(out, string(t.raw))
	}
	return append(out, t.raw...)
}

// nested appends a line that stands in quotation marks, with other ones for its own, which are as long.
func (t text) nested(out []byte) []byte {
	from := len(out)
	out = t.line(out)
	if t.has&quoted == 0 {
		return out
	}
	for i := from; i < len(out); i++ {
		switch {
		case out[i] == '"':
			out[i] = '\''
		case out[i] == "“"[0] && i+2 < len(out) && out[i+1] == "“"[1] && out[i+2] >= "“"[2] && out[i+2] <= "„"[2]:
			out[i+2] += "‘"[2] - "“"[2] // as ’ is from ”, and ‚ from „
		}
	}
	return out
}

// tex appends the text as appendTeX does.
func (t text) tex(out []byte) []byte {
	if t.has&special != 0 {
		return appendTeX(out, string(t.raw))
	}
	return append(out, t.raw...)
}

// json appends the text as a string of JSON.
func (t text) json(out []byte) []byte {
	if t.has&strange != 0 {
		return escape.Quote(out, escape.JSON, t.raw)
	}
	return append(append(append(out, '"'), t.raw...), '"')
}

// isControl says whether a rune is none that can be seen, but one that ends lines or the like.
func isControl(r rune) bool {
	return r < ' ' || r >= '\u007f' && r < '\u00a0' || r == '\u2028' || r == '\u2029'
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
		case r == ' ' || isControl(r):
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
