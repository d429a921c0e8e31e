package parse

import (
	"cmp"
	"math"

	"demarche/generator/dossier"
)

// Options are what the site's owner decided; they are the same for every file.
type Options struct {
	Limits     dossier.Limits // zero fields stand for DefaultLimits
	Sanitize   bool           // raw HTML in Markdown is sanitised; otherwise it is escaped
	ImageHosts []string       // hosts that images may come from
}

// DefaultLimits bound what one file may cost where the site does not say.
var DefaultLimits = dossier.Limits{
	File:        1 << 20,
	FrontMatter: 64 << 10,
	Keys:        1000,
	Depth:       32,
	Nesting:     100,
	Statements:  5000,
	Text:        2000,
	Title:       500,
	Names:       2000,
}

// limits are the site's limits with the defaults filled in.
func (o Options) limits() dossier.Limits {
	l, d := o.Limits, DefaultLimits
	return dossier.Limits{
		File:        min(cmp.Or(l.File, d.File), math.MaxInt32), // a place in a file is an int32
		FrontMatter: cmp.Or(l.FrontMatter, d.FrontMatter),
		Keys:        cmp.Or(l.Keys, d.Keys),
		Depth:       cmp.Or(l.Depth, d.Depth),
		Nesting:     cmp.Or(l.Nesting, d.Nesting),
		Statements:  cmp.Or(l.Statements, d.Statements),
		Text:        cmp.Or(l.Text, d.Text),
		Title:       cmp.Or(l.Title, d.Title),
		Names:       cmp.Or(l.Names, d.Names),
	}
}
