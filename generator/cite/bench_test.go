package cite

import "testing"

// BenchmarkFormats writes a statement in all six formats.
func BenchmarkFormats(b *testing.B) {
	it := reed(b)
	var w Writer
	var out []byte
	b.ReportAllocs()
	for b.Loop() {
		w.Cite(func(room *Item) { *room = it })
		out, _ = w.AppendAPA(out[:0])
		out, _ = w.AppendChicago(out)
		out, _ = w.AppendMLA(out)
		out = w.AppendCSL(w.AppendRIS(w.AppendBibTeX(out)), "\n  ")
	}
}
