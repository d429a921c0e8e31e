// Package render makes pages into HTML. It is given what a page shows (a view
// of package page) and never looks anything up: the same page and the same
// templates give the same bytes.
//
// Templates are html/template: every value is escaped for the place where it
// stands. Two things are trusted as HTML, because they are made here or by
// parse: prose, and the cards of statements. Templates call, beside Go's own
// functions, those of funcs.go.
package render

import (
	"errors"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"demarche/generator/locale"
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
	idle    []string // names of templates and assets of the site's own that no page asks for
	usual   []string // names of the default ones
}

// Idle are the site's own templates that make no page and that no template calls, and its own assets that nothing
// mentions; and the default ones, of which one may have been meant. All are below the templates folder: "card.html", "assets/style.css".
func (s *Set) Idle() (idle, usual []string) { return s.idle, s.usual }

// New parses the default templates and, on top of them, those of own, a site's
// templates folder, which may be nil: there a file of the same name wins, and
// one of another name is added. Where templates are broken the error is Mistakes, and the set
// is not to be used but for what is Idle.
func New(own fs.FS) (*Set, error) {
	folders := []fs.FS{templates.Files}
	if own != nil {
		folders = append(folders, own)
	}
	assets, err := readAssets(folders...)
	if err != nil {
		return nil, err
	}
	set := &Set{parsed: template.New("").Funcs((&Site{locale: locale.English()}).funcs()), own: map[string]bool{}, folders: folders, assets: assets}
	texts, err := set.readTemplates(folders)
	if err != nil {
		return nil, err
	}
	var mistakes Mistakes
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		if _, err := set.parsed.New(name).Parse(texts[name]); err != nil {
			if err := mistakes.add(set.mistake(err)); err != nil {
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
	if len(mistakes) > 0 {
		return set, mistakes
	}
	return set, nil
}

// What is looked for in the text of a template, after what goes before it is taken out.
var (
	comments      = regexp.MustCompile(`(?s)\{\{(- )?/\*.*?\*/( -)?\}\}`)
	actions       = regexp.MustCompile(`(?s)\{\{.*?\}\}`)
	literals      = regexp.MustCompile("\"(\\\\.|[^\"\\\\])*\"|`[^`]*`")
	computedAsset = regexp.MustCompile(`[^.$\w]asset(\s+[^\s"]|\s*[^\s\w"])`) // not asset "name"; one that is piped there is taken for computed
)

// findIdle finds the site's own templates and assets that are no default ones, and stand in no other.
func (s *Set) findIdle(texts map[string]string) error {
	for _, pattern := range []string{"*.html", "assets/*"} {
		names, err := fs.Glob(templates.Files, pattern)
		if err != nil {
			return err
		}
		s.usual = append(s.usual, names...)
	}
	for _, name := range slices.Sorted(maps.Keys(s.own)) {
		called := slices.Contains(s.usual, name)
		for other, text := range texts {
			called = called || other != name && strings.Contains(text, `"`+name+`"`)
		}
		if !called {
			s.idle = append(s.idle, name)
		}
	}
	computed := false // the name of an asset, so that none is known to be idle
	for _, text := range texts {
		for _, action := range actions.FindAllString(comments.ReplaceAllString(text, ""), -1) {
			computed = computed || computedAsset.MatchString(literals.ReplaceAllString(action, `""`))
		}
	}
	for _, a := range s.assets {
		called := computed || !a.added
		for _, text := range texts {
			called = called || strings.Contains(text, path.Base(a.name))
		}
		if !called {
			s.idle = append(s.idle, "assets/"+a.name)
		}
	}
	return nil
}

// Locale is how a site in that language speaks, by the default catalogues and
// its own. Where these have mistakes the error is Mistakes, and the locale is good for what is Strange alone.
func (s *Set) Locale(tag string) (*locale.Locale, error) {
	l, err := locale.New(tag, s.folders...)
	var wrong locale.Mistakes
	if !errors.As(err, &wrong) {
		return l, err
	}
	var mistakes Mistakes
	for _, mistake := range wrong {
		e := &Error{File: mistake.File, Line: mistake.Line, Column: mistake.Column, Text: mistake.Text, Hint: mistake.Hint}
		if mistake.Folder > 0 {
			e.File = path.Join(Folder, e.File)
		}
		mistakes = append(mistakes, e)
	}
	return l, mistakes
}

// readTemplates returns the texts of all templates by name; those of a later folder win.
func (s *Set) readTemplates(folders []fs.FS) (map[string]string, error) {
	texts := map[string]string{}
	for i, folder := range folders {
		names, err := fs.Glob(folder, "*.html")
		if err != nil {
			return nil, err
		}
		for _, name := range names {
			text, err := fs.ReadFile(folder, name)
			if err != nil {
				return nil, fmt.Errorf("reading templates: %w", err)
			}
			texts[name] = strings.TrimRight(string(text), " \t\r\n") // the line end of a file that others call is no part of it
			if i > 0 {
				s.own[name] = true
			}
		}
	}
	return texts, nil
}

// tryEscaping finds what html/template only finds when a template is first
// executed: a value in a place where it cannot be escaped, a template that is
// called and does not exist. Executing without a view fails as well, but later. Of each
// template it is told the first only, so those that do not exist are made, and all is tried again.
func (s *Set) tryEscaping(mistakes *Mistakes) error {
	made := map[string]bool{}
	for {
		trial, err := s.parsed.Clone()
		if err != nil {
			return fmt.Errorf("trying templates: %w", err)
		}
		for name := range made {
			if _, err := trial.New(name).Parse(""); err != nil {
				return fmt.Errorf("trying templates: %w", err)
			}
		}
		again := false
		for _, name := range slices.Sorted(maps.Keys(s.own)) {
			var unsafe *template.Error
			err := trial.ExecuteTemplate(io.Discard, name, nil)
			if !errors.As(err, &unsafe) {
				continue
			}
			if err := mistakes.add(s.mistake(err)); err != nil {
				return err
			}
			if missing := missingTemplate.FindStringSubmatch(unsafe.Description); missing != nil && !made[missing[1]] {
				made[missing[1]], again = true, true
			}
		}
		if !again {
			return nil
		}
	}
}

// missingTemplate is what html/template says of one that is called and does not exist.
var missingTemplate = regexp.MustCompile(`^no such template "([^"]+)"`)

// Mistakes are all that is wrong in templates or catalogues, each once.
type Mistakes []*Error

func (m Mistakes) Error() string { return errors.Join(m.Unwrap()...).Error() }

// Unwrap are the single mistakes.
func (m Mistakes) Unwrap() []error {
	var all []error
	for _, e := range m {
		all = append(all, e)
	}
	return all
}

// add adds a mistake that is not among them yet, and returns what is none.
func (m *Mistakes) add(err error) error {
	var mistake *Error
	if !errors.As(err, &mistake) {
		return err
	}
	if !slices.ContainsFunc(*m, func(e *Error) bool { return *e == *mistake }) {
		*m = append(*m, mistake)
	}
	return nil
}

// Error is a mistake in a template.
type Error struct {
	File string // "templates/card.html": a site's own; "card.html": a default
	Line int    // from 1, 0 where it is not known
	// Column is how many bytes of the line stand before it, as far as that is known.
	Column int
	Text   string // what is wrong
	Hint   string // what to write instead
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return e.File + ": " + e.Text
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text)
}

// mistake makes an *Error of what html/template says, which is
// "template: card.html:12:3: …" or "html/template:card.html:12:3: …".
func (s *Set) mistake(err error) error {
	var inner *Error // of a card or an asset that the template asked for
	if errors.As(err, &inner) {
		return inner
	}
	text := strings.TrimPrefix(strings.TrimPrefix(err.Error(), "html/"), "template:")
	name, rest, found := strings.Cut(strings.TrimSpace(text), ":")
	if !found || path.Ext(name) != ".html" {
		return fmt.Errorf("template: %w", err)
	}
	mistake := &Error{File: s.path(name), Text: strings.TrimSpace(rest), Hint: hintFor(rest)}
	mistake.Line, mistake.Column, mistake.Text = leadingLine(mistake.Text)
	return mistake
}

// path is how problems name a template.
func (s *Set) path(name string) string {
	if s.own[name] {
		return path.Join(Folder, name)
	}
	return name
}

// leadingLine takes "12:3: " or "12: " from the front of text.
func leadingLine(text string) (line, column int, rest string) {
	number, rest, found := strings.Cut(text, ":")
	if _, err := fmt.Sscanf(number, "%d", &line); !found || err != nil {
		return 0, 0, text
	}
	if number, after, found := strings.Cut(rest, ":"); found {
		if _, err := fmt.Sscanf(number, "%d", &column); err == nil {
			rest = after
		}
	}
	return line, column, strings.TrimSpace(rest)
}

// hints say what to do about the commonest mistakes, by a part of what html/template says.
var hints = []struct{ part, hint string }{
	{"can't evaluate field", "the fields of each view are declared in generator/page"},
	{"function", "the functions that templates may call are listed in generator/render/funcs.go"},
	{"no such template", "a template is called by its file's name: {{template \"pager.html\" .Pager}}"},
	{"unexpected EOF", "each {{if}}, {{range}}, {{with}} and {{define}} needs its {{end}}"},
	{"unexpected {{end}}", "there is one {{end}} too many above, or an {{if}} too few"},
	{"ends in a non-text context", "a quote or a tag is left open"},
}

func hintFor(text string) string {
	for _, h := range hints {
		if strings.Contains(text, h.part) {
			return h.hint
		}
	}
	return "compare it with the default template of the same name"
}
