package render

import (
	"reflect"
	"strings"
	"sync/atomic"
	"text/template/parse"
)

// expression is a value that a template asks for: what of returns, or, as for most,
// a field of dot.
type expression struct {
	of    func(r *run, dot reflect.Value) reflect.Value
	field int          // of dot, without of; itself for dot
	typ   reflect.Type // what the value always is, which is then no interface; nil where that is not known beforehand
	holds condition    // whether it is true, where that is found out without the value
}

const itself = -1

func (e *expression) isDot() bool { return e.of == nil && e.field == itself }

func (e *expression) value(r *run, dot reflect.Value) reflect.Value {
	switch {
	case e.of != nil:
		return e.of(r, dot)
	case e.field == itself:
		return dot
	}
	return dot.Field(e.field)
}

func constant(value reflect.Value) expression {
	e := expression{of: func(*run, reflect.Value) reflect.Value { return value }}
	if value.IsValid() {
		e.typ = value.Type()
	}
	return e
}

// static is a type as expression has it.
func static(of reflect.Type) reflect.Type {
	if of.Kind() == reflect.Interface {
		return nil
	}
	return of
}

// behind is what a pointer to a struct points to, so that its fields stand there without a
// further step; all else, and a nil pointer, stays what it is.
func behind(value reflect.Value) reflect.Value {
	if value.Kind() == reflect.Pointer && value.Type().Elem().Kind() == reflect.Struct && !value.IsNil() {
		return value.Elem()
	}
	return value
}

// typeBehind is the type of what is behind a value that is not nil.
func typeBehind(of reflect.Type) reflect.Type {
	if of != nil && of.Kind() == reflect.Pointer && of.Elem().Kind() == reflect.Struct {
		return of.Elem()
	}
	return of
}

// commands compiles commands joined by "|": each is given the value of the one before.
func (c *compiler) commands(cmds []*parse.CommandNode) expression {
	e := opened(c.command(cmds[0], nil))
	for _, cmd := range cmds[1:] {
		before := e
		e = opened(c.command(cmd, &before))
	}
	return e
}

// opened takes what an interface without methods holds, which html/template does
// after each command.
func opened(e expression) expression {
	if e.typ != nil {
		return e
	}
	return expression{holds: e.holds, of: func(r *run, dot reflect.Value) reflect.Value {
		value := e.value(r, dot)
		if value.Kind() == reflect.Interface && value.Type().NumMethod() == 0 {
			return value.Elem()
		}
		return value
	}}
}

// command compiles one command; final is its last argument, or nil.
func (c *compiler) command(cmd *parse.CommandNode, final *expression) expression {
	if name, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return c.function(name.Ident, cmd.Args[1:], final)
	}
	if len(cmd.Args) > 1 || final != nil {
		c.refuse(cmd)
		return expression{}
	}
	return c.operand(cmd.Args[0])
}

// operand compiles what stands as an argument, or alone.
func (c *compiler) operand(node parse.Node) expression {
	switch n := node.(type) {
	case *parse.DotNode:
		return expression{field: itself, typ: c.dot}
	case *parse.FieldNode:
		return fields(expression{field: itself, typ: c.dot}, n.Ident)
	case *parse.VariableNode:
		return fields(c.variable(n.Ident[0]), n.Ident[1:])
	case *parse.PipeNode:
		return c.pipeline(n)
	case *parse.StringNode:
		return constant(reflect.ValueOf(n.Text))
	case *parse.NumberNode:
		if n.IsInt && !n.IsComplex && !strings.ContainsAny(n.Text, ".eEpP") {
			return constant(reflect.ValueOf(int(n.Int64)))
		}
	}
	c.refuse(node)
	return expression{}
}

func fields(of expression, names []string) expression {
	for _, name := range names {
		of = field(of, name)
	}
	return of
}

// field compiles a look-up of a name. Of a struct it is known beforehand where the field stands.
func field(of expression, name string) expression {
	typ := of.typ
	pointed := typ != nil && typ.Kind() == reflect.Pointer
	if pointed {
		typ = typ.Elem()
	}
	if typ == nil || typ.Kind() != reflect.Struct {
		return lookUp(of, name)
	}
	a := newAccess(typ, name, nil)
	switch {
	case a.way == byMethod:
		found := lookUp(of, name)
		found.typ = static(typ.Method(a.method).Type.Out(0))
		return found
	case a.way != byField || len(a.index) > 1:
		return lookUp(of, name)
	}
	i := a.index[0]
	found := expression{field: i, typ: static(typ.Field(i).Type)}
	switch {
	case pointed:
		found.of = func(r *run, dot reflect.Value) reflect.Value {
			value := of.value(r, dot)
			if value.IsNil() {
				giveUp()
			}
			return value.Elem().Field(i)
		}
	case !of.isDot():
		found.of = func(r *run, dot reflect.Value) reflect.Value { return of.value(r, dot).Field(i) }
	}
	return found
}

// access is how a name is looked up in values of one type. A template meets few
// types at one place, so each place keeps a list of them, the newest first.
type access struct {
	of     reflect.Type
	way    way
	index  []int // of a field
	method int
	next   *access
}

type way int

const (
	byField way = iota
	byMethod
	byKey // of a map
	noWay
)

// lookUp compiles a look-up of a name in values of any type. It gives up on all that
// html/template answers with an error, such as a field that does not exist.
func lookUp(of expression, name string) expression {
	var known atomic.Pointer[access]
	key := reflect.ValueOf(name)
	return expression{of: func(r *run, dot reflect.Value) reflect.Value {
		value := of.value(r, dot)
		if !value.IsValid() {
			return value // of a key that a map does not have
		}
		if value = indirect(value); value.Kind() == reflect.Pointer || value.Kind() == reflect.Interface {
			giveUp() // nil
		}
		first := known.Load()
		a := first
		for a != nil && a.of != value.Type() {
			a = a.next
		}
		if a == nil {
			a = newAccess(value.Type(), name, first)
			known.CompareAndSwap(first, a)
		}
		switch a.way {
		case byField:
			if len(a.index) == 1 {
				return value.Field(a.index[0])
			}
			found, err := value.FieldByIndexErr(a.index)
			return must(found, err) // nothing is embedded
		case byMethod:
			return value.Method(a.method).Call(nil)[0]
		case byKey:
			return value.MapIndex(key)
		}
		giveUp()
		return reflect.Value{}
	}}
}

// newAccess finds out how name is looked up in a type. A method goes before a field.
func newAccess(of reflect.Type, name string, next *access) *access {
	a := &access{of: of, way: noWay, next: next}
	if method, ok := of.MethodByName(name); ok {
		if method.Type.NumIn() == 1 && method.Type.NumOut() == 1 {
			a.way, a.method = byMethod, method.Index
		}
		return a
	}
	if _, ok := reflect.PointerTo(of).MethodByName(name); ok {
		return a // whether it can be called depends on where the value is kept
	}
	switch of.Kind() {
	case reflect.Struct:
		if found, ok := of.FieldByName(name); ok && found.IsExported() {
			a.way, a.index = byField, found.Index
		}
	case reflect.Map:
		if of.Key() == stringType {
			a.way = byKey
		}
	}
	return a
}

// indirect follows pointers and interfaces up to a nil one.
func indirect(value reflect.Value) reflect.Value {
	for (value.Kind() == reflect.Pointer || value.Kind() == reflect.Interface) && !value.IsNil() {
		value = value.Elem()
	}
	return value
}

// concrete is what an interface holds.
func concrete(value reflect.Value) reflect.Value {
	if value.Kind() == reflect.Interface {
		return value.Elem() // the zero Value of nil
	}
	return value
}
