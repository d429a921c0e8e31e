package parse

import (
	"fmt"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

// TestWhatCostsTooMuchIsAnError reads Markdown for which goldmark would need
// seconds or gigabytes.
func TestWhatCostsTooMuchIsAnError(t *testing.T) {
	const size = 200_000
	repeat := func(text string) string { return strings.Repeat(text, size/len(text)) }
	for _, c := range []struct{ name, body, code string }{
		{"nested quotations", strings.Repeat(">", 101) + "a", "nested-too-deeply"},
		{"nested lists", strings.Repeat("- ", 101) + "a", "nested-too-deeply"},
		{"nested lists of pluses", repeat(" +"), "nested-too-deeply"},
		{"indented lists", strings.Repeat(" ", 202) + "- a", "nested-too-deeply"},
		{"emphasis", repeat("*a_ "), "too-much-markup"},
		{"links", repeat("[a]("), "too-much-markup"},
		{"a short paragraph of marks", strings.Repeat("*a ", maxMarks+1), "too-much-markup"},
		{"blank lines", "- a\n" + repeat("\n"), "too-many-blank-lines"},
		{"levels of all lines", strings.Repeat(strings.Repeat(">", 99)+"a\n\n", maxLevels/99), "nested-too-deeply"},
		{"blank lines in a deep list", strings.Repeat(strings.Repeat("  ", 90)+"- a\n"+strings.Repeat("\n", 900), 10), "nested-too-deeply"},
		{"long paragraphs of brackets", strings.Repeat(strings.Repeat("[", 990)+strings.Repeat("]", 990)+"\n\n", size/2000), "too-much-markup"},
		{"definitions of links", repeat("[a]: b\n"), "too-many-references"},
		{"tables", strings.Repeat("|a|b|\n|-|-|\n|c|d|\n\n", maxCells/9), "too-many-cells"},
		{"statements", strings.Repeat("> a\n>\n> — [[A]]\n\n", 5001), "too-many-statements"},
		{"wikilinks", many(2001, "[[Name %d]]\n\n"), "too-many-names"},
		{"a long name", "[[" + strings.Repeat("N ", 300) + "]]", "too-long"},
		{"a long place", "> “a”\n>\n> — [[A]], at " + strings.Repeat("N ", 300), "too-long"},
		{"a sparse table", strings.Repeat("|a", 1000) + "\n" + strings.Repeat("|-", 1000) + "\n" + repeat("|\n"), "sparse-table"},
	} {
		doc := File(source.New("content/digests/talks.md", []byte(fuzzHead+c.body)), Options{})
		if len(doc.Problems) == 0 || doc.Problems[0].Code != c.code {
			t.Errorf("%s: problems %.300v, want %s", c.name, doc.Problems, c.code)
		}
	}
}

func TestHTMLThatCostsTooMuchIsAnError(t *testing.T) {
	open := strings.Repeat("<b>", 1000)
	for body, want := range map[string]bool{
		open + "\n\n" + strings.Repeat("a\n\n", 1000):                            true, // each paragraph would open all of them again
		strings.Repeat("<b>a</b>", 500) + "\n\n" + strings.Repeat("a\n\n", 1000): false,
	} {
		doc := File(source.New("content/digests/talks.md", []byte(fuzzHead+body)), Options{Sanitize: true})
		if got := len(doc.Problems) > 0 && doc.Problems[0].Code == "too-much-html"; got != want {
			t.Errorf("%.20q…: problems %.300v", body, doc.Problems)
		}
	}
}

// many is lines, each with its number.
func many(n int, line string) string {
	var all strings.Builder
	for i := range n {
		fmt.Fprintf(&all, line, i)
	}
	return all.String()
}

func TestWhatIsWithinTheLimitsIsNoError(t *testing.T) {
	for name, body := range map[string]string{
		"a rule":            strings.Repeat("- ", 200),
		"nested quotations": strings.Repeat(">", 100) + "a",
		"many statements":   strings.Repeat("> a\n>\n> — [[A]]\n\n", 5000),
		"one name often":    strings.Repeat("[[A]]\n\n", 5000),
		"many definitions":  strings.Repeat("[a]: b\n", maxReferences),
		"many marks":        strings.Repeat("*a* ", maxMarks/2),
		"indented code":     "a\n\n" + strings.Repeat(" ", 300) + "code",
		"a long delimiter":  "a | b\n" + strings.Repeat("-", 101) + " | ---\nc | d\n",
		"a wide table":      strings.Repeat("|a", 100) + "|\n" + strings.Repeat("|-", 100) + "|\n" + strings.Repeat("|a", 100) + "|\n",
	} {
		if doc := File(source.New("content/digests/talks.md", []byte(fuzzHead+body)), Options{}); len(doc.Problems) > 0 {
			t.Errorf("%s: %v", name, doc.Problems)
		}
	}
}

func TestAFileThatCannotBeReadIsBroken(t *testing.T) {
	for _, c := range []struct {
		name, text, code string
		at               int
	}{
		{"empty", "", "empty-file", 0},
		{"only a byte-order mark", "\ufeff\n", "empty-file", 0},
		{"not UTF-8", "---\ntitle: a\xff\n---\n", "not-utf8", 12},
		{"control character", "---\ntitle: a\x00\n---\n", "control-character", 12},
		{"control character in the text", "---\ntitle: a\n---\na\x0b\n", "control-character", 18},
		{"lines that end by a carriage return alone", "---\rtitle: a\rdraft: true\r---\r\rText.\r", "line-ends", 3},
		{"a line of 10 MB", strings.Repeat("a", 10<<20), "file-too-large", 0},
	} {
		doc := File(source.New("content/digests/talks.md", []byte(c.text)), Options{})
		if !doc.Broken || len(doc.Problems) != 1 || doc.Problems[0].Code != c.code || doc.Problems[0].At.Start != c.at {
			t.Errorf("%s: broken %v, problems %v", c.name, doc.Broken, doc.Problems)
		}
	}
}

func TestKindAndNameAreThePathsOwn(t *testing.T) {
	for path, want := range map[string]dossier.Doc{
		"content/index.md":                   {Kind: dossier.KindSite, Name: "index"},
		"content/digests/2025/06/a.b.md":     {Kind: dossier.KindDigest, Name: "a.b"},
		"content/actors/Rufus T. Firefly.md": {Kind: dossier.KindActor, Name: "Rufus T. Firefly"},
		"content/topics/oil.md":              {Kind: dossier.KindTopic, Name: "oil"},
		"content/pages/about.md":             {Kind: dossier.KindPage, Name: "about"},
	} {
		doc := File(source.New(path, []byte("---\ntitle: T\n---\n")), Options{})
		if doc.Kind != want.Kind || doc.Name != want.Name {
			t.Errorf("%s: %v %q", path, doc.Kind, doc.Name)
		}
	}
}

// The sinks are pooled, and the file is not copied: nothing of either may stay in a Doc.
func TestDocsDoNotShareMemoryWithTheirFileOrEachOther(t *testing.T) {
	text := []byte(fuzzHead + "Prose of [[Freedonia]] & more.\n\n> “Words.”\n>\n> — [[Sylvania]], 2025-06-19, at Geneva #warn\n")
	doc := File(source.New("content/digests/talks.md", text), Options{})
	before := dump(text, doc)
	kept := strings.Clone(string(text))
	clear(text)
	File(source.New("content/digests/talks.md", []byte(fuzzHead+strings.Repeat("Other [[x]] words.\n\n", 50))), Options{})
	if after := dump([]byte(kept), doc); after != before {
		t.Errorf("got\n%s\nwant\n%s", after, before)
	}
}
