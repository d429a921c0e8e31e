package parse

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/text"
)

// joined is text from several lines read as one, with the way back to the file.
type joined struct {
	text   string
	joints []joint // rising; the first is at 0
	stop   int     // where the last line ends in the file
}

// joint says that what stands in the text from at on comes from offset on in the file.
type joint struct{ at, offset int }

// join reads lines as one: without the spaces around them, one space between
// them, and with plain spaces and hyphens for those that only look like them.
func (s *scribe) join(lines []text.Segment) joined {
	var j joined
	var words strings.Builder
	words.Grow(len(lines) + lines[len(lines)-1].Stop - lines[0].Start)
	for i, line := range lines {
		value := line.Value(s.source)
		bare := bytes.TrimLeftFunc(value, unicode.IsSpace)
		start := line.Start + len(value) - len(bare)
		if i > 0 {
			words.WriteByte(' ')
		}
		j.write(&words, bytes.TrimRightFunc(bare, unicode.IsSpace), start)
	}
	j.text = words.String()
	return j
}

// write appends a line that stands at offset in the file.
func (j *joined) write(words *strings.Builder, line []byte, offset int) {
	from := 0
	flush := func(to int) {
		if last := len(j.joints) - 1; last >= 0 && j.joints[last].at == words.Len() {
			j.joints = j.joints[:last] // nothing was written since
		}
		j.joints = append(j.joints, joint{words.Len(), offset + from})
		words.Write(line[from:to])
	}
	for i, c := range string(line) {
		twin, disguised := plainTwin(c)
		if !disguised {
			continue
		}
		flush(i)
		words.WriteString(twin)
		from = i + utf8.RuneLen(c)
	}
	flush(len(line))
	j.stop = offset + len(line)
}

// plainTwin is what a character is meant for that word processors put in: the
// spaces and hyphens at which no line is broken, spaces of no width, and marks of direction.
func plainTwin(c rune) (twin string, disguised bool) {
	switch {
	case c < utf8.RuneSelf:
		return "", false
	case unicode.IsSpace(c):
		return " ", true
	case c == '\u2010' || c == '\u2011':
		return "-", true
	case c == '\u200b' || c == '\u2060' || c == '\ufeff', c == '\u200e' || c == '\u200f' || c == '\u061c':
		return "", true
	}
	return "", false
}

// plainly is text with the plain twins of characters that only look like them.
func plainly(text string) string {
	if strings.IndexFunc(text, func(c rune) bool { _, disguised := plainTwin(c); return disguised }) < 0 {
		return text
	}
	var plain strings.Builder
	for _, c := range text {
		if twin, disguised := plainTwin(c); disguised {
			plain.WriteString(twin)
		} else {
			plain.WriteRune(c)
		}
	}
	return plain.String()
}

// offset is where the byte at i of the text stands in the file.
func (j joined) offset(i int) int {
	next, found := slices.BinarySearchFunc(j.joints, i, func(joint joint, i int) int { return cmp.Compare(joint.at, i) })
	if !found {
		next--
	}
	return j.joints[next].offset + i - j.joints[next].at
}
