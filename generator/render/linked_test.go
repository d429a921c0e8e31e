package render

import (
	"encoding/json"
	"strings"
	"testing"

	"demarche/generator/escape"
)

// TestNothingInLinkedDataEndsItsElement writes texts that HTML or a script could take for their own, and reads
// them back.
func TestNothingInLinkedDataEndsItsElement(t *testing.T) {
	for _, text := range []string{
		"</script><script>top.hit()</script>", "<!--<script", "-->", "]]>", "a & b &amp; &lt;", "a\u2028b\u2029c \u202a \u00a8", "\"},{\"", "\\", "\xe2\x80", "\xff", "\n\t\x00",
	} {
		element, err := appendLinked([]byte("before <&>"), func(out []byte) []byte { return escape.Quote(out, escape.JSON, text) })
		if err != nil {
			t.Fatal(err)
		}
		inner, isOne := strings.CutPrefix(string(element), `before <&><script type="application/ld+json">`)
		inner, hasEnd := strings.CutSuffix(inner, "</script>")
		if !isOne || !hasEnd || strings.ContainsAny(inner, "<>&\u2028\u2029") {
			t.Errorf("%q is %s", text, element)
		}
		var read string
		if err := json.Unmarshal([]byte(inner), &read); err != nil || read != string([]rune(text)) {
			t.Errorf("%q is read as %q, %v", text, read, err)
		}
	}
	if none, err := appendLinked(nil, nil); len(none) != 0 || err != nil {
		t.Errorf("nothing is %q, %v", none, err)
	}
}
