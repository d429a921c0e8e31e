package render

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
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
		return func(*run, reflect.Value) flow { return onward }
	}
	defer func(outer []string) { c.scope = outer }(c.scope)
	steps := make([]step, len(list.Nodes))
	for i, node := range list.Nodes {
		steps[i] = c.node(node)
	}
	if len(steps) == 1 {
		return steps[0]
	}
	return func(r *run, dot reflect.Value) flow {
		for _, s := range steps {
			if next := s(r, dot); next != onward {
				return next
			}
		}
		return onward
	}
}

func (c *compiler) node(node parse.Node) step {
	switch n := node.(type) {
	case *parse.TextNode:
		text := string(n.Text)
		return func(r *run, _ reflect.Value) flow {
			r.out = append(r.out, text...)
			return onward
		}
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
		return func(r *run, outer reflect.Value) flow {
			r.call(called, dot(r, outer))
			return onward
		}
	case *parse.BreakNode:
		return func(*run, reflect.Value) flow { return endRange }
	case *parse.ContinueNode:
		return func(*run, reflect.Value) flow { return nextItem }
	}
	c.refuse(node)
	return nil
}

// action compiles {{…}}, which either declares a variable or ends in escapers.
func (c *compiler) action(pipe *parse.PipeNode) step {
	if len(pipe.Decl) > 0 {
		declare := c.pipeline(pipe)
		return func(r *run, dot reflect.Value) flow {
			declare(r, dot)
			return onward
		}
	}
	value, escapers := splitEscapers(pipe.Cmds)
	if len(value) == 0 || len(escapers) == 0 {
		c.refuse(pipe)
		return nil
	}
	if direct := c.direct(value, escapers); direct != nil {
		return direct
	}
	of, write := c.commands(value), escaper(escapers)
	return func(r *run, dot reflect.Value) flow {
		write(r, of(r, dot))
		return onward
	}
}

func (c *compiler) branch(n *parse.BranchNode, with bool) step {
	defer func(outer []string) { c.scope = outer }(c.scope)
	condition := c.pipeline(n.Pipe)
	then, otherwise := c.list(n.List), c.list(n.ElseList)
	return func(r *run, dot reflect.Value) flow {
		switch value := condition(r, dot); {
		case !truth(value):
			return otherwise(r, dot)
		case with:
			return then(r, value)
		default:
			return then(r, dot)
		}
	}
}

func (c *compiler) loop(n *parse.BranchNode) step {
	defer func(outer []string) { c.scope = outer }(c.scope)
	collection, slots := c.pipeline(n.Pipe), c.declared(n.Pipe)
	body, otherwise := c.list(n.List), c.list(n.ElseList)
	return func(r *run, dot reflect.Value) flow {
		values := indirect(collection(r, dot))
		var keys []reflect.Value // of a map
		count := 0
		switch values.Kind() {
		case reflect.Slice, reflect.Array:
			count = values.Len()
		case reflect.Map:
			keys = sortedKeys(values)
			count = len(keys)
		case reflect.Invalid:
		default:
			giveUp()
		}
		if count == 0 {
			return otherwise(r, dot)
		}
		for i := range count {
			key, item := reflect.Value{}, reflect.Value{}
			if keys != nil {
				key, item = keys[i], values.MapIndex(keys[i])
			} else {
				item = values.Index(i)
			}
			switch len(slots) {
			case 1:
				r.variables[r.base+slots[0]] = item
			case 2:
				if keys == nil {
					key = reflect.ValueOf(i)
				}
				r.variables[r.base+slots[0]], r.variables[r.base+slots[1]] = key, item
			}
			if body(r, item) == endRange {
				break
			}
		}
		return onward
	}
}

// sortedKeys returns the keys of a map in the order of html/template.
func sortedKeys(of reflect.Value) []reflect.Value {
	if of.Type().Key().Kind() != reflect.String {
		giveUp()
	}
	return slices.SortedFunc(slices.Values(of.MapKeys()), func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
}

// pipeline compiles a pipeline, and the variables that it declares or sets.
func (c *compiler) pipeline(pipe *parse.PipeNode) expression {
	if pipe == nil {
		return func(*run, reflect.Value) reflect.Value { return reflect.Value{} }
	}
	of := c.commands(pipe.Cmds)
	if len(pipe.Decl) == 0 {
		return of
	}
	if !pipe.IsAssign {
		for _, variable := range pipe.Decl {
			c.scope = append(c.scope, variable.Ident[0])
		}
		c.slots = max(c.slots, len(c.scope))
	}
	slots := c.declared(pipe)
	return func(r *run, dot reflect.Value) reflect.Value {
		value := of(r, dot)
		for _, slot := range slots {
			r.variables[r.base+slot] = value
		}
		return value
	}
}

// declared returns the slots of the variables that a pipeline, just compiled, declares or sets.
func (c *compiler) declared(pipe *parse.PipeNode) []int {
	slots := make([]int, len(pipe.Decl))
	for i, variable := range pipe.Decl {
		slots[i] = len(c.scope) - len(pipe.Decl) + i
		if pipe.IsAssign {
			slots[i] = c.slot(variable.Ident[0])
		}
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
