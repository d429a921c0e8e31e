package cite

import "testing"

// BenchmarkFormats writes a statement in all six formats.
func BenchmarkFormats(b *testing.B) {
	it := reed(b)
	var out []byte
	b.ReportAllocs()
	for b.Loop() {
		_, _, _ = it.APA(), it.Chicago(), it.MLA()
		out = it.AppendCSL(it.AppendRIS(it.AppendBibTeX(out[:0])), "\n  ")
	}
}
