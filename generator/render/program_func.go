package render

import (
	"cmp"
	"fmt"
	"reflect"
	"text/template/parse"

	"demarche/generator/page"
)

// function is one that templates call. It gives up on arguments that it does not know.
type function struct {
	least, most int // arguments
	of          func(arguments []reflect.Value) any
}

// many is more arguments than a template gives.
const many = 1000

// functions are Go's own that the compiler knows; and, or are compiled by
// themselves, because they do not need all their arguments.
var functions = map[string]function{
	"not":    {1, 1, func(a []reflect.Value) any { return !truth(a[0]) }},
	"len":    {1, 1, length},
	"index":  {2, 2, index},
	"eq":     {2, many, func(a []reflect.Value) any { return equalsAny(a[0], a[1:]) }},
	"ne":     {2, 2, func(a []reflect.Value) any { return compare(a[0], a[1]) != 0 }},
	"lt":     {2, 2, func(a []reflect.Value) any { return compare(a[0], a[1]) < 0 }},
	"le":     {2, 2, func(a []reflect.Value) any { return compare(a[0], a[1]) <= 0 }},
	"gt":     {2, 2, func(a []reflect.Value) any { return compare(a[0], a[1]) > 0 }},
	"ge":     {2, 2, func(a []reflect.Value) any { return compare(a[0], a[1]) >= 0 }},
	"print":  {0, many, func(a []reflect.Value) any { return fmt.Sprint(plain(a)...) }},
	"printf": {1, many, func(a []reflect.Value) any { return fmt.Sprintf(text(a[0]), plain(a[1:])...) }},
}

// function compiles a call; final is the last argument, or nil.
func (c *compiler) function(name string, nodes []parse.Node, final expression) expression {
	arguments := make([]expression, 0, len(nodes)+1)
	for _, node := range nodes {
		arguments = append(arguments, c.operand(node))
	}
	if final != nil {
		arguments = append(arguments, final)
	} else if len(arguments) > 0 && (name == "and" || name == "or") {
		return choice(name == "or", arguments)
	}
	called, ok := functions[name]
	if !ok {
		called, ok = c.site.compiled(name)
	}
	if !ok || len(arguments) < called.least || len(arguments) > called.most {
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
		if found, ok := value.(reflect.Value); ok {
			return found
		}
		return reflect.ValueOf(value)
	}
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

// direct compiles {{card …}} and {{prose …}} in text, the most that pages are
// made of, without a value between; nil for all else.
func (c *compiler) direct(value, escapers []*parse.CommandNode) step {
	if len(value) > 1 || len(value[0].Args) != 2 || chainName(escapers) != "htmlescaper" {
		return nil
	}
	r := c.site
	switch value[0].Args[0].String() {
	case "card":
		return appending(c.operand(value[0].Args[1]), r.appendCard)
	case "prose":
		return appending(c.operand(value[0].Args[1]), r.appendProse)
	}
	return nil
}

func appending[T any](argument expression, to func(out []byte, of T) ([]byte, error)) step {
	return func(r *run, dot reflect.Value) flow {
		r.out = must(to(r.out, *view[T](argument(r, dot))))
		return onward
	}
}

// compiled returns one of the functions of funcs.go.
func (r *Site) compiled(name string) (function, bool) {
	switch name {
	case "card":
		return function{1, 1, func(a []reflect.Value) any { return must(r.card(*view[page.CardRef](a[0]))) }}, true
	case "prose":
		return function{1, 1, func(a []reflect.Value) any { return must(r.prose(*view[page.Prose](a[0]))) }}, true
	case "asset":
		return function{1, 1, func(a []reflect.Value) any { return must(r.asset(text(a[0]))) }}, true
	case "number":
		return function{3, 3, func(a []reflect.Value) any { return number(whole(a[0]), text(a[1]), text(a[2])) }}, true
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

// plain are the arguments of a function that takes anything.
func plain(arguments []reflect.Value) []any {
	values := make([]any, len(arguments))
	for i, argument := range arguments {
		if argument.IsValid() {
			values[i] = argument.Interface()
		}
	}
	return values
}

func length(arguments []reflect.Value) any {
	switch value := indirect(arguments[0]); value.Kind() {
	case reflect.Slice, reflect.Map, reflect.String, reflect.Array:
		return value.Len()
	}
	giveUp()
	return nil
}

func index(arguments []reflect.Value) any {
	of, at := indirect(arguments[0]), concrete(arguments[1])
	switch {
	case of.Kind() == reflect.Slice && at.Kind() == reflect.Int && at.Int() >= 0 && at.Int() < int64(of.Len()):
		return of.Index(int(at.Int()))
	case of.Kind() == reflect.Map && at.IsValid() && at.Type() == stringType && of.Type().Key() == stringType:
		if value := of.MapIndex(at); value.IsValid() {
			return value
		}
		return reflect.Zero(of.Type().Elem())
	}
	giveUp()
	return nil
}

func equalsAny(a reflect.Value, others []reflect.Value) bool {
	for _, other := range others {
		if compare(a, other) == 0 {
			return true
		}
	}
	return false
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
