package resolve

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"demarche/generator/escape"
	"demarche/generator/near"
	"demarche/generator/slug"
)

// known is a name that an unknown one may have been meant for.
type known struct {
	key     string
	letters uint64 // which letters and digits the key holds, a bit for each of those whose last six bits are the same
	name    string
	entry   *entry // nil of a digest, topic or page
}

// suggest warns of actors that are only named, where the name is a slip away
// from one that has a file or is named more often, or the name of such a state but for its form; and where only a wikilink in
// prose names one, from a digest, topic or page, whose names pages returns.
func (n *names) suggest(pages func() map[rune][]known) {
	actors := n.known()
	states := sync.OnceValue(n.states)
	pages = sync.OnceValue(pages)
	left, leftForPages := near.Enough, near.Enough
	for _, e := range n.entries {
		if e.file != nil {
			continue
		}
		if parts := n.several(e); parts != nil {
			links := "[[" + strings.Join(parts, "]] and [[") + "]]"
			n.report.warn("one-name", e.Named, fmt.Sprintf("%q is one name, and each part of it is the name of an actor", e.Name),
				fmt.Sprintf("if they are several, write %s in an attribution or in text, and %s in front matter; if it is one, give it a file in content/actors/", links, escape.YAMLList(parts...)))
			continue
		}
		if name := cmp.Or(nameMeant(e, actors, &left), stateMeant(e, states(), &left)); name != "" {
			n.report.warn("unknown-actor", e.Named, fmt.Sprintf("unknown actor %q", e.Name), fmt.Sprintf("did you mean %q?", name))
		} else if !e.inProse {
			continue
		} else if name := nameMeant(e, pages(), &leftForPages); name != "" {
			n.report.warn("unknown-link", e.Named, fmt.Sprintf("no actor, digest, topic or page is called %q", e.Name), fmt.Sprintf("did you mean %q?", name))
		}
	}
}

// several are the parts of a name that joins those of other actors, all of whom have a file or are named elsewhere; or nil.
func (n *names) several(e *entry) []string {
	for _, and := range []string{" and ", " & "} {
		parts := strings.Split(strings.ReplaceAll(e.Name, ", ", and), and)
		if len(parts) < 2 || len(parts) > shown || !strings.Contains(e.Name, and) {
			continue
		}
		if !slices.ContainsFunc(parts, func(part string) bool {
			return !slices.ContainsFunc(n.meant(slug.Key(part)), func(other *entry) bool { return other != e })
		}) {
			return parts
		}
	}
	return nil
}

// known are the names of actors that are surely meant, by their first letter:
// a slip in the first letter is rare, and "Gambia" is not "Zambia".
func (n *names) known() map[rune][]known {
	byFirst := map[rune][]known{}
	for k := range n.sure {
		byFirst[first(k.key)] = append(byFirst[first(k.key)], k)
	}
	for _, list := range byFirst {
		slices.SortStableFunc(list, func(a, b known) int { return cmp.Compare(a.key, b.key) })
	}
	return byFirst
}

// sure yields the names of actors that have a file or are named more than once.
func (n *names) sure(yield func(known) bool) {
	for _, e := range n.entries {
		if e.Doc == nil && e.mentions < 2 {
			continue
		}
		for i := -1; i < len(e.Aliases); i++ {
			name := e.Name
			if i >= 0 {
				name = e.Aliases[i]
			}
			if key := slug.Key(name); key != "" && !yield(known{key, letters(key), name, e}) {
				return
			}
		}
	}
}

// states are the same, by their keys without the form of a state.
func (n *names) states() map[string][]known {
	byState := map[string][]known{}
	for k := range n.sure {
		state := near.State(k.key)
		byState[state] = append(byState[state], k)
	}
	return byState
}

// stateMeant returns the name of the state that e's is too, but for its form, or "". "Kingdom of
// Syldavia" is none where a "Republic of Syldavia" is known, nor is "Syldavia" where two states are.
func stateMeant(e *entry, byState map[string][]known, left *near.Effort) string {
	key := slug.Key(e.Name)
	state := near.State(key)
	found := known{}
	for _, k := range byState[state] {
		if *left--; *left < 0 {
			return ""
		}
		switch {
		case k.entry == e || k.entry.Doc == nil && k.entry.mentions <= e.mentions:
		case k.key != state && key != state && !sameWords(k.key, key), found.entry != nil && found.entry != k.entry:
			return ""
		case found.entry == nil:
			found = k
		}
	}
	return found.name
}

func sameWords(a, b string) bool {
	sorted := func(key string) []string { return slices.Sorted(strings.SplitSeq(key, "-")) }
	return slices.Equal(sorted(a), sorted(b))
}

// nameMeant returns the name for which e's was probably meant, or "".
func nameMeant(e *entry, byFirst map[rune][]known, left *near.Effort) string {
	key := slug.Key(e.Name)
	long := utf8.RuneCountInString(key)
	if long < 4 || *left < 0 {
		return ""
	}
	limit := 1
	if long >= 10 {
		limit = 2
	}
	has := letters(key)
	best, found := limit+1, ""
	for _, k := range byFirst[first(key)] {
		*left--
		if bits.OnesCount64(has^k.letters) > 2*limit || k.entry == e || k.entry != nil && k.entry.Doc == nil && k.entry.mentions <= e.mentions {
			continue
		}
		d := left.Slips(key, k.key, limit)
		if d >= best || !sameNumbers(key, k.key) || long < 5 && !near.Swapped(key, k.key) {
			continue
		}
		best, found = d, k.name
	}
	return found
}

func letters(key string) uint64 {
	var set uint64
	for _, c := range key {
		set |= 1 << (c & 63)
	}
	return set
}

// first is the first letter of a key.
func first(key string) rune {
	letter, _ := utf8.DecodeRuneInString(key)
	return letter
}

// sameNumbers says whether a and b have the same digits: a resolution 1701 is
// no slip for 1702.
func sameNumbers(a, b string) bool {
	digits := func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}
	return strings.Map(digits, a) == strings.Map(digits, b)
}
