package export

import (
	"bytes"
	"encoding/xml"
	"testing"
)

func TestFeedsEscapeAsXMLDoes(t *testing.T) {
	for _, text := range []string{"", "plain", `<p class="a">“Tom's” & co</p>`, "tab\tline\nend\r", "\x00\x1f\x7f", "cut \xe2\x80 off \xff", "\ufffe é 日本"} {
		var got, want bytes.Buffer
		xml.EscapeText(&want, []byte(text))
		f := newAtom(&got)
		f.escape([]byte(text))
		f.Flush()
		if got.String() != want.String() {
			t.Errorf("%q: got %q, want %q", text, got.String(), want.String())
		}
	}
}
