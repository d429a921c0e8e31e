package parse

import (
	"reflect"
	"testing"
	"time"
)

func FuzzMatter(f *testing.F) {
	f.Add(header + "Prose")
	for _, text := range hostile() {
		f.Add(text[:min(len(text), 300)])
	}
	f.Add("+++\ntitle = '''\nA''' # b\n[a.\"b\\tc\"]\nd = {e.f = [1,2.5,2025-06-19 10:00:00,]}\n[[s]]\n[[s.t]]\n+++\n")
	f.Add(";;;\n{\"a\\u0041\": [1e5, null, {\"b\": true}]}\n;;;\n")
	f.Add("---\na: |\n  b\n  ---\nc: 'd''e'\n? f\n: !!str g\n---\n")
	f.Fuzz(func(t *testing.T, text string) {
		for _, path := range []string{"content/digests/a.md", "content/actors/a.md", "content/index.md"} {
			start := time.Now()
			doc, body := readMatter(path, text)
			if took := time.Since(start); took > 2*time.Second {
				t.Fatalf("%d bytes took %v", len(text), took)
			}
			if len(body) > len(text) {
				t.Fatalf("body begins outside the file")
			}
			spans(t, "doc", reflect.ValueOf(doc).Elem(), len(text))
		}
	})
}
