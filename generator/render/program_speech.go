package render

import (
	"reflect"
	"text/template/parse"
)

// said is what a call of t or piece says where all of its arguments are written in
// the template: the same on each page.
func (c *compiler) said(name string, nodes []parse.Node) (string, bool) {
	l := c.site.locale
	switch {
	case name == "t" && len(nodes) > 0:
		if words, ok := written(nodes); ok {
			return l.Text(words[0], words[1:]...), true
		}
	case name == "piece" && len(nodes) > 1:
		hole, isNumber := nodes[0].(*parse.NumberNode)
		if words, ok := written(nodes[1:]); ok && isNumber && hole.IsInt {
			return l.Piece(int(hole.Int64), words[0], words[1:]...), true
		}
	}
	return "", false
}

// written are strings that stand in a template.
func written(nodes []parse.Node) ([]string, bool) {
	words := make([]string, len(nodes))
	for i, node := range nodes {
		word, ok := node.(*parse.StringNode)
		if !ok {
			return nil, false
		}
		words[i] = word.Text
	}
	return words, true
}

// constantText compiles an action that says the same on each page, escaped once; nil
// for all others.
func (c *compiler) constantText(value []*parse.CommandNode, write func([]byte, reflect.Value) []byte) step {
	name, ok := value[0].Args[0].(*parse.IdentifierNode)
	if !ok || len(value) > 1 {
		return nil
	}
	said, ok := c.said(name.Ident, value[0].Args[1:])
	if !ok {
		return nil
	}
	text := string(write(nil, reflect.ValueOf(said)))
	return func(r *run, _ reflect.Value) { r.out = append(r.out, text...) }
}

// counting compiles number with its words written in the template; they are
// looked up once.
func (c *compiler) counting(nodes []parse.Node) (function, bool) {
	if len(nodes) < 3 {
		return function{}, false
	}
	words, ok := written(nodes[1:3])
	if !ok {
		return function{}, false
	}
	counted := c.site.locale.Plural(words[0], words[1])
	return function{len(nodes), func(a []reflect.Value) any {
		var room [64]byte
		return string(counted.Append(room[:0], whole(a[0]), texts(a[3:])...))
	}}, true
}

// speech returns those of the functions of funcs.go that take any number of words, for
// that number of arguments.
func (c *compiler) speech(name string, arguments int) (function, bool) {
	l := c.site.locale
	switch {
	case name == "t" && arguments > 0:
		return function{arguments, func(a []reflect.Value) any { return l.Text(text(a[0]), texts(a[1:])...) }}, true
	case name == "format" && arguments > 0:
		return function{arguments, func(a []reflect.Value) any { return l.Format(text(a[0]), texts(a[1:])...) }}, true
	case name == "piece" && arguments > 1:
		return function{arguments, func(a []reflect.Value) any { return l.Piece(whole(a[0]), text(a[1]), texts(a[2:])...) }}, true
	case name == "number" && arguments > 2:
		return function{arguments, func(a []reflect.Value) any {
			return l.Count(whole(a[0]), text(a[1]), text(a[2]), texts(a[3:])...)
		}}, true
	}
	return function{}, false
}

// texts are arguments of a function that takes strings; nil of none.
func texts(arguments []reflect.Value) []string {
	var words []string
	for _, argument := range arguments {
		words = append(words, text(argument))
	}
	return words
}
