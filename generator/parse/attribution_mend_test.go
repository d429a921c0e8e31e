package parse

import (
	"strings"
	"testing"
	"time"

	"demarche/generator/dossier"
	"demarche/generator/source"
)

// TestHintOfANearAttributionLeadsToAStatement reads each line as the end of a
// blockquote, and then what its hint says to write instead.
func TestHintOfANearAttributionLeadsToAStatement(t *testing.T) {
	tests := []struct{ line, hint string }{
		{"— Firefly to Sylvania, 2031-03-09 #state ^a", "write — [[Firefly]] to [[Sylvania]], 2031-03-09 #state ^a"},
		{"— élu local, 2031-03-09", "write for whom an unnamed speaker speaks: — élu local for [[…]], 2031-03-09"},
		{"— [Firefly] to [Sylvania], 2031-03-09 #state ^a", "write — [[Firefly]] to [[Sylvania]], 2031-03-09 #state ^a"},
		{"— [Firefly](firefly.md), [Chicolini] about Sylvania ^a", "write — [[Firefly]] and [[Chicolini]] about [[Sylvania]] ^a"},
		{"— a senior official, 2031-03-09 ^a", "write for whom an unnamed speaker speaks: — a senior official for [[…]], 2031-03-09 ^a"},
		{"— A senior official to [[Sylvania]]", "write for whom an unnamed speaker speaks: — a senior official for [[…]] to [[Sylvania]]"},
		{"— a senior official of [[Freedonia]] to [[Sylvania]]", "write — a senior official for [[Freedonia]] to [[Sylvania]]"},
		{"— a spokesman for Freedonia, 2031-03-09", "write — a spokesman for [[Freedonia]], 2031-03-09"},
		{"— for [[Sylvania]], 2031-03-09 ^a", "write who spoke in the first brackets: — [[…]] for [[Sylvania]], 2031-03-09 ^a"},
		{"— said [[Firefly]] to [[Sylvania]] ^a", "write — [[Firefly]] to [[Sylvania]] ^a"},
		{"— President [[Firefly]], 2031-03-09", "write — [[Firefly]], 2031-03-09"},
		{"— [[Firefly to [[Sylvania]]", "write — [[Firefly]] to [[Sylvania]]"},
		{"— [[Firefly] to Sylvania", "write — [[Firefly]] to [[Sylvania]]"},
		{"— [[]], 2031-03-09", "write who spoke in the first brackets: — [[…]], 2031-03-09"},
		{"- [[Firefly]] to [[Sylvania]]", "write — [[Firefly]] to [[Sylvania]]"},
		{"- Firefly, 2031-03-09", "write — [[Firefly]], 2031-03-09"},
		{"[[Firefly]] to [[Sylvania]], 2031-03-09", "write — [[Firefly]] to [[Sylvania]], 2031-03-09"},
		{"Firefly to Sylvania, 2031-03-09 ^a", "write — [[Firefly]] to [[Sylvania]], 2031-03-09 ^a"},
		{"— Firefly to Sylvania,\n> 2031-03-09 ^a", "write — [[Firefly]] to [[Sylvania]], 2031-03-09 ^a"},
		{"— Firefly about [[Sylvania]] To [[Osterlich]]", "write — [[Firefly]] to [[Osterlich]] about [[Sylvania]]"},
		{"— Firefly, beside the lake", attributionForm},
	}
	read := func(line string) *dossier.Doc {
		return File(source.New("content/digests/talks.md", []byte(fuzzHead+"> “We will go.”\n>\n> "+line+"\n")), Options{})
	}
	for _, test := range tests {
		near := read(test.line)
		if len(near.Statements) != 0 || len(near.Problems) != 1 || near.Problems[0].Hint != test.hint {
			t.Errorf("%s: got %d statements and %+v, want the hint %s", test.line, len(near.Statements), near.Problems, test.hint)
			continue
		}
		_, right, written := strings.Cut(test.hint, "— ")
		if test.hint == attributionForm || !written {
			continue
		}
		if mended := read("— " + right); len(mended.Statements) != 1 || len(mended.Problems) != 0 {
			t.Errorf("— %s: %d statements and %+v", right, len(mended.Statements), mended.Problems)
		}
	}
}

// TestQuotationsThatNameNobodyAreLeftAlone reads blockquotes that are no statements.
func TestQuotationsThatNameNobodyAreLeftAlone(t *testing.T) {
	for _, text := range []string{"Words.", "— or so they say", "Words — and more", "- one\n> - two", "Words, 12 of them", "— or so, 12 of them", "*Emphasis* in [brackets](https://a.example)"} {
		doc := File(source.New("content/digests/talks.md", []byte(fuzzHead+"> "+text+"\n")), Options{})
		if len(doc.Problems) > 0 {
			t.Errorf("%q: %+v", text, doc.Problems)
		}
	}
}

// TestLongAttributionsCostNoMoreThanTheirLength reads what cannot be read again
// and again: where the cost grew with the square it was minutes.
func TestLongAttributionsCostNoMoreThanTheirLength(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	started := time.Now()
	for _, head := range []string{"— [[A]]", "— a", "— [["} {
		for _, again := range []string{" x to [[a]]", " to X", " x to [[", ", 2025 to [[a]]", "in reply to ", ", withdrawn", ", in early 'May a b"} {
			line := head + strings.Repeat(again, 300_000/len(again))
			File(source.New("content/digests/talks.md", []byte(fuzzHead+"> “Words.”\n>\n> "+line+"\n")), Options{})
			File(source.New("content/digests/talks.md", []byte(fuzzHead+"> “Words.” "+strings.Repeat(" "+head+again, 300_000/len(head+again))+"\n")), Options{})
		}
	}
	if took := time.Since(started); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
}
