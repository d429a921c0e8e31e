package render_test

import (
	"bytes"
	"compress/gzip"
	"path"
	"testing"
)

// TestAssetsKeepToTheirBudgets counts what a reader fetches, compressed: 8 kB of
// style and 6 kB for each script.
func TestAssetsKeepToTheirBudgets(t *testing.T) {
	budgets := map[string]int{".css": 8000, ".js": 6000, ".svg": 300}
	found := 0
	for name, text := range newSet(t, nil).Assets() {
		var out bytes.Buffer
		w, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(text)
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		if out.Len() > budgets[path.Ext(name)] {
			t.Errorf("%s: %d bytes", name, out.Len())
		}
		if bytes.Contains(text, []byte("{ ")) && path.Ext(name) == ".css" {
			t.Errorf("%s is not made smaller everywhere", name)
		}
		found++
	}
	if found < 3 {
		t.Errorf("%d assets", found)
	}
}
