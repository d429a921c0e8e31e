package main

import (
	"bytes"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/template/parse"
	"unicode"

	"golang.org/x/net/html"

	"demarche/generator/locale"
)

// messageList is what translators start from: every message, without a translation.
// `go test ./generator -run TestTheListOfMessages -update` writes it anew.
const messageList = "languages/messages.yaml"

// names are what is the same in every language.
var names = []string{"PLOVER", "CAMEO", "Wikidata", "APA", "Chicago", "MLA", "BibTeX", "RIS", "CSL", "JSON", "HTML"}

func TestTemplatesSayNothingButMessages(t *testing.T) {
	for name, tree := range templateTrees(t) {
		var text bytes.Buffer
		for node := range templateNodes(tree.Root) {
			switch n := node.(type) {
			case *parse.TextNode:
				text.Write(n.Text)
			case *parse.ActionNode, *parse.TemplateNode:
				text.WriteString("1")
			}
		}
		// What is in <noscript> is read too.
		reader := html.NewTokenizer(bytes.NewReader(bytes.ReplaceAll(text.Bytes(), []byte("noscript"), []byte("div"))))
		for kind := reader.Next(); kind != html.ErrorToken; kind = reader.Next() {
			found := reader.Token()
			said := []string{}
			if kind == html.TextToken {
				said = append(said, found.Data)
			}
			for _, a := range found.Attr {
				if a.Key == "title" || a.Key == "alt" || a.Key == "placeholder" || strings.HasPrefix(a.Key, "aria-") && strings.HasSuffix(a.Key, "label") || strings.HasPrefix(a.Key, "data-") {
					said = append(said, a.Val)
				}
			}
			for _, words := range said {
				for _, word := range strings.FieldsFunc(words, func(r rune) bool { return !unicode.IsLetter(r) }) {
					if !slices.Contains(names, word) {
						t.Errorf("templates/%s says %q in English; write {{t %q}}", name, word, strings.TrimSpace(words))
					}
				}
			}
		}
	}
}

// list writes the messages as translators get them.
func (m messages) list() []byte {
	b := bytes.NewBufferString(listHead)
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b string) int { return compareMessages(m, a, b) })
	for _, key := range keys {
		slices.Sort(m[key].places)
		fmt.Fprintf(b, "\n# %s\n", strings.Join(m[key].places, ", "))
		if m[key].several == "" {
			fmt.Fprintf(b, "%q:\n", key)
			continue
		}
		fmt.Fprintf(b, "# of 1: %s; of 5: %s\n", said(m[key].one, 1), said(m[key].several, 5))
		fmt.Fprintf(b, "%q:\n  one:\n  other:\n", key)
	}
	return b.Bytes()
}

// said is what a message says in English of a number.
func said(words string, n int) string {
	return locale.English().Count(n, words, words)
}

// compareMessages puts messages in the order of where they stand first, so that those of one
// page are together.
func compareMessages(m messages, a, b string) int {
	if order := strings.Compare(path.Base(slices.Min(m[a].places)), path.Base(slices.Min(m[b].places))); order != 0 {
		return order
	}
	return strings.Compare(a, b)
}

const listHead = `# Every message of Demarche. To add a language, copy this file to TAG.yaml, where TAG
# is the tag of the language, such as fa or pt-BR, and write each translation after
# its colon, in double quotes.
#
#   "Skip to content": "پرش به محتوا"
#
# Above each message stand the templates and the files that say it. What is in brackets
# at its end tells where it stands, and is not said.
# A {name} is filled with something; keep it, where your language wants it. Each {} is
# filled too, in this order: with a name, a number, a date, a list, or with the start or
# the end of a link, as in "Begin at the {}front page{}".
# A message with a number has the forms of your language, as CLDR calls them: one, other;
# also zero, two, few, many. Where one has only other, write the text after the colon.
# Numbers and names are not inflected: write labels ("Conversations: {n}") where that is
# awkward. Of "{}, {}", and its like, only what stands between the two is said.
`

func TestTheListOfMessagesIsOfToday(t *testing.T) {
	file := filepath.Join("..", "templates", filepath.FromSlash(messageList))
	list := allMessages(t).list()
	if *update {
		if err := os.WriteFile(file, list, 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if written, err := os.ReadFile(file); err != nil || !bytes.Equal(written, list) {
		t.Errorf("templates/%s is not of today (%v): go test ./generator -run TestTheListOfMessages -update", messageList, err)
	}
}
