package build

import (
	"fmt"
	"iter"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/page"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// clashes finds old addresses and static files that cannot be published beside another output:
// both have one address, the same or the same to a file system that does not
// tell case or Unicode forms apart, or one is a file where the other needs a folder.
// An old address gives way to the site's own, a static file to both.
func (s *Site) clashes() []diag.Problem {
	redirects := s.plan.Redirects()
	c := make(claims, len(redirects)+len(s.static))
	for _, r := range redirects {
		c.ask(pathOf(r.From))
	}
	for _, o := range s.static {
		c.ask(o.Path)
	}
	if len(c) == 0 {
		return nil
	}
	if s.meets(redirects) {
		for p := range s.plan.All() {
			if p.Template != page.RedirectTemplate {
				c.take(pathOf(p.Route), "")
			}
		}
		for _, o := range s.files() {
			if o.Static == "" {
				c.take(o.Path, "")
			}
		}
	}
	var problems []diag.Problem
	told := map[source.Span]bool{} // an old address takes others along: of them one is enough
	for _, r := range redirects {
		clash := c.claim(pathOf(r.From), "")
		if clash != nil && !told[r.At] {
			told[r.At] = true
			problems = append(problems, clash.ofRedirect(r))
		}
	}
	for _, r := range redirects {
		if r.Copy != "" {
			c.take(pathOf(r.Copy), "")
		}
	}
	for _, o := range s.static {
		if clash := c.claim(o.Path, o.Static); clash != nil {
			problems = append(problems, clash.ofStatic(o.Static))
		} else if strings.HasPrefix("/"+o.Path, page.SearchFolder) { // nobody knows the names of the index's files before it is made
			problems = append(problems, diag.Problem{Severity: diag.Error, Code: "same-address", At: source.Span{Path: o.Static},
				Text: "lies in search/, where the site's search keeps its files", Hint: "put the file into another folder of content/static/"})
		}
	}
	return problems
}

// claims are the paths that are taken, folded, and those that somebody asks for. Of others nothing is kept.
type claims map[string]holder

// holder is who has a path.
type holder struct {
	path   string // as it is spelled; "" where nobody has it
	file   string // the path itself, or of a folder the first file that is in it
	static string // the static file that it is a copy of, or ""
}

func (h holder) isFolder() bool { return h.path != h.file }

// ask asks for a path and the folders above it.
func (c claims) ask(path string) {
	at := slug.Fold(path)
	c[at] = holder{}
	for folder := range above(at) {
		c[folder] = holder{}
	}
}

// take takes a path, and what is free of the folders above it.
func (c claims) take(path, static string) {
	c.takeOne(path, path, static)
	for folder := range above(path) {
		c.takeOne(folder, path, static)
	}
}

func (c claims) takeOne(path, file, static string) {
	at := slug.Fold(path)
	if has, asked := c[at]; asked && has.path == "" {
		c[at] = holder{path, file, static}
	}
}

// claim takes a path, or says why it cannot be had.
func (c claims) claim(path, static string) *clash {
	if has := c[slug.Fold(path)]; has.path != "" {
		return &clash{path, has}
	}
	for folder := range above(path) {
		if has := c[slug.Fold(folder)]; has.path != "" && (!has.isFolder() || has.path != folder) {
			return &clash{folder, has}
		}
	}
	c.take(path, static)
	return nil
}

// clash is two outputs that are not to be had together.
type clash struct {
	path string // of the one, or of a folder that it needs
	has  holder // what the other has there
}

// misspells says whether both are folders, which would be one but for case or Unicode form, and how.
func (c *clash) misspells(folder bool) bool { return folder && c.has.isFolder() }

func (c *clash) ofRedirect(r dossier.Redirect) diag.Problem {
	p := diag.Problem{Severity: diag.Error, Code: "address-taken", At: r.At, Hint: "take it out, or give the other another address"}
	old := fmt.Sprintf("the old path %q of %s ", r.From, r.At.Path)
	folder := c.path != pathOf(r.From)
	switch {
	case c.misspells(folder):
		p.Text = old + fmt.Sprintf("lies in %s/, which differs from %s/ in case or Unicode form alone", c.path, c.has.path)
		p.Hint = fmt.Sprintf("write \"/%s%s\", or take it out: to some file systems and hosts the two are one", c.has.path, strings.TrimPrefix(r.From, "/"+c.path))
	case folder:
		p.Text = old + "needs a folder where there is a file, " + c.has.file
	case c.has.isFolder():
		p.Text = old + "is a file where a folder is needed, for " + c.has.file
	default:
		p.Text = old + "is the address of another page or file, " + c.has.file
	}
	return p
}

func (c *clash) ofStatic(static string) diag.Problem {
	p := diag.Problem{Severity: diag.Error, Code: "same-address", At: source.Span{Path: static}, Hint: "rename the file, or remove it"}
	own, folder := c.has.static == "", "content/static/"+c.path != static
	switch {
	case c.misspells(folder):
		p.Text, p.Hint = fmt.Sprintf("lies in %s/, which differs from %s/ in case or Unicode form alone", c.path, c.has.path), "give its folder that name: to some file systems and hosts the two are one"
	case folder && own:
		p.Text = "lies in a folder where the site has a file of its own, " + c.has.file
	case folder:
		p.Text = "lies in a folder where a file would be, that of " + c.has.static
	case c.has.isFolder() && own:
		p.Text = "is a file where the site has a folder of its own, for " + c.has.file
	case c.has.isFolder():
		p.Text = "is a file where a folder is needed for " + c.has.static
	case own:
		p.Text = "would be published where the site has its own " + c.has.file
	default:
		p.Text = "would be published at the same address as " + c.has.static
	}
	return p
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

// stem is the beginning of a path that all that clash with it have in common: the first
// part, and in a section the first two.
func stem(at string) string {
	root, rest, below := strings.Cut(at, "/")
	switch root {
	case "digests", "actors", "conversations", "topics", "acts":
		if below {
			second, _, _ := strings.Cut(rest, "/")
			return root + "/" + second
		}
	}
	return root
}

// meets says whether some old address or static file may lie where the site has a page or file of
// its own. So most sites are spared a list of all their pages.
func (s *Site) meets(redirects []dossier.Redirect) bool {
	stems := map[string]bool{}
	add := func(path string) {
		at := slug.Fold(path)
		stems[stem(at)] = true
		root, _, _ := strings.Cut(at, "/")
		if !strings.HasPrefix(path, root) { // it differs from a section in case alone
			stems[root] = true
		}
	}
	listed := false          // whether they can only be known from the list
	old := map[string]bool{} // what stands at old addresses too, and lies beside these
	for _, o := range s.static {
		root, _, _ := strings.Cut(o.Path, "/")
		listed = listed || strings.HasPrefix(slug.Fold(root), "sitemap") || dossier.IsYear(root)
		add(o.Path)
	}
	for _, r := range redirects {
		root, _, _ := strings.Cut(pathOf(r.From), "/")
		listed = listed || strings.HasPrefix(slug.Fold(root), "sitemap")
		if !dossier.IsYear(root) { // what years need was refused already
			add(pathOf(r.From))
		}
		old[r.Copy] = true
	}
	if listed {
		return true
	}
	met := func(path string) bool {
		at := slug.Fold(path)
		root, _, _ := strings.Cut(at, "/")
		return stems[root] || stems[stem(at)]
	}
	for _, asset := range s.assets {
		if met(asset.Path) {
			return true
		}
	}
	for _, e := range s.exports(func(func(string) bool) {}) {
		if !old[e.Route] && met(pathOf(e.Route)) {
			return true
		}
	}
	for route := range s.plan.Roots {
		if met(pathOf(route)) {
			return true
		}
	}
	return false
}
