// Package render makes pages into HTML. It is given what a page shows (a view
// of package page) and never looks anything up: the same page and the same
// templates give the same bytes.
//
// Templates are html/template: every value is escaped for the place where it
// stands. Trusted as HTML is only what is made here, of what parse has made or of what is escaped here: prose, the cards and lines
// of statements, articles cited, citations in their formats, snippets of code, and what a page says to programs. Templates call, beside Go's own
// functions, those of funcs.go.
package render

import (
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"demarche/generator/locale"
	"demarche/generator/source"
	"demarche/templates"
)

// Folder is where a site keeps templates of its own, as problems name it.
const Folder = "templates"

// Set is the templates of a site: the defaults with a site's own files on top,
// parsed once. It is never changed.
type Set struct {
	parsed  *template.Template // never executed, so that it can be cloned for each Site
	own     map[string]bool    // names of templates that are the site's own
	folders []fs.FS            // the default ones, then the site's own if it has any
	assets  []asset
	doubts  []*Error // in assets
	idle    []string // names of templates and assets of the site's own that no page asks for
	usual   []string // names of the default ones
}

// Idle are the site's own templates that make no page and that no template calls, and its own assets that nothing
// mentions; and the default ones, of which one may have been meant. All are below the templates folder: "card.html", "assets/style.css".
func (s *Set) Idle() (idle, usual []string) { return s.idle, s.usual }

// Doubts are what is wrong with assets of the site's own that are published as they are.
func (s *Set) Doubts() []*Error { return s.doubts }

// New parses the default templates and, on top of them, those of own, a site's
// templates folder, which may be nil: there a file of the same name wins, and
// one of another name is added. Where templates are broken the error joins an *Error for each mistake, and the set
// is not to be used but for what is Idle.
func New(own fs.FS) (*Set, error) {
	folders := []fs.FS{templates.Files}
	if own != nil {
		folders = append(folders, own)
	}
	var mistakes []error
	assets, doubts, err := readAssets(folders...)
	if err != nil {
		if err := note(&mistakes, err); err != nil {
			return nil, err
		}
		if assets, _, err = readAssets(templates.Files); err != nil { // so that those who ask for one are not to blame
			return nil, err
		}
	}
	set := &Set{parsed: template.New("").Funcs((&Site{locale: locale.English()}).funcs()), own: map[string]bool{}, folders: folders, assets: assets, doubts: doubts}
	texts, err := set.readTemplates(&mistakes)
	if err != nil {
		return nil, err
	}
	set.checkNames(texts, &mistakes)
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if _, err := set.parsed.New(name).Parse(texts[name]); err != nil {
			if err := note(&mistakes, set.mistake(err)); err != nil {
				return nil, err
			}
			if _, err := set.parsed.New(name).Parse(""); err != nil { // so that those who call it are not to blame
				return nil, fmt.Errorf("parsing templates: %w", err)
			}
		}
	}
	if err := set.findIdle(texts); err != nil {
		return nil, err
	}
	if len(set.own) > 0 {
		if err := set.tryEscaping(&mistakes); err != nil {
			return nil, err
		}
	}
	return set, errors.Join(mistakes...)
}

// Locale is how a site speaks, by the default catalogues and its own. Where these have mistakes the error joins a
// *locale.Error for each, those of folder 0 being of the default ones, and the locale is good for what is Strange alone.
func (s *Set) Locale(tag string) (*locale.Locale, error) { return locale.New(tag, s.folders...) }

// readTemplates returns the texts of all templates by name; those of a later folder win.
func (s *Set) readTemplates(mistakes *[]error) (map[string]string, error) {
	texts := map[string]string{}
	for i, folder := range s.folders {
		names, err := fs.Glob(folder, "*.html")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := fs.ReadFile(folder, name)
			if err != nil {
				*mistakes = append(*mistakes, unreadable(name, err))
			}
			if at := source.InvalidUTF8(text); at >= 0 {
				*mistakes = append(*mistakes, mistakeAt(path.Join(Folder, name), text, at, "the file is not UTF-8 here", "save it as UTF-8"))
				text = nil // so that those who call it are not to blame
			}
			texts[name] = strings.TrimRight(string(text), " \t\r\n") // the line end of a file that others call is no part of it
			if i > 0 {
				s.own[name] = true
			}
		}
	}
	return texts, nil
}
