package resolve

import (
	"fmt"
	"slices"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// twins are actors of one name, which their files give them as their own. Each use of it is ambiguous, but what is to be
// mended is the name: it is told once.
type twins struct {
	key   string
	all   []*entry
	uses  int
	first source.Span // of the uses, in order of path
}

// twin returns the twins of a spelling that is the own name of several, or nil.
func (n *names) twin(sp *spelling) *twins {
	own := func(e *entry) bool { return e.owns(sp.key) }
	key := sp.key
	if !slices.ContainsFunc(sp.shared, own) { // written as the path of a file
		key = slug.Key(baseName(sp.text))
	}
	for _, e := range sp.shared {
		if !e.owns(key) {
			return nil
		}
	}
	t := n.twinned[key]
	if t == nil {
		t = &twins{key: key, all: sp.shared}
		n.twinned[key] = t
		n.twins = append(n.twins, t)
	}
	return t
}

// use notes that the name is written at some place.
func (t *twins) use(at source.Span) {
	if t.uses++; t.uses == 1 || earlier(at, t.first) < 0 {
		t.first = at
	}
}

// owns says whether the key is that of the name or the slug of an actor with a file.
func (e *entry) owns(key string) bool { return slug.Key(e.Name) == key || slug.Key(e.Slug) == key }

// tellTwins reports names that several files have as their own and that were used.
func (n *names) tellTwins() {
	for _, t := range n.twins {
		last := t.all[len(t.all)-1]
		if last.Slug == t.all[0].Slug {
			continue // that they have one address was told
		}
		var paths, apart []string
		related := []diag.Related{{At: t.first, Text: "the first use of the name"}}
		for _, e := range t.all[:min(len(t.all), shown)] {
			paths = append(paths, e.file.Path)
			if e != last {
				related = append(related, diag.Related{At: e.named(t.key), Text: "the other actor of that name"})
			}
			if slug.Key(e.Slug) != t.key {
				apart = append(apart, e.Slug)
			}
		}
		hint := "delete one of the two files if they are one actor, else give one of them another name"
		if len(apart) == len(t.all) {
			hint += "; or write which one is meant where it is named: " + some(apart)
		}
		n.report.error("same-name", last.named(t.key), fmt.Sprintf("%s%s are each called %q, and whoever names it may mean either: %s", strings.Join(paths, " and "), more(len(t.all)), last.Name, times(t.uses)), hint, related...)
	}
}

func times(n int) string {
	if n == 1 {
		return "once"
	}
	return fmt.Sprintf("%d times", n)
}
