package build

import (
	"cmp"
	"errors"
	"path"
	"reflect"
	"slices"
	"strings"
	"sync"

	"demarche/generator/card"
	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/render"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

// look is the templates of a site as they were found, and what is wrong with them.
type look struct {
	entries []disk.Entry   // the site's own templates
	listed  []diag.Problem // of files that cannot be read
	mistake []diag.Problem // for which set is an older one
	set     *render.Set
	newest  *render.Set                          // which may have mistakes
	fonts   func() (*card.Fonts, []diag.Problem) // for social cards, read at the first call
}

// loadLook parses the templates again when one of the site's own has changed. A
// mistake in them is a problem of the site, which is made with the last good ones.
func (w *Workspace) loadLook() error {
	entries, listed := w.disk.Templates()
	if w.look != nil && sameEntries(entries, w.look.entries) && reflect.DeepEqual(listed, w.look.listed) {
		return nil
	}
	next := &look{entries: entries, listed: listed}
	files := w.disk.TemplateFiles()
	if len(listed) > 0 {
		files = nil // what cannot be read is told, and no site is published
	}
	var err error
	next.set, err = render.New(files)
	next.newest = next.set
	if err != nil {
		if next.mistake = w.templateProblems(err); len(next.mistake) == 0 {
			return err
		}
		if next.set, err = w.lastGoodSet(); err != nil {
			return err
		}
		next.newest = cmp.Or(next.newest, next.set) // of style sheets that lead nowhere there is no set
	}
	next.fonts = sync.OnceValues(func() (*card.Fonts, []diag.Problem) { return w.loadFonts(entries) })
	w.look = next
	return nil
}

// lastGoodSet is the templates before a mistake was made in them, else the default ones.
func (w *Workspace) lastGoodSet() (*render.Set, error) {
	if w.look != nil {
		return w.look.set, nil
	}
	return render.New(nil)
}

// locale is how the site speaks. With a mistake in one of its own catalogues it
// speaks as the default ones have it.
func (w *Workspace) locale(set *render.Set, site *dossier.Site) (*locale.Locale, []diag.Problem) {
	tag := site.Language
	if site.Calendar == "gregorian" {
		tag += "-u-ca-gregory"
	}
	l, err := set.Locale(tag)
	if err == nil {
		return l, append(unspoken(l, site), w.misspelledMessages(l)...)
	}
	problems := w.templateProblems(err)
	if len(problems) == 0 {
		problems = []diag.Problem{{Severity: diag.Error, Code: "template", At: source.Span{Path: render.Folder}, Text: err.Error()}}
	}
	if l != nil {
		problems = append(problems, w.misspelledMessages(l)...)
	}
	if defaults, failed := render.New(nil); failed == nil {
		l, err = defaults.Locale(tag)
	}
	if err != nil {
		l = locale.English()
	}
	return l, problems
}

// unspoken warns of a language that has no catalogue.
func unspoken(l *locale.Locale, site *dossier.Site) []diag.Problem {
	if l.Missing() == "" {
		return nil
	}
	p := diag.Problem{
		Severity: diag.Warning,
		Code:     "no-catalogue",
		At:       source.Span{Path: resolve.SitePath},
		Text:     "there are no messages in the language " + l.Missing() + ", so the site speaks English around its digests",
		Hint:     "translate them in " + render.Folder + "/" + locale.Folder + "/" + l.Missing() + ".yaml; the README tells how",
	}
	if site.Intro != nil {
		p.At = site.Intro.Site.LanguageAt.In(site.Intro.Path)
	}
	return []diag.Problem{p}
}

// templateProblems returns the mistakes in templates or catalogues as problems of their files; none where the error is another.
func (w *Workspace) templateProblems(err error) []diag.Problem { return w.lineStarts().problems(err) }

func (l lineStarts) problems(err error) []diag.Problem {
	var all interface{ Unwrap() []error }
	if errors.As(err, &all) {
		var problems []diag.Problem
		for _, single := range all.Unwrap() {
			problems = append(problems, l.problems(single)...)
		}
		return problems
	}
	var mistake *render.Error
	var ofMessages *locale.Error
	switch {
	case errors.As(err, &mistake):
		return []diag.Problem{l.problem(mistake)}
	case errors.As(err, &ofMessages):
		in := &render.Error{File: ofMessages.File, Line: ofMessages.Line, Column: ofMessages.Column, Text: ofMessages.Text, Hint: ofMessages.Hint}
		if ofMessages.Folder > 0 { // else it is a default one
			in.File = path.Join(render.Folder, in.File)
		}
		return []diag.Problem{l.problem(in)}
	}
	return nil
}

func (l lineStarts) problem(mistake *render.Error) diag.Problem {
	p := diag.Problem{Severity: diag.Error, Code: "template", At: source.Span{Path: mistake.File}, Text: mistake.Text, Hint: mistake.Hint}
	if !strings.HasPrefix(mistake.File, render.Folder+"/") {
		// A default template fails only for what the site's own did to it.
		p.At.Path, p.Text = render.Folder, mistake.Error()
		return p
	}
	p.At = l.find(mistake.File, mistake.Line, mistake.Column)
	return p
}

// lineStarts finds lines in files of the site, each of which it reads once.
type lineStarts struct {
	disk  *disk.Site
	files map[string][]int // offsets of the first bytes of all lines and, last, of the end
}

func (w *Workspace) lineStarts() lineStarts { return lineStarts{w.disk, map[string][]int{}} }

// find is the place so many bytes behind the start of a line, which counts from 1. A file that cannot be read has no lines.
func (l lineStarts) find(path string, line, column int) source.Span {
	starts, known := l.files[path]
	if !known {
		file, _ := l.disk.Reread(path)
		starts = []int{0}
		for at, b := range file.Text {
			if b == '\n' {
				starts = append(starts, at+1)
			}
		}
		starts = append(starts, len(file.Text))
		l.files[path] = starts
	}
	end := len(starts) - 1
	at := min(starts[min(max(line, 1), end)-1]+column, starts[end])
	return source.Span{Path: path, Start: at, End: at}
}

// tryTemplates makes one page by each template, because what a template asks of
// its view is only known then. It is of use only where a site has templates of its own.
func (w *Workspace) tryTemplates(s *Site) []diag.Problem {
	if len(w.look.entries) == 0 {
		return nil
	}
	var problems []diag.Problem
	for p := range s.plan.Samples {
		if _, err := s.pages.AppendPage(nil, p); err != nil {
			for _, problem := range w.templateProblems(err) {
				if !slices.ContainsFunc(problems, func(p diag.Problem) bool { return p.At == problem.At && p.Text == problem.Text }) { // many templates call one
					problems = append(problems, problem)
				}
			}
		}
	}
	return problems
}

// doubtfulAssets warns of what is wrong with style sheets and scripts of the site's own, which are published as they are.
func (w *Workspace) doubtfulAssets(set *render.Set) []diag.Problem {
	var problems []diag.Problem
	lines := w.lineStarts()
	for _, doubt := range set.Doubts() {
		p := lines.problem(doubt)
		p.Severity, p.Code = diag.Warning, "doubtful-asset"
		problems = append(problems, p)
	}
	return problems
}
