package picture

import (
	"sort"
	"strings"
	"unicode"
)

// LineHeight is that of the lines of a label, and mostText how wide they may be, in CSS
// pixels at 13 pixels a letter. So many lines hold the longest names of ministries.
const (
	LineHeight = 16
	mostText   = 230
	mostLines  = 4
)

// Label is the name of a node, in as few lines as it fits into, all about as long.
type Label struct {
	Lines  []string
	Width  int // of the longest line, at most
	X, Y   int // where the lines begin or end, and the middle of the first of them
	Anchor string
}

// newLabel breaks a name that is too long for one line, and cuts what mostLines do not hold.
func newLabel(name string) Label {
	l := Label{Lines: broken(name, mostText)}
	if len(l.Lines) > mostLines {
		l.Lines = l.Lines[:mostLines]
		l.Lines[mostLines-1] = cut(l.Lines[mostLines-1])
	} else {
		least := 0 // a word that fits into a line stays whole
		for word := range strings.FieldsSeq(name) {
			if width := TextWidth(word); width <= mostText {
				least = max(least, width)
			}
		}
		narrower := sort.Search(mostText-least, func(more int) bool { return len(broken(name, least+more)) <= len(l.Lines) })
		l.Lines = broken(name, least+narrower)
	}
	for _, line := range l.Lines {
		l.Width = max(l.Width, TextWidth(line))
	}
	return l
}

// broken is a name in lines of a width, between its words, or within one that is longer than a line.
func broken(name string, width int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(name) {
		if line != "" && TextWidth(line+" "+word) <= width {
			line += " " + word
			continue
		}
		if line != "" {
			lines = append(lines, line)
		}
		line = ""
		for _, letter := range word {
			if line != "" && TextWidth(line+string(letter)) > width {
				lines = append(lines, line)
				line = ""
			}
			line += string(letter)
		}
	}
	return append(lines, line)
}

// cut ends a line in an ellipsis.
func cut(line string) string {
	letters := []rune(line)
	for TextWidth(string(letters)+"…") > mostText {
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
