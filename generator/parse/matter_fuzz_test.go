package parse

import (
	"reflect"
	"testing"
	"time"

	"demarche/generator/source"
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
			checkPlaces(t, reflect.ValueOf(doc).Elem(), len(text))
		}
	})
}

// checkPlaces fails for a place that is not within the file.
func checkPlaces(t *testing.T, v reflect.Value, size int) {
	switch v.Kind() {
	case reflect.Struct:
		if at, ok := v.Interface().(source.Place); ok && (at.Start < 0 || at.End < at.Start || int(at.End) > size) {
			t.Fatalf("place %+v in a file of %d bytes", at, size)
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				checkPlaces(t, v.Field(i), size)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			checkPlaces(t, v.Index(i), size)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			checkPlaces(t, v.Elem(), size)
		}
	}
}
