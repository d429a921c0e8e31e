package resolve

import (
	"fmt"
	"strings"

	"golang.org/x/text/unicode/norm"

	"demarche/generator/diag"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// doubt is what is told of each use of a spelling that may mean several. It is made once: they, and the names of each, may be many.
type doubt struct {
	twins      *twins // where it is the own name of them; all else is empty then
	text, hint string
	related    []diag.Related
}

func (n *names) ambiguous(sp *spelling, at source.Span) {
	if sp.doubt == nil {
		sp.doubt = n.doubt(sp)
	}
	if sp.doubt.twins != nil {
		sp.doubt.twins.use(at)
		return
	}
	n.report.error("ambiguous-name", at, sp.doubt.text, sp.doubt.hint, sp.doubt.related...)
}

func (n *names) doubt(sp *spelling) *doubt {
	if twins := n.twin(sp); twins != nil {
		return &doubt{twins: twins}
	}
	var paths, slugs []string
	var related []diag.Related
	for _, e := range sp.shared[:min(len(sp.shared), shown)] {
		paths = append(paths, e.file.Path)
		slugs = append(slugs, e.Slug)
		related = append(related, diag.Related{At: e.named(sp.key), Text: fmt.Sprintf("%s is called %q here", e.Name, sp.text)})
	}
	return &doubt{
		text:    fmt.Sprintf("%q may be the actor of %s%s", sp.text, strings.Join(paths, " or of "), more(len(sp.shared))),
		hint:    "write one of " + some(slugs),
		related: related,
	}
}

// named is where an actor's file writes the name of that key.
func (e *entry) named(key string) source.Span {
	for _, alias := range e.file.Meta.Aliases {
		if slug.Key(alias.Value) == key {
			return alias.At.In(e.file.Path)
		}
	}
	if name := e.file.Actor.Name; slug.Key(name.Value) == key {
		return name.At.In(e.file.Path)
	}
	return placed(e.file)
}

// apart says how two spellings differ where that is hard to see, or "".
func apart(a, b string) string {
	switch {
	case a == b:
		return ""
	case norm.NFC.String(a) == norm.NFC.String(b):
		return "; the two look the same, and differ in Unicode form alone"
	case slug.Fold(a) == slug.Fold(b):
		return "; the two differ in capitals alone"
	}
	return ""
}
