package render

import (
	"fmt"
	"html/template"
	"strings"
	"sync"
	"sync/atomic"

	"demarche/generator/escape"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// Names of the templates that render itself asks for.
const (
	layoutTemplate  = "layout.html"
	headTemplate    = "head.html"
	cardTemplate    = "card.html"
	lineTemplate    = "line.html"
	rolesTemplate   = "roles.html"
	citedTemplate   = "cited.html"
	formatsTemplate = "formats.html"
)

// Marks stand in a shell where a page's own parts go. html/template strips
// comments from templates and escapes "<" in values, so nothing else makes them.
const (
	headMark = "<!--head-->"
	mainMark = "<!--main-->"
)

// titleMark stands in a shell where the title of the page goes once more: in an attribute
// of <html>, so that the style sheet can put it on every sheet of paper. A mark cannot
// be a comment there; it is looked for in the start tag alone.
const titleMark = "--title--"

// Site renders the pages of one archive. It keeps the shells that it has made. It is
// safe for concurrent use.
type Site struct {
	set    *Set
	parsed *template.Template // the set's templates with this site's functions
	layout func(section string) page.Layout
	base   string // the base path, with a slash at both ends
	locale *locale.Locale
	cards  *copies // nil while none are kept
	lines  *copies // likewise
	cited  citations
	shells sync.Map // *shell by frame
	programs
}

// Site prepares to render the pages of an archive. layout gives what the pages
// of a section share; base is the base path, with a slash at both ends; l is how
// the site speaks.
func (s *Set) Site(layout func(section string) page.Layout, base string, l *locale.Locale) *Site {
	site := &Site{set: s, layout: layout, base: base, locale: l}
	// Clone fails only for templates that were executed, which a Set's never are.
	site.parsed = template.Must(s.parsed.Clone()).Funcs(site.funcs())
	site.escaped, site.byName = site.parsed, map[string]*atomic.Pointer[made]{}
	for _, t := range site.parsed.Templates() {
		site.byName[t.Name()] = new(atomic.Pointer[made])
	}
	return site
}

// frame is what all pages of one shell have in common.
type frame struct{ section, template string }

// shell is a page without its own parts.
type shell struct {
	start               string // before the title in the start tag; "" where a layout places none there
	top, middle, bottom string // before the head's part, between, after the main part
}

// AppendPage renders p and appends it to out. A mistake in a template is an *Error.
func (r *Site) AppendPage(out []byte, p page.Page) ([]byte, error) {
	out, err := r.assemble(out, p)
	if err != nil {
		return nil, fmt.Errorf("page %s: %w", p.Route, err)
	}
	return out, nil
}

// views are to be used again, so that a head can be shown to its template where it stands.
var views = sync.Pool{New: func() any { return new(page.View) }}

func (r *Site) assemble(out []byte, p page.Page) ([]byte, error) {
	view := views.Get().(*page.View)
	*view = p.View()
	defer func() {
		view.Done()
		*view = page.View{}
		views.Put(view)
	}()
	if p.Template == page.RedirectTemplate {
		return r.appendTemplate(out, p.Template, view.Main)
	}
	shell, err := r.shell(frame{p.Section, p.Template})
	if err != nil {
		return nil, err
	}
	if shell.start != "" {
		out = escape.Template.Append(append(out, shell.start...), view.Head.Title)
		if view.Head.SiteTitle != "" {
			out = escape.Template.Append(append(out, " · "...), view.Head.SiteTitle)
		}
	}
	out = append(out, shell.top...)
	if out, err = r.appendTemplate(out, headTemplate, &view.Head); err != nil {
		return nil, err
	}
	out = append(out, shell.middle...)
	if out, err = r.appendTemplate(out, p.Template, view.Main); err != nil {
		return nil, err
	}
	return append(out, shell.bottom...), nil
}

// shell returns the shell of a frame, made the first time that it is asked for.
func (r *Site) shell(f frame) (*shell, error) {
	if made, ok := r.shells.Load(f); ok {
		return made.(*shell), nil
	}
	text, err := r.appendTemplate(nil, layoutTemplate, struct {
		page.Layout
		Head, Main template.HTML
		Page       string
		Template   string
	}{r.layout(f.section), headMark, mainMark, titleMark, f.template})
	if err != nil {
		return nil, err
	}
	made, err := r.set.cut(string(text))
	if err != nil {
		return nil, err
	}
	kept, _ := r.shells.LoadOrStore(f, made)
	return kept.(*shell), nil
}

// cut splits what layout.html made at its two marks.
func (s *Set) cut(text string) (*shell, error) {
	top, rest, hasHead := strings.Cut(text, headMark)
	middle, bottom, hasMain := strings.Cut(rest, mainMark)
	if !hasHead || !hasMain || strings.Contains(middle+bottom, headMark) || strings.Contains(bottom, mainMark) {
		return nil, &Error{
			File: s.path(layoutTemplate),
			Text: "the layout does not place its two parts once each",
			Hint: "write {{.Head}} once inside <head>, and {{.Main}} once after it, inside <main>",
		}
	}
	made := &shell{top: top, middle: middle, bottom: bottom}
	if tag, _, _ := strings.Cut(top, "<head"); strings.Contains(tag, titleMark) {
		made.start, made.top, _ = strings.Cut(top, titleMark)
	}
	return made, nil
}

// appendLinked appends the element that holds what a page says to programs. It is data, which no browser runs, and no text in it can end it.
func appendLinked(out []byte, l page.Linked) ([]byte, error) {
	if l == nil {
		return out, nil
	}
	out = append(out, `<script type="application/ld+json">`...)
	from := len(out)
	return append(escape.Script.Rest(l(out), from), "</script>"...), nil
}
