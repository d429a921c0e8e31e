package build

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"sync"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/page"
	"demarche/generator/search"
)

// found is what is known of an address.
type found struct {
	there bool
	hint  string // what to do, where nothing is there
}

// deadLinks finds Markdown links and images of the docs that are published
// which lead to nothing on the site.
func (s *Site) deadLinks(docs []*dossier.Doc) []diag.Problem {
	hidden := map[*dossier.Doc]bool{}
	for _, h := range s.Archive.Hidden {
		hidden[h.Doc] = true
	}
	known := make(map[string]found, len(s.static))
	for _, o := range s.static {
		known["/"+o.Path] = found{there: true}
	}
	hint := s.deadHints()
	var problems []diag.Problem
	for _, doc := range docs {
		if doc.Broken || hidden[doc] {
			continue
		}
		for _, address := range doc.Addresses {
			at, asked := known[address.Value]
			if !asked {
				if at.there = s.publishes(address.Value); !at.there {
					at.hint = hint(address.Value)
				}
				known[address.Value] = at
			}
			if at.there {
				continue
			}
			problems = append(problems, diag.Problem{
				Severity: diag.Warning,
				Code:     "dead-link",
				At:       address.At.In(doc.Path),
				Text:     fmt.Sprintf("nothing is published at %q", address.Value),
				Hint:     at.hint,
			})
		}
	}
	return problems
}

// deadHints says which file of content/static/ has the name to which a dead address leads, where there is one. It
// looks through them once, at the first address.
func (s *Site) deadHints() func(address string) string {
	named := sync.OnceValue(func() map[string]string {
		named := make(map[string]string, len(s.static))
		for _, o := range slices.Backward(s.static) { // the first of a name counts
			named[path.Base(o.Path)] = "/" + o.Path
		}
		return named
	})
	return func(address string) string {
		if route := named()[path.Base(address)]; route != "" {
			return fmt.Sprintf("did you mean %q?", route)
		}
		return "correct the address; files and images are published from content/static/"
	}
}

// publishes says whether there is an output at a route, static files aside. The slash at the end of
// a page's may be missing, as hosts add it. Only where nothing else is found it asks for
// all files, which may take a list of all pages. Of the index of the search it makes nothing: only its
// root has a name that stays, to which a link may lead.
func (s *Site) publishes(route string) bool {
	route = strings.TrimSuffix(route, "index.html")
	if _, found := s.plan.Lookup(strings.TrimSuffix(route, "/") + "/"); found {
		return true
	}
	if strings.HasSuffix(route, "/") {
		return false
	}
	if part, within := strings.CutPrefix(route, page.SearchFolder); within {
		return part == search.Root
	}
	_, found := s.Lookup(route)
	return found
}
