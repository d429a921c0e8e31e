package export

import (
	"cmp"
	"io"
	"iter"
	"strconv"

	"demarche/generator/cite"
	"demarche/generator/dossier"
)

// reference is an article that digests were made from, once however many are.
type reference struct {
	*dossier.Source
	key  string // of BibTeX and CSL: the slug of the first digest that names it, and behind a dot, which no slug has, its number there from the second
	lang string
}

// references yields the sources of all digests that stand, in order of time, each article once.
func (a *archive) references(yield func(reference) bool) {
	known := make(map[dossier.Article]bool, len(a.Digests))
	for _, d := range a.Digests {
		if d.Withdrawn != "" {
			continue
		}
		for i := range d.Meta.Sources {
			s := &d.Meta.Sources[i]
			if known[s.Article()] {
				continue
			}
			known[s.Article()] = true
			key := d.Slug
			if i > 0 {
				key += "." + strconv.Itoa(i+1)
			}
			if !yield(reference{s, key, cmp.Or(s.Lang, d.Lang)}) {
				return
			}
		}
	}
}

// fill makes an item of the article.
func (r reference) fill(it *cite.Item) {
	*it = cite.Item{
		Kind:     cite.Article,
		Key:      append(it.Key[:0], r.key...),
		Authors:  it.Authors[:0],
		Title:    append(it.Title[:0], r.Title...),
		Site:     r.Publisher,
		Issued:   r.Date.Date,
		Accessed: r.Accessed.Date,
		URL:      append(it.URL[:0], r.URL...),
		Archived: r.Archived,
		Lang:     r.lang,
		Note:     r.Credit,
	}
	if r.Author != "" {
		it.Authors = append(it.Authors, cite.Name{Whole: r.Author})
	}
}

// referencesJSON is the same in CSL-JSON, which Zotero, pandoc and citeproc read.
func referencesJSON(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/references.json", func(w io.Writer) error {
		f := newSheet(w)
		f.out = append(f.out, '[')
		separator := "\n"
		var article cite.Writer
		for r := range a.references {
			article.Cite(r.fill)
			f.out = article.AppendCSL(append(f.out, separator...), "")
			f.pass()
			separator = ",\n"
		}
		f.out = append(f.out, "\n]\n"...)
		return f.end()
	}}}
}

// referencesBib is the same for BibTeX and BibLaTeX.
func referencesBib(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/references.bib", func(w io.Writer) error {
		f := newSheet(w)
		var article cite.Writer
		for r := range a.references {
			article.Cite(r.fill)
			f.out = append(article.AppendBibTeX(f.out), '\n')
			f.pass()
		}
		return f.end()
	}}}
}
