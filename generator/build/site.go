package build

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"
	"sync"

	"demarche/generator/card"
	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/export"
	"demarche/generator/locale"
	"demarche/generator/page"
	"demarche/generator/render"
)

// Site is everything that would be published, none of it made yet.
type Site struct {
	Archive  *dossier.Archive
	Problems []diag.Problem // of all files, sorted; of one file no more than are told
	SameText bool           // the files are those of the site before, and hidden is what was: the repository tells more of them

	problems []diag.Problem // all of them: Problems leaves out those of a file that come after many
	locale   *locale.Locale
	plan     *page.Plan
	pages    *render.Site
	assets   []Output
	static   []Output                          // what is copied, by path
	files    func() []Output                   // what is neither a page nor of the search, by path; listed at the first call
	index    func() (map[string][]byte, error) // the files of the search by path, made at the first call
	fonts    *card.Fonts                       // nil where the site has no social cards
	disk     *disk.Site
}

// Output is one file of the site.
type Output struct {
	Path   string // below public/, without a slash at its start: "digests/talks/index.html"
	Page   bool   // it is an HTML page
	Old    bool   // it is the page of an old address, which leads to another at once
	Static string // path of the file in the site's folder that it is a copy of, or ""
	named  bool   // its path changes with its bytes

	// One of these makes it.
	append func(out []byte) ([]byte, error)
	write  func(io.Writer) error
	files  func(put func(path string, data []byte) error) error // files below Path, which are put one by one
}

// Bytes makes the output.
func (o Output) Bytes() ([]byte, error) {
	if o.append != nil {
		return o.append(nil)
	}
	var b bytes.Buffer
	err := o.write(&b)
	return b.Bytes(), err
}

func newSite(a *dossier.Archive, l *locale.Locale, templates *render.Set, fonts *card.Fonts, folder *disk.Site, static []disk.Entry) *Site {
	plan := page.New(a, l)
	plan.DrawWith(fonts)
	s := &Site{
		Archive: a,
		locale:  l,
		plan:    plan,
		pages:   templates.Site(plan.Layout, a.Site.BasePath, l),
		fonts:   fonts,
		disk:    folder,
	}
	for path, text := range templates.Assets() {
		if path == page.EmbedAsset && (a.Site.Host == "" || !a.Site.StatementPages) {
			continue // nobody can be told to ask for it
		}
		s.assets = append(s.assets, Output{Path: path, write: func(w io.Writer) error {
			_, err := w.Write(text)
			return err
		}})
	}
	for _, entry := range static {
		s.static = append(s.static, s.copyOf(entry.Path))
	}
	s.files = sync.OnceValue(s.list)
	s.index = sync.OnceValues(s.listSearch)
	return s
}

// list lists what is not a page, by path. That takes a list of all pages where the
// site has a sitemap.
func (s *Site) list() []Output {
	files := slices.Concat(s.assets, s.static)
	for _, e := range s.exports(s.addresses) {
		files = append(files, Output{Path: pathOf(e.Route), write: e.Write})
	}
	files = append(files, s.cards()...)
	slices.SortStableFunc(files, func(a, b Output) int { return cmp.Compare(a.Path, b.Path) })
	return files
}

// exports are what is made of the archive beside pages. A robots.txt of the site's own stands in place of ours: what
// robots may do is for its owner to say.
func (s *Site) exports(routes iter.Seq[string]) []export.Export {
	own := slices.ContainsFunc(s.static, func(o Output) bool { return o.Path == robots })
	return slices.DeleteFunc(export.All(s.Archive, s.locale, routes), func(e export.Export) bool { return own && pathOf(e.Route) == robots })
}

const robots = "robots.txt"

// addresses yields the routes of the pages that are worth finding: all but those
// that lead to another or hold nothing but what was withdrawn.
func (s *Site) addresses(yield func(string) bool) {
	for p := range s.plan.All() {
		if !p.NoIndex && !yield(p.Route) {
			return
		}
	}
}

// Outputs yields every file of the site as it is published, those of the index of the search one by one.
func (s *Site) Outputs() iter.Seq[Output] {
	return func(yield func(Output) bool) {
		for batch := range s.batches() {
			for _, o := range batch {
				if o.files != nil {
					if !s.searchOutputs(yield) {
						return
					}
				} else if !yield(o) {
					return
				}
			}
		}
	}
}

// Len is the number of outputs without the index of the search, whose files nobody knows before it is made.
func (s *Site) Len() int { return s.plan.Len() + len(s.files()) }

// Lookup returns the output at a route below the base path: "/digests/talks/".
func (s *Site) Lookup(route string) (Output, bool) {
	if p, found := s.plan.Lookup(route); found {
		return s.page(p), true
	}
	path, rooted := strings.CutPrefix(route, "/")
	if strings.HasPrefix(route, page.SearchFolder) {
		return s.searchOutput(path)
	}
	files := s.files()
	i, found := slices.BinarySearchFunc(files, path, func(o Output, path string) int { return cmp.Compare(o.Path, path) })
	if !found || !rooted {
		return Output{}, false
	}
	return files[i], true
}

// pathOf is the path below public/ of the page at a route.
func pathOf(route string) string {
	path := strings.TrimPrefix(route, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		path += "index.html"
	}
	return path
}

func (s *Site) page(p page.Page) Output {
	return Output{Path: pathOf(p.Route), Page: true, Old: p.Template == page.RedirectTemplate, append: func(out []byte) ([]byte, error) { return s.pages.AppendPage(out, p) }}
}

// copyOf is the output that a static file is copied to.
func (s *Site) copyOf(static string) Output {
	return Output{Path: strings.TrimPrefix(static, "content/static/"), Static: static, write: func(w io.Writer) error {
		from, err := s.open(static)
		if err != nil {
			return err
		}
		defer from.Close()
		_, err = io.Copy(w, from)
		return err
	}}
}

func (s *Site) open(path string) (*os.File, error) {
	opened, trouble := s.disk.OpenFile(path)
	if trouble != nil {
		return nil, fmt.Errorf("%s: %s", path, trouble.Text)
	}
	return opened, nil
}
