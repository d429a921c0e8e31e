package build

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// clashes finds static files that would be published at the address of another
// output: the same, or the same to a file system that does not tell case or
// Unicode forms apart.
func (s *Site) clashes() []diag.Problem {
	taken := map[string]string{} // folded route → the static file that has it
	var problems []diag.Problem
	for _, f := range s.files {
		if f.static == "" {
			continue
		}
		route := folded(f.route)
		if folder, isIndex := strings.CutSuffix(route, "/index.html"); isIndex {
			route = folder + "/"
		}
		if other, twice := taken[route]; twice {
			problems = append(problems, clash(f.static, "would be published at the same address as "+other))
			continue
		}
		taken[route] = f.static
	}
	if len(taken) == 0 {
		return nil
	}
	look := func(route string) {
		if static, clashing := taken[folded(route)]; clashing {
			problems = append(problems, clash(static, "would be published where the site has its own "+pathOf(route)))
		}
	}
	for p := range s.plan.All() {
		look(p.Route)
	}
	for _, f := range s.files {
		if f.static == "" {
			look(f.route)
		}
	}
	return problems
}

func clash(static, text string) diag.Problem {
	return diag.Problem{Severity: diag.Error, Code: "same-address", At: source.Span{Path: static}, Text: text, Hint: "rename the file, or remove it"}
}

var fold = cases.Fold()

// folded is the same for all routes that some file system takes for one. Most
// have nothing to fold, and are returned at once.
func folded(route string) string {
	for i := range len(route) {
		if route[i] >= utf8.RuneSelf || 'A' <= route[i] && route[i] <= 'Z' {
			return fold.String(norm.NFC.String(route))
		}
	}
	return route
}
