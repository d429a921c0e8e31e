package render

import (
	"html/template"
	"path"
	"reflect"
	"slices"
)

// funcs are what templates may call beside Go's own functions:
//
//	{{card .}}          the card of a statement; the view is a page.CardRef
//	{{line .}}          the line of a statement; the view is a page.LineRef
//	{{sources .}}       the entries of a numbered list of sources; the view is a []page.SourceRef
//	{{prose .Body}}     an editor's words as HTML; the view is a page.Prose
//	{{linked .Linked}}  the page for programs, with its element; the view is a page.Linked
//	{{formats .Formats}} a citation in each format; the view is a page.FormatsRef
//	{{styled .APA}}     a citation with its part in italics and its isolated ones; the view is a page.Styled
//	{{pre .CSL}}        a text to copy between tags, with fewer signs escaped; the view is a page.Snippet
//	{{asset "x.css"}}   the address of a file in templates/assets
//	{{has "x.css"}}     whether there is such a file
//
// and to say things in the language of the site, where the English message is the
// key of its translation (package locale):
//
//	{{t "Skip to content"}}             a message
//	{{t "to" "before an addressee"}}    one of two translations of the same word
//	{{format "Statements by {name}" "name" .Name}}     with values in it
//	{{number 3 "statement" "statements"}}              3 statements
//	{{piece 0 "From {} to {}"}}…{{piece 1 "From {} to {}"}}…{{piece 2 "From {} to {}"}}
//	                                    with elements in it: its words before each {} and after the last
//	{{digits .Count}}                   a number alone, 12,500
func (r *Site) funcs() template.FuncMap {
	funcs := template.FuncMap{
		"asset":  r.asset,
		"has":    r.has,
		"t":      r.locale.Text,
		"format": r.locale.Format,
		"number": r.locale.Count,
		"piece":  r.locale.Piece,
		"digits": r.locale.Number,
	}
	for name, maker := range r.makers() {
		funcs[name] = maker.call
	}
	return funcs
}

// makers are those of the functions that make HTML.
func (r *Site) makers() map[string]maker {
	return map[string]maker{
		"card":    makes(r.appendCard),
		"line":    makes(r.appendLine),
		"sources": makes(r.appendSources),
		"prose":   makes(r.appendProse),
		"linked":  makes(appendLinked),
		"formats": makes(r.appendFormats),
		"styled":  makes(appendStyled),
		"pre":     makes(appendPre),
	}
}

// maker is a function that makes HTML of a view: as html/template calls it, and as a step of a program, without a value between.
type maker struct {
	call any
	step func(argument expression) step
}

func makes[T any](appendTo func(out []byte, of T) ([]byte, error)) maker {
	return maker{
		call: func(of T) (template.HTML, error) {
			made, err := appendTo(nil, of)
			return template.HTML(made), err
		},
		step: func(argument expression) step {
			return func(r *run, out []byte, dot reflect.Value) []byte {
				return must(appendTo(out, *view[T](argument.value(r, dot))))
			}
		},
	}
}

// asset returns the address of the asset with that name, under the base path.
func (r *Site) asset(name string) (string, error) {
	for _, a := range r.set.assets {
		if a.name == name {
			return r.base + a.public, nil
		}
	}
	return "", &Error{File: path.Join(Folder, "assets", name), Text: "there is no such asset", Hint: "put the file there, or correct the name in {{asset}}"}
}

// has says whether there is an asset with that name.
func (r *Site) has(name string) bool {
	return slices.ContainsFunc(r.set.assets, func(a asset) bool { return a.name == name })
}
