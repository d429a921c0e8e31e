package resolve

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"demarche/generator/diag"
	"demarche/generator/escape"
	"demarche/generator/slug"
)

// tellIdle notes persons with posts whom nothing names, where somebody without a file shares a word with their name: a file that was
// renamed no longer says for whom they speak. Other files that nothing names wait for their day.
func (n *names) tellIdle() {
	idle := func(e *entry) bool {
		return e.Doc != nil && e.mentions == 0 && len(e.Posts) > 0 && (e.Kind == "person" || e.Kind == "")
	}
	if !slices.ContainsFunc(n.entries, idle) {
		return
	}
	byWord := map[string]*entry{} // those without a file, the one that is named most
	for _, e := range n.entries {
		if e.file != nil || n.several(e) != nil {
			continue
		}
		for _, word := range wordsOf(e) {
			if other := byWord[word]; other == nil || other.mentions < e.mentions {
				byWord[word] = e
			}
		}
	}
	for _, e := range n.entries {
		if !idle(e) {
			continue
		}
		i := slices.IndexFunc(wordsOf(e), func(word string) bool { return byWord[word] != nil })
		if i < 0 {
			continue
		}
		bare := byWord[wordsOf(e)[i]]
		n.report.add(diag.Note, "never-named", placed(e.Doc), fmt.Sprintf("%s has posts and is named nowhere, while %q has no file, and so speaks for nobody else", e.Name, bare.Name),
			fmt.Sprintf("if they are one, write here aliases: %s", escape.YAMLList(bare.Name)), diag.Related{At: bare.Named, Text: "named here"})
	}
}

// wordsOf are those of a name that may tell who somebody is.
func wordsOf(e *entry) []string {
	return slices.DeleteFunc(strings.Split(slug.Key(e.Name), "-"), func(word string) bool {
		return utf8.RuneCountInString(word) < 3 || word == "the" || word == "and" || word == "for"
	})
}
