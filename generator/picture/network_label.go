package picture

import (
	"strings"
	"unicode"
)

// LineHeight is that of the lines of a label, and mostText how wide they may be, in CSS
// pixels at 13 pixels a letter.
const (
	LineHeight = 16
	mostText   = 190
)

// Label is the name of a node, in one line or two.
type Label struct {
	Lines  []string
	Width  int // of the longest line, at most
	X, Y   int // where the lines begin or end, and the middle of the first of them
	Anchor string
}

// newLabel breaks a name that is too long for one line, and cuts what two do not hold.
func newLabel(name string) Label {
	var l Label
	rest := strings.Fields(name)
	for len(l.Lines) < 2 && len(rest) > 0 {
		n := 1
		for n < len(rest) && TextWidth(strings.Join(rest[:n+1], " ")) <= mostText {
			n++
		}
		line := strings.Join(rest[:n], " ")
		rest = rest[n:]
		if len(l.Lines) == 1 && len(rest) > 0 {
			line += "…"
		}
		if TextWidth(line) > mostText {
			line = cut(line)
		}
		l.Lines = append(l.Lines, line)
		l.Width = max(l.Width, TextWidth(line))
	}
	return l
}

// cut shortens a line to the width of a label.
func cut(line string) string {
	letters := []rune(strings.TrimSuffix(line, "…"))
	for len(letters) > 0 && TextWidth(string(letters)+"…") > mostText {
		letters = letters[:len(letters)-1]
	}
	return strings.TrimSpace(string(letters)) + "…"
}

// beside puts a label beside a node, on its outer side.
func (l Label) beside(x, y int, left bool) Label {
	l.X, l.Anchor = x+labelGap, "start"
	if left {
		l.X, l.Anchor = x-labelGap, "end"
	}
	l.Y = y - (len(l.Lines)-1)*LineHeight/2
	return l
}

// TextWidth is how many CSS pixels a text takes at most in common fonts without serifs,
// at 13 pixels a letter.
func TextWidth(text string) int {
	width := 0
	for _, r := range text {
		switch {
		case unicode.Is(unicode.Mn, r):
		case strings.ContainsRune(" ijlftr.,:;'|!()-", r):
			width += 5
		case r >= 0x2e80 && r < 0xfb00, r >= 0x1f000: // scripts as wide as high
			width += 14
		case r == 'm', r == 'w', r == 'M', r == 'W', r == '…':
			width += 13
		case unicode.IsUpper(r):
			width += 10
		default:
			width += 8
		}
	}
	return width
}
