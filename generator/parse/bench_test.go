package parse

import (
	"bytes"
	"os"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"demarche/generator/source"
)

// digest is a digest of 2.9 kB with four statements, as corpora have them.
func digest(b testing.TB) source.File {
	text, err := os.ReadFile("testdata/digest.md")
	if err != nil {
		b.Fatal(err)
	}
	return source.New("content/digests/digest.md", text)
}

func BenchmarkFile(b *testing.B) {
	f := digest(b)
	b.SetBytes(int64(len(f.Text)))
	b.ReportAllocs()
	for b.Loop() {
		File(f, Options{})
	}
}

// BenchmarkGoldmark is what BenchmarkFile is measured against: the same body,
// with the same extensions, and nothing of Demarche.
func BenchmarkGoldmark(b *testing.B) {
	_, body, _ := bytes.Cut(digest(b).Text[3:], []byte("\n---\n"))
	md := goldmark.New(goldmark.WithExtensions(extension.GFM))
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	var out bytes.Buffer
	for b.Loop() {
		out.Reset()
		_ = md.Convert(body, &out)
	}
}
