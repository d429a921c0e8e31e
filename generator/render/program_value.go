package render

import (
	"reflect"
	"strings"
	"sync/atomic"
	"text/template/parse"
)

// commands compiles commands joined by "|": each is given the value of the one before.
func (c *compiler) commands(cmds []*parse.CommandNode) expression {
	var value expression
	for _, cmd := range cmds {
		value = opened(c.command(cmd, value))
	}
	return value
}

// opened takes what an interface without methods holds, which html/template does
// after each command.
func opened(of expression) expression {
	return func(r *run, dot reflect.Value) reflect.Value {
		value := of(r, dot)
		if value.Kind() == reflect.Interface && value.Type().NumMethod() == 0 {
			return value.Elem()
		}
		return value
	}
}

// command compiles one command; final is its last argument, or nil.
func (c *compiler) command(cmd *parse.CommandNode, final expression) expression {
	if name, ok := cmd.Args[0].(*parse.IdentifierNode); ok {
		return c.function(name.Ident, cmd.Args[1:], final)
	}
	if len(cmd.Args) > 1 || final != nil {
		c.refuse(cmd)
		return nil
	}
	return c.operand(cmd.Args[0])
}

// operand compiles what stands as an argument, or alone.
func (c *compiler) operand(node parse.Node) expression {
	switch n := node.(type) {
	case *parse.DotNode:
		return itself
	case *parse.FieldNode:
		return fields(itself, n.Ident)
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
	return nil
}

func itself(_ *run, dot reflect.Value) reflect.Value { return dot }

func constant(value reflect.Value) expression {
	return func(*run, reflect.Value) reflect.Value { return value }
}

func (c *compiler) variable(name string) expression {
	slot := c.slot(name)
	return func(r *run, _ reflect.Value) reflect.Value { return r.variables[r.base+slot] }
}

func fields(of expression, names []string) expression {
	for _, name := range names {
		of = field(of, name)
	}
	return of
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

// field compiles a look-up of a name. It gives up on all that html/template
// answers with an error, such as a field that does not exist.
func field(of expression, name string) expression {
	var known atomic.Pointer[access]
	key := reflect.ValueOf(name)
	return func(r *run, dot reflect.Value) reflect.Value {
		value := of(r, dot)
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
	}
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

// truth says what {{if}} makes of a value.
func truth(value reflect.Value) bool {
	value = concrete(value)
	switch value.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Map:
		return value.Len() > 0
	case reflect.Bool:
		return value.Bool()
	case reflect.Int:
		return value.Int() != 0
	case reflect.Pointer, reflect.Func:
		return !value.IsNil()
	case reflect.Struct:
		return true
	}
	giveUp()
	return false
}
