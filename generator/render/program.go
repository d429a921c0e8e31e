package render

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"reflect"
	"sync"
	"sync/atomic"
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
//
// A program is made for one type of view, so that it is known beforehand of most
// values what they are and where they stand.

// program is a template turned into closures.
type program struct {
	row    []piece
	body   step // makes the row
	slots  int  // variables in sight at once; the first is $
	framed bool // it uses them
	whole  bool // it is no longer being compiled
}

// constant says whether a program makes the same of each view.
func (p *program) constant() bool {
	return len(p.row) == 0 || len(p.row) == 1 && p.row[0].step == nil
}

// piece is a text, and what comes after it, or nil.
type piece struct {
	text string
	step step
}

// step appends to out what a part of a template makes of dot.
type step func(r *run, out []byte, dot reflect.Value) []byte

// on takes the step, if there is one.
func (s step) on(r *run, out []byte, dot reflect.Value) []byte {
	if s == nil {
		return out
	}
	return s(r, out, dot)
}

// run is one execution of a program.
type run struct {
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
func (p *program) execute(out []byte, view reflect.Value) (made []byte, done bool) {
	r := runs.Get().(*run)
	defer func() {
		if why := recover(); why != nil && why != errGaveUp {
			panic(why)
		}
		if done { // else it keeps what it was at
			runs.Put(r)
		}
	}()
	return r.call(p, out, view), true
}

// call executes a template with variables of its own.
func (r *run) call(p *program, out []byte, dot reflect.Value) []byte {
	if r.depth == maxDepth {
		giveUp()
	}
	r.depth++
	if p.framed {
		out = r.framed(p, out, dot)
	} else {
		out = p.body.on(r, out, dot)
	}
	r.depth--
	return out
}

func (r *run) framed(p *program, out []byte, dot reflect.Value) []byte {
	base := r.base
	r.base = len(r.variables)
	r.variables = append(r.variables, dot)
	for range p.slots - 1 {
		r.variables = append(r.variables, reflect.Value{})
	}
	out = p.body.on(r, out, dot)
	clear(r.variables[r.base:]) // so that no view is kept
	r.variables = r.variables[:r.base]
	r.base = base
	return out
}

// programs keeps the programs of a site's templates.
type programs struct {
	escaped   *template.Template
	byName    map[string]*atomic.Pointer[made]
	compiling sync.Mutex // html/template changes trees when it escapes them
}

// made is the program of a template for one type of view, nil where that is left to
// html/template. Most templates meet one type; a list of them is kept, the newest first.
type made struct {
	of      reflect.Type
	program *program
	next    *made
}

// program returns the program of a template for a type of view, compiled the first time
// that it is asked for, or nil.
func (r *Site) program(name string, of reflect.Type) *program {
	known := r.programs.byName[name]
	if known == nil {
		return nil
	}
	if found := known.Load().find(of); found != nil {
		return found.program
	}
	r.compiling.Lock()
	defer r.compiling.Unlock()
	first := known.Load()
	found := first.find(of)
	if found == nil {
		found = &made{of, r.compile(name, of), first}
		known.Store(found)
	}
	return found.program
}

func (m *made) find(of reflect.Type) *made {
	for m != nil && m.of != of {
		m = m.next
	}
	return m
}

// compile has html/template escape a template and all that it calls, which it
// does before it executes it, and compiles the result.
func (r *Site) compile(name string, of reflect.Type) *program {
	var executed texttemplate.ExecError
	err := r.escaped.ExecuteTemplate(closedWriter{}, name, nil)
	if err != nil && !errors.Is(err, io.ErrClosedPipe) && !errors.As(err, &executed) {
		return nil // it cannot be escaped
	}
	c := &compiler{site: r, programs: map[typedName]*program{}}
	made := c.template(name, of)
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
	dot := behind(reflect.ValueOf(view))
	var of reflect.Type
	if dot.IsValid() {
		of = dot.Type()
	}
	if p := r.program(name, of); p != nil {
		if made, done := p.execute(out, dot); done {
			return made, nil
		}
	}
	rest := bytes.NewBuffer(out)
	if err := r.parsed.ExecuteTemplate(rest, name, view); err != nil {
		return nil, r.set.mistake(err)
	}
	return rest.Bytes(), nil
}
