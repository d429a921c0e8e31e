package render

import (
	"reflect"
	"text/template/parse"

	"demarche/generator/escape"
	"demarche/generator/locale"
)

// said is what a call of t, piece or asset says where all of its arguments are written in
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
	case name == "asset" && len(nodes) == 1:
		if words, ok := written(nodes); ok {
			address, err := c.site.asset(words[0])
			return address, err == nil
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

// constantText is what an action says that says the same on each page.
func (c *compiler) constantText(value []*parse.CommandNode) (string, bool) {
	name, ok := value[0].Args[0].(*parse.IdentifierNode)
	if !ok || len(value) > 1 {
		return "", false
	}
	return c.said(name.Ident, value[0].Args[1:])
}

// counted is the message of a call of number with its words written in the template; they are
// looked up once.
func (c *compiler) counted(name string, nodes []parse.Node) (locale.Plural, bool) {
	if name != "number" || len(nodes) < 3 {
		return locale.Plural{}, false
	}
	words, ok := written(nodes[1:3])
	if !ok {
		return locale.Plural{}, false
	}
	return c.site.locale.Plural(words[0], words[1]), true
}

// number compiles a number in words or digits; nil for all else.
func (c *compiler) number(name string, nodes []parse.Node) step {
	l := c.site.locale
	counted, ok := c.counted(name, nodes)
	switch {
	case ok && len(nodes) == 3:
		n := c.operand(nodes[0])
		return func(r *run, out []byte, dot reflect.Value) []byte {
			return escape.Template.Rest(counted.Append(out, whole(n.value(r, dot))), len(out))
		}
	case name == "digits" && len(nodes) == 1:
		n := c.operand(nodes[0])
		return func(r *run, out []byte, dot reflect.Value) []byte {
			return escape.Template.Rest(l.AppendNumber(out, whole(n.value(r, dot))), len(out))
		}
	}
	return nil
}

// speech returns those of the functions of funcs.go that take any number of words, for
// that number of arguments.
func (c *compiler) speech(name string, arguments int) (function, bool) {
	l := c.site.locale
	switch {
	case name == "t" && arguments > 0:
		return function{arguments, stringType, func(a []reflect.Value) any { return l.Text(text(a[0]), texts(a[1:])...) }}, true
	case name == "format" && arguments > 0:
		return function{arguments, stringType, func(a []reflect.Value) any { return l.Format(text(a[0]), texts(a[1:])...) }}, true
	case name == "piece" && arguments > 1:
		return function{arguments, stringType, func(a []reflect.Value) any { return l.Piece(whole(a[0]), text(a[1]), texts(a[2:])...) }}, true
	case name == "number" && arguments > 2:
		return function{arguments, stringType, func(a []reflect.Value) any {
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
