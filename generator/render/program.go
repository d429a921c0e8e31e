package render

import (
	"bytes"
	"errors"
	"io"
	"reflect"
	"sync"
	texttemplate "text/template"
)

// Why programs. Of all that a build does, walking templates by reflection cost
// most: 5.4 of 12.2 seconds of CPU for 10,000 digests, 60,000 pages. So a
// template is escaped by html/template, which alone decides what stands where
// and how it is escaped, and the tree that it leaves is turned once into Go
// closures that append to one slice. Pages of statements and digests, and lists of
// 100, then take a sixth or a seventh of the time, and allocate a fourteenth as
// often or less.
//
// A program gives the bytes that html/template gives, or gives up: where a
// template has something that the compiler does not know, or a value is not
// what it expects, or anything fails, html/template does the work again from the
// start, and its output or its error is what counts. So own templates may
// use all that html/template has; only what the default templates use is fast.

// program is a template turned into closures.
type program struct {
	body  step
	slots int // variables in sight at once; the first is $
}

// step appends what one node of a template makes of dot.
type step func(r *run, dot reflect.Value)

// run is one execution of a program.
type run struct {
	out       []byte
	variables []reflect.Value // of all templates that are being executed, innermost last
	base      int             // where those of the innermost begin
	arguments []reflect.Value // of functions that are being called
	depth     int
}

// maxDepth is how many templates may stand within each other. html/template
// allows more, so deeper ones are left to it.
const maxDepth = 1000

// errGaveUp is what a run panics with, to be caught in execute.
var errGaveUp = errors.New("left to html/template")

func giveUp() { panic(errGaveUp) }

var runs = sync.Pool{New: func() any { return new(run) }}

// execute appends what the program makes of view to out. When it gives up, done
// is false.
func (p *program) execute(out []byte, view any) (_ []byte, done bool) {
	r := runs.Get().(*run)
	*r = run{out: out, variables: r.variables[:0], arguments: r.arguments[:0]}
	defer func() {
		if why := recover(); why != nil && why != errGaveUp {
			panic(why)
		}
		r.out = nil
		clear(r.variables[:cap(r.variables)]) // so that no view is kept
		clear(r.arguments[:cap(r.arguments)])
		runs.Put(r)
	}()
	r.call(p, reflect.ValueOf(view))
	return r.out, true
}

// call executes a template with variables of its own.
func (r *run) call(p *program, dot reflect.Value) {
	if r.depth == maxDepth {
		giveUp()
	}
	base := r.base
	r.base = len(r.variables)
	r.variables = append(r.variables, dot)
	for range p.slots - 1 {
		r.variables = append(r.variables, reflect.Value{})
	}
	r.depth++
	p.body(r, dot)
	r.depth--
	r.variables = r.variables[:r.base]
	r.base = base
}

// programs keeps the programs of a site's templates.
type programs struct {
	byName    sync.Map   // *program, nil for a template that is left to html/template
	compiling sync.Mutex // html/template changes trees when it escapes them
}

// program returns the program of a template, compiled the first time that it is
// asked for, or nil.
func (r *Site) program(name string) *program {
	if made, ok := r.programs.byName.Load(name); ok {
		return made.(*program)
	}
	r.programs.compiling.Lock()
	defer r.programs.compiling.Unlock()
	if made, ok := r.programs.byName.Load(name); ok {
		return made.(*program)
	}
	made := r.compile(name)
	r.programs.byName.Store(name, made)
	return made
}

// compile has html/template escape a template and all that it calls, which it
// does before it executes it, and compiles the result.
func (r *Site) compile(name string) *program {
	var executed texttemplate.ExecError
	err := r.parsed.ExecuteTemplate(closedWriter{}, name, nil)
	if err != nil && !errors.Is(err, io.ErrClosedPipe) && !errors.As(err, &executed) {
		return nil // it cannot be escaped
	}
	c := &compiler{site: r, programs: map[string]*program{}}
	made := c.template(name)
	if c.unknown != "" {
		return nil
	}
	return made
}

// closedWriter ends an execution at its first output.
type closedWriter struct{}

func (closedWriter) Write([]byte) (int, error) { return 0, io.ErrClosedPipe }

// appendTemplate appends what a template makes of a view.
func (r *Site) appendTemplate(out []byte, name string, view any) ([]byte, error) {
	if p := r.program(name); p != nil {
		if made, done := p.execute(out, view); done {
			return made, nil
		}
	}
	rest := bytes.NewBuffer(out)
	if err := r.parsed.ExecuteTemplate(rest, name, view); err != nil {
		return nil, r.set.mistake(err)
	}
	return rest.Bytes(), nil
}
