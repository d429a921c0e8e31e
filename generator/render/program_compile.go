package render

import (
	"fmt"
	"reflect"
	"slices"
	"text/template/parse"
)

// compiler turns the escaped tree of a template, and of those it calls, into programs.
type compiler struct {
	site     *Site
	programs map[typedName]*program // those begun, so that templates may call each other in circles
	dot      reflect.Type           // what dot always is in the part at hand; nil where that differs
	scope    []variable             // in sight, by slot
	slots    int                    // the most that were in sight in the template at hand
	framed   bool                   // the template at hand uses its variables
	unknown  string                 // the first thing that the compiler does not know
}

// typedName is a template for one type of dot.
type typedName struct {
	name string
	dot  reflect.Type // nil where it differs
}

// variable is one that a template declares.
type variable struct {
	name string
	typ  reflect.Type // as in expression
	used *bool
}

// refuse notes what the compiler does not know. What was made is then never executed.
func (c *compiler) refuse(what any) {
	if c.unknown == "" {
		c.unknown = fmt.Sprintf("%T %v", what, what)
	}
}

func (c *compiler) template(name string, dot reflect.Type) *program {
	if begun, ok := c.programs[typedName{name, dot}]; ok {
		return begun
	}
	p := new(program)
	c.programs[typedName{name, dot}] = p
	found := c.site.escaped.Lookup(name) // nil for one that html/template made for another place than text
	if found == nil || found.Tree == nil {
		c.refuse(name)
		return p
	}
	inner := &compiler{site: c.site, programs: c.programs, dot: dot, slots: 1, unknown: c.unknown}
	inner.scope = []variable{{"$", dot, new(bool)}}
	p.row = inner.list(found.Tree.Root)
	p.body = inRow(p.row)
	p.slots, p.framed, p.whole = inner.slots, inner.framed, true
	c.unknown = inner.unknown
	return p
}

// list compiles nodes that stand in a row; the variables that they declare end with them.
func (c *compiler) list(list *parse.ListNode) []piece {
	if list == nil {
		return nil
	}
	defer func(outer []variable) { c.scope = outer }(c.scope)
	var row []piece
	for _, node := range list.Nodes {
		for _, p := range c.node(node) {
			if last := len(row) - 1; last >= 0 && row[last].step == nil {
				p.text = row[last].text + p.text // texts that meet become one
				row = row[:last]
			}
			row = append(row, p)
		}
	}
	return row
}

// inRow is a step that makes a row of pieces, nil of none.
func inRow(row []piece) step {
	switch {
	case len(row) == 0:
		return nil
	case len(row) == 1 && row[0].text == "":
		return row[0].step
	}
	return func(r *run, out []byte, dot reflect.Value) []byte {
		for i := range row {
			p := &row[i]
			out = append(out, p.text...)
			out = p.step.on(r, out, dot)
		}
		return out
	}
}

func one(s step) []piece { return []piece{{step: s}} }

func (c *compiler) node(node parse.Node) []piece {
	switch n := node.(type) {
	case *parse.TextNode:
		return []piece{{text: string(n.Text)}}
	case *parse.ActionNode:
		return c.action(n.Pipe)
	case *parse.IfNode:
		return one(c.branch(&n.BranchNode))
	case *parse.WithNode:
		return one(c.with(&n.BranchNode))
	case *parse.RangeNode:
		return one(c.loop(&n.BranchNode))
	case *parse.TemplateNode:
		return c.call(n)
	}
	c.refuse(node)
	return nil
}

// call compiles {{template …}}. The template stands in place of its call where it uses no variables.
func (c *compiler) call(n *parse.TemplateNode) []piece {
	dot := c.pipeline(n.Pipe)
	called := c.template(n.Name, dot.typ)
	switch {
	case !called.whole || called.framed:
		return one(func(r *run, out []byte, outer reflect.Value) []byte { return r.call(called, out, dot.value(r, outer)) })
	case dot.isDot() || n.Pipe == nil && called.constant():
		return called.row
	}
	return one(func(r *run, out []byte, outer reflect.Value) []byte {
		return called.body.on(r, out, dot.value(r, outer))
	})
}

// action compiles {{…}}, which either declares a variable or ends in escapers.
func (c *compiler) action(pipe *parse.PipeNode) []piece {
	if len(pipe.Decl) > 0 {
		declare := c.pipeline(pipe)
		return one(func(r *run, out []byte, dot reflect.Value) []byte {
			declare.value(r, dot)
			return out
		})
	}
	value, names := splitEscapers(pipe.Cmds)
	as, known := escapers[names]
	if len(value) == 0 || !known {
		c.refuse(pipe)
		return nil
	}
	if said, ok := c.constantText(value); ok {
		return []piece{{text: string(as.escape(nil, said))}}
	}
	if direct := c.direct(value, as); direct != nil {
		return one(direct)
	}
	return one(as.step(c.commands(value)))
}

