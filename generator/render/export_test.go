package render

import "html/template"

// Interpreted makes a site leave everything to html/template.
func Interpreted(r *Site) *Site {
	r.byName = nil
	return r
}

// CompiledOnly leaves a site without html/template: where a program gives up,
// the template is not found.
func CompiledOnly(r *Site) *Site {
	r.parsed = template.New("")
	return r
}
