package build

import (
	"iter"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/export"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// clashes finds static files that cannot be published beside another output:
// both have one address, the same or the same to a file system that does not
// tell case or Unicode forms apart, or one is a file where the other needs a folder.
func (s *Site) clashes() []diag.Problem {
	taken := map[string]string{}   // folded path → the static file that has it
	folders := map[string]string{} // folded path of a folder → a static file in it
	var problems []diag.Problem
	for _, f := range s.static {
		at := slug.Fold(pathOf(f.route))
		if other, twice := taken[at]; twice {
			problems = append(problems, clash(f.static, "would be published at the same address as "+other))
			continue
		}
		taken[at] = f.static
		for folder := range above(at) {
			folders[folder] = f.static
		}
	}
	for _, f := range s.static {
		if other, needed := folders[slug.Fold(pathOf(f.route))]; needed {
			problems = append(problems, clash(f.static, "is a file where a folder is needed for "+other))
		}
	}
	if len(taken) == 0 || !s.meets(taken) {
		return problems
	}
	look := func(route string) {
		at := slug.Fold(pathOf(route))
		if static, clashing := taken[at]; clashing {
			problems = append(problems, clash(static, "would be published where the site has its own "+pathOf(route)))
		}
		if static, clashing := folders[at]; clashing {
			problems = append(problems, clash(static, "lies in a folder where the site has a file of its own, "+pathOf(route)))
		}
		for folder := range above(at) {
			if static, clashing := taken[folder]; clashing {
				problems = append(problems, clash(static, "is a file where the site has a folder of its own, for "+pathOf(route)))
				delete(taken, folder) // once is enough
			}
		}
	}
	for p := range s.plan.All() {
		look(p.Route)
	}
	for _, f := range s.files() {
		if f.static == "" {
			look(f.route)
		}
	}
	return problems
}

// above yields the folders that a path lies in, the inner ones first.
func above(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for end := strings.LastIndexByte(path, '/'); end > 0; end = strings.LastIndexByte(path[:end], '/') {
			if !yield(path[:end]) {
				return
			}
		}
	}
}

// meets says whether some static file lies where the site may have a page or file of
// its own: all that clash have the first part of their paths in common. So most
// sites are spared a list of all their pages.
func (s *Site) meets(taken map[string]string) bool {
	roots := map[string]bool{}
	for at := range taken {
		root, _, _ := strings.Cut(at, "/")
		roots[root] = true
		if strings.HasPrefix(root, "sitemap") || strings.Trim(root, "-0123456789") == "" {
			return true // sitemaps and years are not known without that list
		}
	}
	met := func(route string) bool {
		root, _, _ := strings.Cut(slug.Fold(pathOf(route)), "/")
		return roots[root]
	}
	for _, asset := range s.assets {
		if met(asset.route) {
			return true
		}
	}
	for _, e := range export.All(s.Archive, s.locale, func(func(string) bool) {}) {
		if met(e.Route) {
			return true
		}
	}
	for route := range s.plan.Roots {
		if met(route) {
			return true
		}
	}
	return false
}

func clash(static, text string) diag.Problem {
	return diag.Problem{Severity: diag.Error, Code: "same-address", At: source.Span{Path: static}, Text: text, Hint: "rename the file, or remove it"}
}