func (c *compiler) branch(n *parse.BranchNode) step {
	defer func(outer []variable) { c.scope = outer }(c.scope)
	holds := truthOf(c.pipeline(n.Pipe))
	then, otherwise := inRow(c.list(n.List)), inRow(c.list(n.ElseList))
	return func(r *run, out []byte, dot reflect.Value) []byte {
		if holds(r, dot) {
			return then.on(r, out, dot)
		}
		return otherwise.on(r, out, dot)
	}
}

func (c *compiler) with(n *parse.BranchNode) step {
	defer func(outer []variable) { c.scope = outer }(c.scope)
	e := c.pipeline(n.Pipe)
	otherwise := inRow(c.list(n.ElseList))
	then := c.inner(n.List, typeBehind(e.typ))
	if e.typ == stringType {
		return func(r *run, out []byte, dot reflect.Value) []byte {
			value := e.value(r, dot)
			if value.String() == "" {
				return otherwise.on(r, out, dot)
			}
			return then.on(r, out, value)
		}
	}
	return func(r *run, out []byte, dot reflect.Value) []byte {
		value := e.value(r, dot)
		if !truth(value) {
			return otherwise.on(r, out, dot)
		}
		return then.on(r, out, behind(value))
	}
}

// inner compiles a list in which dot is something else.
func (c *compiler) inner(list *parse.ListNode, dot reflect.Type) step {
	defer func(outer reflect.Type) { c.dot = outer }(c.dot)
	c.dot = dot
	return inRow(c.list(list))
}

func (c *compiler) loop(n *parse.BranchNode) step {
	defer func(outer []variable) { c.scope = outer }(c.scope)
	collection := c.pipeline(n.Pipe)
	otherwise := inRow(c.list(n.ElseList))
	var item reflect.Type
	if of := collection.typ; of != nil && of.Kind() == reflect.Slice {
		item = static(of.Elem())
	}
	declared := c.scope[len(c.scope)-len(n.Pipe.Decl):]
	for i := range declared {
		declared[i].typ = item
		if i == 0 && len(declared) == 2 {
			declared[i].typ = intType
		}
	}
	body := c.inner(n.List, item)
	set := setter(declared, len(c.scope)-len(declared))
	return func(r *run, out []byte, dot reflect.Value) []byte {
		values := indirect(collection.value(r, dot))
		if values.Kind() != reflect.Slice {
			giveUp()
		}
		count := values.Len()
		for i := range count {
			item := values.Index(i)
			if set != nil {
				set(r, i, item)
			}
			out = body.on(r, out, item)
		}
		if count == 0 {
			return otherwise.on(r, out, dot)
		}
		return out
	}
}

// setter sets those of the variables of a loop that are used, from a slot on; nil where none is.
func setter(declared []variable, slot int) func(r *run, i int, item reflect.Value) {
	switch used := func(i int) bool { return *declared[i].used }; {
	case len(declared) == 2 && used(0):
		return func(r *run, i int, item reflect.Value) {
			r.variables[r.base+slot], r.variables[r.base+slot+1] = reflect.ValueOf(i), item
		}
	case len(declared) > 0 && used(len(declared)-1):
		slot += len(declared) - 1
		return func(r *run, _ int, item reflect.Value) { r.variables[r.base+slot] = item }
	}
	return nil
}

// pipeline compiles a pipeline, and the variables that it declares.
func (c *compiler) pipeline(pipe *parse.PipeNode) expression {
	if pipe == nil {
		return constant(reflect.Value{})
	}
	e := c.commands(pipe.Cmds)
	if len(pipe.Decl) == 0 {
		return e
	}
	if pipe.IsAssign {
		c.refuse(pipe)
	}
	from, count := len(c.scope), len(pipe.Decl)
	used := make([]bool, count)
	for i, declared := range pipe.Decl {
		c.scope = append(c.scope, variable{declared.Ident[0], e.typ, &used[i]})
	}
	c.slots = max(c.slots, len(c.scope))
	return expression{typ: e.typ, of: func(r *run, dot reflect.Value) reflect.Value {
		value := e.value(r, dot)
		for i := range used {
			if used[i] {
				r.variables[r.base+from+i] = value
			}
		}
		return value
	}}
}

// variable compiles the variable last declared with that name.
func (c *compiler) variable(name string) expression {
	for slot, v := range slices.Backward(c.scope) {
		if v.name == name {
			*v.used, c.framed = true, true
			return expression{typ: v.typ, of: func(r *run, _ reflect.Value) reflect.Value { return r.variables[r.base+slot] }}
		}
	}
	c.refuse(name)
	return expression{}
}
