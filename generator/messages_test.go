package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"text/template/parse"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/templates"
)

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
var speakers = map[string]int{"Text": 0, "Format": 0, "AppendFormat": 1, "Piece": 1, "Count": 1, "Plural": 0, "put": 0, "message": 0, "newFrame": 1}

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
