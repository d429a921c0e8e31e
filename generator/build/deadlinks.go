package build

import (
	"fmt"
	"path"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// deadLinks finds Markdown links and images of the docs that are published
// which lead to nothing on the site.
func (s *Site) deadLinks(docs []*dossier.Doc) []diag.Problem {
	hidden := map[*dossier.Doc]bool{}
	for _, h := range s.Archive.Hidden {
		hidden[h.Doc] = true
	}
	known := map[string]bool{} // whether something is there
	for _, f := range s.static {
		known[f.route] = true
	}
	var problems []diag.Problem
	for _, doc := range docs {
		if doc.Broken || hidden[doc] {
			continue
		}
		for _, address := range doc.Addresses {
			there, asked := known[address.Value]
			if !asked {
				there = s.publishes(address.Value)
				known[address.Value] = there
			}
			if there {
				continue
			}
			problems = append(problems, diag.Problem{
				Severity: diag.Warning,
				Code:     "dead-link",
				At:       address.At.In(doc.Path),
				Text:     fmt.Sprintf("nothing is published at %q", address.Value),
				Hint:     s.deadHint(address.Value),
			})
		}
	}
	return problems
}

// deadHint says which file of content/static/ has the name to which a dead address leads, where there is one.
func (s *Site) deadHint(address string) string {
	name := path.Base(address)
	for _, f := range s.static {
		if path.Base(f.route) == name {
			return fmt.Sprintf("did you mean %q?", f.route)
		}
	}
	return "correct the address; files and images are published from content/static/"
}

// publishes says whether there is an output at a route, static files aside. The slash at the end of
// a page's may be missing, as hosts add it. Only where nothing else is found it asks for
// all files, which may take a list of all pages.
func (s *Site) publishes(route string) bool {
	route = strings.TrimSuffix(route, "index.html")
	if _, found := s.plan.Lookup(strings.TrimSuffix(route, "/") + "/"); found {
		return true
	}
	if strings.HasSuffix(route, "/") {
		return false
	}
	_, found := s.Lookup(route)
	return found
}
