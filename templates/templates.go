// Package templates is the default look of a site. A site's own templates
// folder holds files of the same names where it wants another.
//
// What a template may show is declared and explained in the views of
// generator/page; which functions it may call, in generator/render.
package templates

import "embed"

// Files holds the templates, *.html, under assets/ what they refer to, and under
// languages/ what they say in other languages.
//
//go:embed *.html assets languages
var Files embed.FS
