package render

import (
	"cmp"
	"reflect"
	"text/template/parse"
)

// function is one that templates call with a number of arguments. It gives up on
// arguments that it does not know.
type function struct {
	arguments int
	of        func(arguments []reflect.Value) any
}

// functions are Go's own that the compiler knows; and, or are compiled by
// themselves, because they do not need all their arguments.
var functions = map[string]function{
	"not": {1, func(a []reflect.Value) any { return !truth(a[0]) }},
	"len": {1, length},
	"eq":  {2, func(a []reflect.Value) any { return compare(a[0], a[1]) == 0 }},
	"ne":  {2, func(a []reflect.Value) any { return compare(a[0], a[1]) != 0 }},
	"lt":  {2, func(a []reflect.Value) any { return compare(a[0], a[1]) < 0 }},
	"le":  {2, func(a []reflect.Value) any { return compare(a[0], a[1]) <= 0 }},
	"gt":  {2, func(a []reflect.Value) any { return compare(a[0], a[1]) > 0 }},
	"ge":  {2, func(a []reflect.Value) any { return compare(a[0], a[1]) >= 0 }},
}

// function compiles a call; final is the last argument, or nil.
func (c *compiler) function(name string, nodes []parse.Node, final expression) expression {
	if said, ok := c.said(name, nodes); ok && final == nil {
		return constant(reflect.ValueOf(said))
	}
	arguments := make([]expression, 0, len(nodes)+1)
	for _, node := range nodes {
		arguments = append(arguments, c.operand(node))
	}
	if final != nil {
		arguments = append(arguments, final)
	} else if len(arguments) > 0 && (name == "and" || name == "or") {
		return choice(name == "or", arguments)
	}
	called, ok := c.called(name, nodes, len(arguments))
	if !ok || len(arguments) != called.arguments {
		c.refuse(name)
		return nil
	}
	return func(r *run, dot reflect.Value) reflect.Value {
		from := len(r.arguments)
		for _, argument := range arguments {
			r.arguments = append(r.arguments, argument(r, dot))
		}
		value := called.of(r.arguments[from:])
		r.arguments = r.arguments[:from]
		return reflect.ValueOf(value)
	}
}

// called returns a function by its name; nodes are those of its arguments that are
// not piped to it.
func (c *compiler) called(name string, nodes []parse.Node, arguments int) (function, bool) {
	if known, ok := functions[name]; ok {
		return known, true
	}
	if known, ok := c.site.compiled(name); ok {
		return known, true
	}
	if name == "number" && arguments == len(nodes) {
		if known, ok := c.counting(nodes); ok {
			return known, true
		}
	}
	return c.speech(name, arguments)
}

// choice compiles and, or: the first argument whose truth is wanted, or the last.
func choice(wanted bool, arguments []expression) expression {
	return func(r *run, dot reflect.Value) (value reflect.Value) {
		for _, argument := range arguments {
			if value = argument(r, dot); truth(value) == wanted {
				return value
			}
		}
		return value
	}
}

// direct compiles {{card …}}, {{line …}}, {{sources …}}, {{prose …}}, {{pre …}} and {{linked …}} in text, the most that pages
// are made of, without a value between; nil for all else. Elsewhere they are left to html/template.
func (c *compiler) direct(value []*parse.CommandNode, escapers string) step {
	if len(value) > 1 || len(value[0].Args) != 2 || escapers != textEscaper {
		return nil
	}
	r := c.site
	switch value[0].Args[0].String() {
	case "card":
		return appending(c.operand(value[0].Args[1]), r.appendCard)
	case "line":
		return appending(c.operand(value[0].Args[1]), r.appendLine)
	case "sources":
		return appending(c.operand(value[0].Args[1]), r.appendSources)
	case "prose":
		return appending(c.operand(value[0].Args[1]), r.appendProse)
	case "pre":
		argument := c.operand(value[0].Args[1])
		return func(r *run, dot reflect.Value) { r.out = appendPre(r.out, text(argument(r, dot))) }
	case "linked":
		return appending(c.operand(value[0].Args[1]), appendLinked)
	}
	return nil
}

func appending[T any](argument expression, to func(out []byte, of T) ([]byte, error)) step {
	return func(r *run, dot reflect.Value) { r.out = must(to(r.out, *view[T](argument(r, dot)))) }
}

// compiled returns one of the other functions of funcs.go.
func (r *Site) compiled(name string) (function, bool) {
	switch name {
	case "asset":
		return function{1, func(a []reflect.Value) any { return must(r.asset(text(a[0]))) }}, true
	case "digits":
		return function{1, func(a []reflect.Value) any { return r.locale.Digits(whole(a[0])) }}, true
	}
	return function{}, false
}

func must[T any](value T, err error) T {
	if err != nil {
		giveUp()
	}
	return value
}

// view is the argument of a function that takes a T; a pointer to one is as good.
func view[T any](argument reflect.Value) *T {
	value := concrete(argument)
	if value.Kind() == reflect.Pointer {
		value = value.Elem()
	}
	if !value.IsValid() || value.Type() != reflect.TypeFor[T]() {
		giveUp()
	}
	if value.CanAddr() {
		return value.Addr().Interface().(*T)
	}
	copied := value.Interface().(T)
	return &copied
}

var (
	stringType = reflect.TypeFor[string]()
	intType    = reflect.TypeFor[int]()
)

// text is the argument of a function that takes a string.
func text(argument reflect.Value) string {
	value := concrete(argument)
	if !value.IsValid() || value.Type() != stringType {
		giveUp()
	}
	return value.String()
}

// whole is the argument of a function that takes an int.
func whole(argument reflect.Value) int {
	value := concrete(argument)
	if !value.IsValid() || value.Type() != intType {
		giveUp()
	}
	return int(value.Int())
}

func length(arguments []reflect.Value) any {
	switch value := indirect(arguments[0]); value.Kind() {
	case reflect.Slice, reflect.Map, reflect.String:
		return value.Len()
	}
	giveUp()
	return nil
}

// compare compares two strings or two whole numbers.
func compare(a, b reflect.Value) int {
	a, b = concrete(a), concrete(b)
	switch {
	case a.Kind() == reflect.String && b.Kind() == reflect.String:
		return cmp.Compare(a.String(), b.String())
	case a.CanInt() && b.CanInt():
		return cmp.Compare(a.Int(), b.Int())
	}
	giveUp()
	return 0
}
