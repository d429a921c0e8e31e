package parse

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

// readWith reads a body with one of the two parsers of Markdown.
func readWith(body string, everySpace bool) *dossier.Doc {
	text := []byte(fuzzHead + body)
	s, doc := new(scribe), &dossier.Doc{Path: "content/digests/talks.md", Kind: dossier.KindDigest, Slug: "talks"}
	s.sink = &sink{}
	f := source.New(doc.Path, text)
	start := s.matter(doc, f, Options{})
	language := addressless
	if everySpace {
		language = markdown
	}
	s.bodyIn(language, doc, text, start, Options{})
	s.gatherer.gather(doc)
	return doc
}

func TestAddressesAreFoundWhereverTheyBegin(t *testing.T) {
	pieces := []string{"http://a.example", "https://b.example/c_d_e", "www.c.example", "http", "(", ")", "[", "]", "](", "[[A]]", "*", "**", "_", "~~",
		"`", "\\", " ", " ", " ", "  \n", "\n", "\n\n", "> ", "- ", "| a | b |\n|---|---|\n| ", "|", "# ", "word", "x", "1", "—", "!", "<", ">", "&amp;", "&", ":", ".",
		"    ", "\t", "a@b.example", "<b>", "[x] ", "“", "”", "\n>\n> — [[A]] to [[B]], 2025 #warn\n"}
	random := rand.New(rand.NewPCG(1, 2))
	var plain, bare int
	for range 20000 {
		var body strings.Builder
		for range 1 + random.IntN(14) {
			body.WriteString(pieces[random.IntN(len(pieces))])
		}
		if text := body.String(); !mayHoldAddress([]byte(text)) {
			plain++
			want, got := readWith(text, true), readWith(text, false)
			if !reflect.DeepEqual(want, got) {
				t.Fatalf("%q\nread with a look at each space: %s\nread without: %s", text, want.Body.HTML, got.Body.HTML)
			}
			bare += strings.Count(string(got.Body.HTML), `<a href="http`)
		}
	}
	if plain < 5000 || bare < 100 {
		t.Errorf("only %d texts with %d addresses were read without a look at each space", plain, bare)
	}
}
