package source

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestPlacesAreThoseOfASingleLook compares both on texts of long and short lines, with what is no UTF-8.
func TestPlacesAreThoseOfASingleLook(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	pieces := []string{"a", "é", "€", "𝛼", "\n", "\r\n", "\x80", "\xe2\x82", "\ufeff", strings.Repeat("x", 50), strings.Repeat("\x80", 9)}
	for range 200 {
		var b strings.Builder
		if random.IntN(2) == 0 {
			b.WriteString("\ufeff")
		}
		lines := random.IntN(5) > 0
		for size := random.IntN(5 * stride); b.Len() < size; {
			if piece := pieces[random.IntN(len(pieces))]; lines || !strings.Contains(piece, "\n") {
				b.WriteString(piece)
			}
		}
		text := []byte(b.String())
		places := NewPlaces(text)
		for offset := -1; offset <= len(text)+1; offset++ {
			if offset > 0 && offset < places.marks[0].offset {
				continue // within a byte-order mark is no place
			}
			if got, want := places.Locate(offset), locate(text, offset); got != want {
				t.Fatalf("byte %d is at %v, not %v, of\n%q", offset, want, got, text)
			}
		}
	}
}

// locate is what Places are held against: it returns the position of the byte at offset in text. An offset outside
// the text is moved to the nearest end of it.
func locate(text []byte, offset int) Position {
	offset = max(0, min(offset, len(text)))
	before := text[:offset]
	start := bytes.LastIndexByte(before, '\n') + 1
	line := bytes.Count(before, []byte{'\n'}) + 1
	head := before[start:]
	if start == 0 {
		head = bytes.TrimPrefix(head, []byte("\ufeff"))
	}
	return Position{Line: line, Column: utf8.RuneCount(head) + 1}
}
