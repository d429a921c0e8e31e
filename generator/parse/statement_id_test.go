package parse

import (
	"strings"
	"testing"

	"demarche/generator/source"
)

const withdrawnStatement = `
> “We burnt the reeds.”
>
> — [[Sylvania]]
`

func TestWithdrawnDigestShowsNoWordsInAddresses(t *testing.T) {
	doc := File(source.New("content/digests/talks.md", []byte("---\ntitle: Talks\ndate: 2031-05-04\nwithdrawn: Forged\n---\n"+withdrawnStatement+withdrawnStatement)), Options{})
	if len(doc.Problems) > 0 || len(doc.Statements) != 2 {
		t.Fatalf("%d statements, %v", len(doc.Statements), doc.Problems)
	}
	first, second := doc.Statements[0].ID, doc.Statements[1].ID
	if strings.Contains(first, "reeds") || strings.Contains(second, "reeds") || first == second || first == "" {
		t.Errorf("the addresses are %q and %q", first, second)
	}
}

func TestWithdrawnStatementNeedsAnIDOfItsOwn(t *testing.T) {
	const head = "---\ntitle: Talks\ndate: 2031-05-04\nwithdrawn: {sylvania-we-burnt-the-reeds: Forged}\n---\n"
	for text, codes := range map[string]string{
		withdrawnStatement: "withdrawn-words",
		strings.TrimSpace(withdrawnStatement) + " ^sylvania-we-burnt-the-reeds\n": "", // an editor may keep the address that it had
	} {
		doc := File(source.New("content/digests/talks.md", []byte(head+text)), Options{})
		var got []string
		for _, p := range doc.Problems {
			got = append(got, p.Code)
		}
		if strings.Join(got, " ") != codes {
			t.Errorf("problems are %v, want %q", doc.Problems, codes)
		}
	}
}
