package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"
	"unicode"

	"golang.org/x/net/html"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/templates"
)

// messageList is what translators start from: every message, without a translation.
// `go test ./generator -run TestTheListOfMessages -update` writes it anew.
const messageList = "languages/messages.yaml"

// message is one that pages or feeds say.
type message struct {
	one, several string   // in English, where it counts something
	places       []string // templates and files in which it stands
}

// messages are all, by key.
type messages map[string]*message

func (m messages) add(key, place string) *message {
	if m[key] == nil {
		m[key] = new(message)
	}
	if !slices.Contains(m[key].places, place) {
		m[key].places = append(m[key].places, place)
	}
	return m[key]
}

func (m messages) count(one, several, place string) {
	counted := m.add(locale.PluralKey(several), place)
	counted.one, counted.several = one, several
}

// allMessages are those of the templates, of the Go sources, and of the tables that
// other rooms keep.
func allMessages(t *testing.T) messages {
	t.Helper()
	m := messages{}
	for name, tree := range templateTrees(t) {
		m.ofTemplate(t, name, tree.Root)
	}
	m.ofSources(t)
	for _, a := range dossier.Acts {
		m.add(locale.Key(a.Name, "act of a statement"), "dossier/act.go")
		m.add(locale.Key(a.Test, "after: The speaker"), "dossier/act.go")
	}
	for _, a := range dossier.Deeds {
		m.add(locale.Key(a.Name, "deed"), "dossier/act.go")
		m.add(locale.Key(a.Test, "after: The speaker"), "dossier/act.go")
	}
	for _, file := range page.DataFiles {
		m.add(locale.Key(file.Says, "about the data"), "page/data.go")
		for _, column := range file.Columns {
			m.add(locale.Key(column.Says, "about the data"), "page/data.go")
			m.add(locale.Key(column.Type, "type of a field"), "page/data.go")
		}
	}
	return m
}

// templateTrees are the default templates by name.
func templateTrees(t *testing.T) map[string]*parse.Tree {
	t.Helper()
	names, err := fs.Glob(templates.Files, "*.html")
	if err != nil {
		t.Fatal(err)
	}
	trees := map[string]*parse.Tree{}
	for _, name := range names {
		text, err := fs.ReadFile(templates.Files, name)
		if err != nil {
			t.Fatal(err)
		}
		tree := parse.New(name)
		tree.Mode = parse.SkipFuncCheck
		if _, err := tree.Parse(string(text), "", "", map[string]*parse.Tree{}); err != nil {
			t.Fatal(err)
		}
		trees[name] = tree
	}
	return trees
}

// ofTemplate adds the messages below a node of a template.
func (m messages) ofTemplate(t *testing.T, name string, node parse.Node) {
	for n := range templateNodes(node) {
		command, ok := n.(*parse.CommandNode)
		if !ok || len(command.Args) < 2 {
			continue
		}
		function, ok := command.Args[0].(*parse.IdentifierNode)
		if !ok {
			continue
		}
		var words []string
		for _, argument := range command.Args[1:] {
			word := ""
			if text, ok := argument.(*parse.StringNode); ok {
				word = text.Text
			}
			words = append(words, word)
		}
		switch function.Ident {
		case "t":
			m.add(locale.Key(words[0], words[1:]...), name)
		case "format":
			m.add(words[0], name)
		case "piece":
			m.add(locale.Key(words[1], words[2:]...), name)
		case "number":
			m.count(words[1], words[2], name)
		default:
			continue
		}
		if slices.Contains(words[:min(len(words), 1)], "") && (function.Ident == "t" || function.Ident == "format") {
			t.Errorf("templates/%s: a message is not written where it is said: %s", name, command)
		}
	}
}

// templateNodes are a node and all below it.
func templateNodes(node parse.Node) func(yield func(parse.Node) bool) {
	return func(yield func(parse.Node) bool) { walkTemplate(node, yield) }
}

func walkTemplate(node parse.Node, yield func(parse.Node) bool) bool {
	var below []parse.Node
	add := func(pipe *parse.PipeNode, lists ...*parse.ListNode) {
		if pipe != nil {
			below = append(below, pipe)
		}
		for _, list := range lists {
			if list != nil {
				below = append(below, list)
			}
		}
	}
	switch n := node.(type) {
	case *parse.ListNode:
		below = n.Nodes
	case *parse.ActionNode:
		add(n.Pipe)
	case *parse.IfNode:
		add(n.Pipe, n.List, n.ElseList)
	case *parse.WithNode:
		add(n.Pipe, n.List, n.ElseList)
	case *parse.RangeNode:
		add(n.Pipe, n.List, n.ElseList)
	case *parse.TemplateNode:
		add(n.Pipe)
	case *parse.PipeNode:
		for _, command := range n.Cmds {
			below = append(below, command)
		}
	case *parse.CommandNode:
		below = n.Args
	}
	if !yield(node) {
		return false
	}
	for _, n := range below {
		if !walkTemplate(n, yield) {
			return false
		}
	}
	return true
}

// speakers are the functions of Go sources that take a message, and which of their arguments it is.
var speakers = map[string]int{"Text": 0, "Format": 0, "AppendFormat": 1, "Piece": 1, "Count": 1, "Plural": 0, "put": 0, "message": 0}

// ofSources adds the messages of the rooms that speak to readers.
func (m messages) ofSources(t *testing.T) {
	for _, room := range []string{"page", "export", "locale", "build"} {
		files, err := filepath.Glob(room + "/*.go")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(file, func(n ast.Node) bool {
				if call, ok := n.(*ast.CallExpr); ok {
					m.ofCall(call, filepath.ToSlash(name))
				}
				return true
			})
		}
	}
}

// ofCall adds the message of a call, if it says one that is written there.
func (m messages) ofCall(call *ast.CallExpr, place string) {
	name := ""
	switch function := call.Fun.(type) {
	case *ast.Ident:
		name = function.Name
	case *ast.SelectorExpr:
		if name = function.Sel.Name; !speaks(function.X) {
			return
		}
	}
	at, known := speakers[name]
	if !known || len(call.Args) <= at {
		return
	}
	words := make([]string, 0, len(call.Args))
	for _, argument := range call.Args[at:] {
		word, ok := writtenString(argument)
		if !ok {
			break
		}
		words = append(words, word)
	}
	switch {
	case len(words) == 0 || words[0] == "":
	case (name == "Count" || name == "Plural") && len(words) > 1:
		m.count(words[0], words[1], place)
	case name == "Text" || name == "Piece":
		m.add(locale.Key(words[0], words[1:]...), place)
	default:
		m.add(words[0], place)
	}
}

// speaks says whether an expression is by its name a *locale.Locale, or a plan, which has one.
func speaks(e ast.Expr) bool {
	switch e := e.(type) {
	case *ast.Ident:
		return e.Name == "l" || e.Name == "p"
	case *ast.SelectorExpr:
		return e.Sel.Name == "locale" || e.Sel.Name == "phrases"
	}
	return false
}

// writtenString is a string that stands in a Go source, perhaps in parts.
func writtenString(e ast.Expr) (string, bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, err := strconv.Unquote(e.Value)
		return text, err == nil && e.Kind == token.STRING
	case *ast.BinaryExpr:
		left, ok := writtenString(e.X)
		right, alsoOK := writtenString(e.Y)
		return left + right, ok && alsoOK && e.Op == token.ADD
	}
	return "", false
}

// names are what is the same in every language.
var names = []string{"PLOVER", "CAMEO", "Wikidata"}

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
