package parse

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// What a reader sees of a statement is what is compared with its source, no more and no less.
func TestHTMLInAStatementIsComparedAsItIsShown(t *testing.T) {
	for _, words := range []string{
		"“We will not attack.”\n>\n> <p>\n> “And we will burn the marsh tomorrow.”\n> </p>",
		"“We will <script>not</script> attack.”",
		"“We will <b>not</b> attack <!-- sic -->.”",
		"<pre>\n> We will\n>\n> attack.\n> </pre>",
		"<script>\n> “We will attack.”\n> </script> at dawn",
		"<!-- An editor's note. -->\n>\n> “We will not attack.”",
		"<table><tr><td>We will attack.</table>",
	} {
		for _, sanitize := range []bool{false, true} {
			text := fuzzHead + "> " + words + "\n>\n>> " + strings.ReplaceAll(words, "\n>", "\n>>") + " (de)\n>\n> — [[Rufus Firefly]]\n"
			doc := File(source.New("content/digests/talks.md", []byte(text)), Options{Sanitize: sanitize})
			if len(doc.Statements) != 1 {
				t.Fatalf("%q is no statement: %v", text, doc.Problems)
			}
			q := &doc.Statements[0]
			if shown := seen(t, q.Words.HTML); wordsAlone(q.Text) != wordsAlone(shown) {
				t.Errorf("sanitize %v: shown are %q, compared %q", sanitize, shown, q.Text)
			}
			if shown := seen(t, q.Original.Words.HTML); wordsAlone(q.Original.Text) != wordsAlone(shown) {
				t.Errorf("sanitize %v: of the original, shown are %q, compared %q", sanitize, shown, q.Original.Text)
			}
		}
	}
}

func TestHTMLThatHidesAStatementIsAnError(t *testing.T) {
	first, second := "> We came.\n>\n> — [[Rufus Firefly]] ^came\n\n", "> We went.\n>\n> — [[Rufus Firefly]] ^went\n\n"
	for body, want := range map[string]string{
		"See <title>\n\n" + first + "</title>\n\n" + second:                                 "came",
		"See <title>\n\n" + first + second:                                                  "came went",
		"<table><tr><td>\n\n" + first + "</td>\n\n" + second + "</tr></table>\n":            "came",
		"<details>\n\n" + first + "</details>\n\nSee <title>[[Zenda]]</title>\n\n" + second: "",
	} {
		text := fuzzHead + body
		doc := File(source.New("content/digests/talks.md", []byte(text)), Options{Sanitize: true})
		var got []string
		for _, p := range doc.Problems {
			if p.Code == "html-hides-statement" {
				_, id, _ := strings.Cut(text[p.At.Start:p.At.End], "^")
				got = append(got, strings.TrimSpace(id))
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("of %q, %q are said to be hidden, not %q", body, got, want)
		}
	}
}

func TestOfInputsACheckboxAloneIsShown(t *testing.T) {
	for raw, want := range map[string]string{
		`<input type="checkbox" checked disabled> done`: `<p><input type="checkbox" checked="" disabled=""> done</p>`,
		`<input type="text" disabled> name`:             `<p> name</p>`,
	} {
		doc := File(source.New("content/pages/a.md", []byte("Well: "+raw+"\n")), Options{Sanitize: true})
		shown := !slices.ContainsFunc(doc.Problems, func(p diag.Problem) bool { return p.Code == "html-left-out" })
		want = strings.Replace(want, "<p>", "<p>Well: ", 1)
		if got := strings.TrimSpace(string(doc.Body.HTML)); got != want || shown != strings.Contains(want, "<input") {
			t.Errorf("%s becomes %s, and is told to be shown: %v", raw, got, shown)
		}
	}
}

// seen is the text of HTML as a browser shows it.
func seen(t *testing.T, text []byte) string {
	t.Helper()
	root, err := html.Parse(strings.NewReader(string(text)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for node := range root.Descendants() {
		if node.Type == html.TextNode {
			all.WriteString(node.Data)
		}
	}
	return all.String()
}

// wordsAlone is text without spaces and quotation marks, of which those around a quotation are not part of its text.
func wordsAlone(text string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune("“”", r) {
			return -1
		}
		return r
	}, strings.Join(strings.Fields(text), ""))
}
