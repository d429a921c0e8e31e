package parse

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// matters are texts of front matter: those of the golden files, and as many again with pieces moved about.
func matters(t *testing.T) []string {
	var all []string
	for _, input := range inputs(t, "testdata/*/*.txtar") {
		if rest, ok := strings.CutPrefix(string(input.Data), "---\n"); ok {
			matter, _, _ := strings.Cut(rest, "\n---")
			all = append(all, matter+"\n")
		}
	}
	pieces := []string{"a: b\n", "  ", "- ", "|\n", "|+\n  x\n\n", ">-\n  y\n", "# c\n", " # d\n", "\"", "'", "{", "}", "[", "]", ",", ":", ": ", "&x ", "*x ", "!!str ", "!t ",
		"<<: ", "? ", "...", "---", "%YAML 1.2\n", "\n", "\n\n", "title: T\n", "topics:\n  - x\n  - y\n", "2025-06-19", "~", "\t", "é", "\u2028", "\r\n"}
	sound := []string{"a: b\n", "title: T # one\n", "# two\n", "\n", "date: 2025-06-19\n", "topics:\n  - x\n  # three\n  - y\n", "tags: [a, b]\n",
		"summary: |\n  x\n\n", "text: >+\n  y\n\n\n", "sources:\n- title: \"T: é\"\n  url: 'u'\n", "author: a\n  b\n", "é: {a: 1, b: [c]}\n", "draft: true\n", "lang:\n"}
	random := rand.New(rand.NewPCG(3, 4))
	for range 10000 {
		var text strings.Builder
		for range 1 + random.IntN(10) {
			list := [][]string{sound, sound, sound, sound, sound, sound, sound, pieces}[random.IntN(8)]
			text.WriteString(list[random.IntN(len(list))])
		}
		all = append(all, text.String()+"\n")
	}
	return all
}

// readsAsAlone compares how a text is read by the reader, after others, with how it is read alone.
func (r *yamlReader) readsAsAlone(t *testing.T, text string) {
	t.Helper()
	const head = "---\n"
	limits := Options{}.limits()
	file := []byte(head + text)
	var alone yamlReader
	alone.begin(file, len(head), len(file), limits)
	alone.readAlone(file[len(head):])
	r.read(file, len(head), len(file), limits)
	want, got := fmt.Sprintf("%+v", alone.tree), fmt.Sprintf("%+v", r.tree)
	if want != got || alone.open != r.open || !reflect.DeepEqual(alone.tree.mistakes, r.tree.mistakes) {
		t.Fatalf("%q\nalone:        %s\nafter others: %s", text, want, got)
	}
}

func TestFrontMatterIsReadAfterThatOfOthersAsItIsAlone(t *testing.T) {
	var after yamlReader
	streamed := 0
	for _, text := range matters(t) {
		after.readsAsAlone(t, text)
		if after.before > 0 {
			streamed++
		}
	}
	if streamed < 1000 {
		t.Errorf("only %d were read after others", streamed)
	}
}

// FuzzFrontMatterAfterOthers reads a text between two others with one reader.
func FuzzFrontMatterAfterOthers(f *testing.F) {
	f.Add("a: &x b\n", "c: *x\n")
	f.Add("a: |+\n  b\n\n", "# c\nd: e\n")
	f.Add("a: [b, {c: 'd'}]\n", "title: \"T\" # f\nlist:\n- g\n-\n")
	f.Fuzz(func(t *testing.T, hostile, text string) {
		const sound = "title: T\n"
		var r yamlReader
		for _, text := range []string{sound, hostile, text, sound} {
			if text != "" {
				r.readsAsAlone(t, text)
			}
		}
	})
}
