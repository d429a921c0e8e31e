package parse

import (
	"fmt"
	"iter"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// longNames reports names in the text that are longer than one may be, or higher: each stands on many pages.
func longNames(doc *dossier.Doc, limits dossier.Limits) {
	for at, name := range spellings(doc) {
		if len(name) > limits.Title {
			reportAt(doc, diag.Error, "too-long", at, fmt.Sprintf("this name has %d bytes, more than the limit of %d", len(name), limits.Title),
				"shorten it, or raise limits: title in content/index.md")
		}
		if isPiled(name, false) {
			reportAt(doc, diag.Error, "piled-marks", at, piledText, piledHint)
		}
	}
}

// crowded reports more statements or names than one file may have, and says
// whether it did. Nearly each of them becomes a page, so without a bound
// a file of 1 MB would become a hundred thousand files.
func crowded(doc *dossier.Doc, limits dossier.Limits) bool {
	if n := len(doc.Statements); n > limits.Statements {
		at := doc.Statements[limits.Statements].At
		reportAt(doc, diag.Error, "too-many-statements", at,
			fmt.Sprintf("the digest has %d statements, more than the limit of %d", n, limits.Statements),
			"divide it, or raise limits: statements in content/index.md")
		return true
	}
	mentions := 0
	for range mentioned(doc) {
		mentions++
	}
	if mentions <= limits.Names {
		return false
	}
	names := make(map[string]bool, limits.Names)
	for name := range mentioned(doc) {
		names[name] = true
	}
	if len(names) <= limits.Names {
		return false
	}
	report(doc, diag.Error, "too-many-names", 0, 0,
		fmt.Sprintf("the file names %d actors, topics and other pages, more than the limit of %d", len(names), limits.Names),
		"divide it, or raise limits: names in content/index.md")
	return true
}

// mentioned yields every name in a file that may become a page or lead to one.
func mentioned(doc *dossier.Doc) iter.Seq[string] {
	return func(yield func(string) bool) {
		more := true
		texts := func(list []dossier.Text) {
			for i := 0; more && i < len(list); i++ {
				more = yield(list[i].Value)
			}
		}
		refs := func(lists ...[]dossier.Ref) {
			for _, list := range lists {
				for i := 0; more && i < len(list); i++ {
					more = yield(list[i].Target())
				}
			}
		}
		holes := func(list []dossier.Hole) {
			for i := 0; more && i < len(list); i++ {
				more = yield(list[i].Ref.Target())
			}
		}
		m := &doc.Meta
		texts(m.Topics)
		texts(m.Tags)
		texts(m.Aliases)
		texts(m.OldPaths)
		refs(m.Actors)
		for i := range m.Events {
			e := &m.Events[i]
			refs(e.By, e.To, e.With, e.Yes, e.No, e.Abstain)
		}
		holes(doc.Body.Holes)
		for i := range doc.Statements {
			q := &doc.Statements[i]
			refs(q.Speakers, q.For, q.To, q.About)
			if more && q.According != nil {
				more = yield(q.According.Target())
			}
			texts(q.Topics)
			holes(q.Words.Holes)
			holes(q.Original.Words.Holes)
			for j := range q.Context {
				holes(q.Context[j].Holes)
			}
		}
	}
}
