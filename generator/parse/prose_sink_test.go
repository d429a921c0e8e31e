package parse

import (
	"testing"

	"demarche/generator/escape"
)

// TestProseIsEscapedByOneTable holds what goldmark writes of a letter against the table by which names are looked for in prose.
func TestProseIsEscapedByOneTable(t *testing.T) {
	for c := rune(' '); c < 0x3000; c++ {
		if isForbidden(c) || c == '\\' {
			continue
		}
		text := []byte("a" + string(c) + " b")
		var s sink
		s.resolved(text)
		if want := string(escape.Prose.AppendBytes(nil, text)); string(s.html) != want {
			t.Errorf("%q is written %q, not %q", text, s.html, want)
		}
	}
}
