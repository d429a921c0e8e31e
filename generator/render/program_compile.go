package render

import (
	"fmt"
	"reflect"
	"slices"
	"text/template/parse"
)

// expression is a value that a template asks for.
type expression func(r *run, dot reflect.Value) reflect.Value

// compiler turns the escaped tree of a template, and of those it calls, into programs.
type compiler struct {
	site     *Site
	programs map[string]*program // those begun, so that templates may call each other in circles
	scope    []string            // variables in sight, by slot
	slots    int                 // the most that were in sight in the template at hand
	unknown  string              // the first thing that the compiler does not know
}

// refuse notes what the compiler does not know. What was made is then never executed.
func (c *compiler) refuse(what any) {
	if c.unknown == "" {
		c.unknown = fmt.Sprintf("%T %v", what, what)
	}
}

func (c *compiler) template(name string) *program {
	if begun, ok := c.programs[name]; ok {
		return begun
	}
	p := new(program)
	c.programs[name] = p
	found := c.site.parsed.Lookup(name) // nil for one that html/template made for another place than text
	if found == nil || found.Tree == nil {
		c.refuse(name)
		return p
	}
	scope, slots := c.scope, c.slots
	c.scope, c.slots = []string{"$"}, 1
	p.body = c.list(found.Tree.Root)
	p.slots = c.slots
	c.scope, c.slots = scope, slots
	return p
}

// list compiles nodes that stand in a row; the variables that they declare end with them.
func (c *compiler) list(list *parse.ListNode) step {
	if list == nil {
		return func(*run, reflect.Value) {}
	}
	defer func(outer []string) { c.scope = outer }(c.scope)
	steps := make([]step, len(list.Nodes))
	for i, node := range list.Nodes {
		steps[i] = c.node(node)
	}
	if len(steps) == 1 {
		return steps[0]
	}
	return func(r *run, dot reflect.Value) {
		for _, s := range steps {
			s(r, dot)
		}
	}
}

func (c *compiler) node(node parse.Node) step {
	switch n := node.(type) {
	case *parse.TextNode:
		text := string(n.Text)
		return func(r *run, _ reflect.Value) { r.out = append(r.out, text...) }
	case *parse.ActionNode:
		return c.action(n.Pipe)
	case *parse.IfNode:
		return c.branch(&n.BranchNode, false)
	case *parse.WithNode:
		return c.branch(&n.BranchNode, true)
	case *parse.RangeNode:
		return c.loop(&n.BranchNode)
	case *parse.TemplateNode:
		dot, called := c.pipeline(n.Pipe), c.template(n.Name)
		return func(r *run, outer reflect.Value) { r.call(called, dot(r, outer)) }
	}
	c.refuse(node)
	return nil
}

// action compiles {{…}}, which either declares a variable or ends in escapers.
func (c *compiler) action(pipe *parse.PipeNode) step {
	if len(pipe.Decl) > 0 {
		declare := c.pipeline(pipe)
		return func(r *run, dot reflect.Value) { declare(r, dot) }
	}
	value, escapers := splitEscapers(pipe.Cmds)
	write, known := chains[escapers]
	if len(value) == 0 || !known {
		c.refuse(pipe)
		return nil
	}
	if direct := c.direct(value, escapers); direct != nil {
		return direct
	}
	if said := c.constantText(value, write); said != nil {
		return said
	}
	of := c.commands(value)
	return func(r *run, dot reflect.Value) { r.out = write(r.out, of(r, dot)) }
}

func (c *compiler) branch(n *parse.BranchNode, with bool) step {
	defer func(outer []string) { c.scope = outer }(c.scope)
	condition := c.pipeline(n.Pipe)
	then, otherwise := c.list(n.List), c.list(n.ElseList)
	return func(r *run, dot reflect.Value) {
		switch value := condition(r, dot); {
		case !truth(value):
			otherwise(r, dot)
		case with:
			then(r, value)
		default:
			then(r, dot)
		}
	}
}

func (c *compiler) loop(n *parse.BranchNode) step {
	defer func(outer []string) { c.scope = outer }(c.scope)
	collection, slots := c.pipeline(n.Pipe), c.declared(n.Pipe)
	body, otherwise := c.list(n.List), c.list(n.ElseList)
	return func(r *run, dot reflect.Value) {
		values := indirect(collection(r, dot))
		if values.Kind() != reflect.Slice {
			giveUp()
		}
		for i := range values.Len() {
			item := values.Index(i)
			switch len(slots) {
			case 1:
				r.variables[r.base+slots[0]] = item
			case 2:
				r.variables[r.base+slots[0]], r.variables[r.base+slots[1]] = reflect.ValueOf(i), item
			}
			body(r, item)
		}
		if values.Len() == 0 {
			otherwise(r, dot)
		}
	}
}

// pipeline compiles a pipeline, and the variables that it declares.
func (c *compiler) pipeline(pipe *parse.PipeNode) expression {
	if pipe == nil {
		return constant(reflect.Value{})
	}
	of := c.commands(pipe.Cmds)
	if len(pipe.Decl) == 0 {
		return of
	}
	if pipe.IsAssign {
		c.refuse(pipe)
	}
	for _, variable := range pipe.Decl {
		c.scope = append(c.scope, variable.Ident[0])
	}
	c.slots = max(c.slots, len(c.scope))
	slots := c.declared(pipe)
	return func(r *run, dot reflect.Value) reflect.Value {
		value := of(r, dot)
		for _, slot := range slots {
			r.variables[r.base+slot] = value
		}
		return value
	}
}

// declared returns the slots of the variables that a pipeline, just compiled, declares.
func (c *compiler) declared(pipe *parse.PipeNode) []int {
	slots := make([]int, len(pipe.Decl))
	for i := range slots {
		slots[i] = len(c.scope) - len(slots) + i
	}
	return slots
}

// slot returns where the variable last declared with that name is kept.
func (c *compiler) slot(name string) int {
	for i, known := range slices.Backward(c.scope) {
		if known == name {
			return i
		}
	}
	c.refuse(name)
	return 0
}
