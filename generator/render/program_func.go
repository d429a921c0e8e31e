package render

import (
	"reflect"
	"text/template/parse"
)

// function is one that templates call with a number of arguments. It gives up on
// arguments that it does not know.
type function struct {
	arguments int
	gives     reflect.Type
	of        func(arguments []reflect.Value) any
}

// function compiles a call; final is the last argument, or nil.
func (c *compiler) function(name string, nodes []parse.Node, final *expression) expression {
	if said, ok := c.said(name, nodes); ok && final == nil {
		return constant(reflect.ValueOf(said))
	}
	arguments := make([]expression, 0, len(nodes)+1)
	for _, node := range nodes {
		arguments = append(arguments, c.operand(node))
	}
	if final != nil {
		arguments = append(arguments, *final)
	} else if len(arguments) > 0 && (name == "and" || name == "or") {
		return choice(name == "or", arguments)
	}
	if decided, ok := decision(name, arguments); ok {
		return decided
	}
	called, ok := c.called(name, nodes, len(arguments))
	if !ok || len(arguments) != called.arguments {
		c.refuse(name)
		return expression{}
	}
	return expression{typ: called.gives, of: func(r *run, dot reflect.Value) reflect.Value {
		from := len(r.arguments)
		for i := range arguments {
			r.arguments = append(r.arguments, arguments[i].value(r, dot))
		}
		value := called.of(r.arguments[from:])
		clear(r.arguments[from:]) // so that no view is kept
		r.arguments = r.arguments[:from]
		return reflect.ValueOf(value)
	}}
}

// called returns a function by its name; nodes are those of its arguments that are
// not piped to it.
func (c *compiler) called(name string, nodes []parse.Node, arguments int) (function, bool) {
	r := c.site
	switch name {
	case "len":
		return function{1, intType, length}, true
	case "asset":
		return function{1, stringType, func(a []reflect.Value) any { return must(r.asset(text(a[0]))) }}, true
	case "has":
		return function{1, boolType, func(a []reflect.Value) any { return r.has(text(a[0])) }}, true
	case "digits":
		return function{1, stringType, func(a []reflect.Value) any { return r.locale.Number(whole(a[0])) }}, true
	}
	if counted, ok := c.counted(name, nodes); ok && arguments == len(nodes) {
		return function{arguments, stringType, func(a []reflect.Value) any {
			var room [64]byte
			return string(counted.Append(room[:0], whole(a[0]), texts(a[3:])...))
		}}, true
	}
	return c.speech(name, arguments)
}

// direct compiles numbers, and the functions that make HTML where they stand in text, without a value between; elsewhere these are
// left to html/template. It is nil for all else.
func (c *compiler) direct(value []*parse.CommandNode, as escaper) step {
	if len(value) > 1 || len(value[0].Args) < 2 {
		return nil
	}
	name, arguments := value[0].Args[0].String(), value[0].Args[1:]
	if as.numbers {
		if number := c.number(name, arguments); number != nil {
			return number
		}
	}
	if len(arguments) > 1 || !as.html {
		return nil
	}
	if maker, found := c.site.makers()[name]; found {
		return maker.step(c.operand(arguments[0]))
	}
	return nil
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
	return new(value.Interface().(T))
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
