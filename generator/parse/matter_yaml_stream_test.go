package parse

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// matters are texts of front matter: those of the golden files, and as many again with pieces moved about.
func matters(t *testing.T) []string {
	var all []string
	archives, _ := filepath.Glob("testdata/*/*.txtar")
	for _, path := range archives {
		archive, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range parts(string(archive)) {
			if rest, ok := strings.CutPrefix(p.text, "---\n"); ok {
				matter, _, _ := strings.Cut(rest, "\n---")
				all = append(all, matter+"\n")
			}
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

func TestFrontMatterIsReadAfterThatOfOthersAsItIsAlone(t *testing.T) {
	const head = "---\n"
	var after yamlReader
	streamed := 0
	limits := Options{}.limits()
	for _, text := range matters(t) {
		file := []byte(head + text)
		var alone yamlReader
		alone.begin(file, len(head), len(file), limits)
		alone.readAlone(file[len(head):])
		after.read(file, len(head), len(file), limits)
		if after.before > 0 {
			streamed++
		}
		want, got := fmt.Sprintf("%+v", alone.tree), fmt.Sprintf("%+v", after.tree)
		if want != got || alone.open != after.open || !reflect.DeepEqual(alone.tree.mistakes, after.tree.mistakes) {
			t.Fatalf("%q\nalone:        %s\nafter others: %s", text, want, got)
		}
	}
	if streamed < 1000 {
		t.Errorf("only %d were read after others", streamed)
	}
}
