package resolve

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/agnivade/levenshtein"

	"demarche/generator/slug"
)

// effort bounds what may be spent on suggestions, in comparisons of a letter
// with a letter. It lasts for thousands of mistakes; a site with more gets the
// rest without suggestions.
type effort int

const maxEffort effort = 10_000_000

// distance is how many letters must be put in, left out or changed to make b of
// a; two neighbours changed about count as one. It is more than limit when
// it cannot be within it or nothing may be spent any more.
func (left *effort) distance(a, b string, limit int) int {
	*left--
	if len(a)-len(b) > limit || len(b)-len(a) > limit || *left < 0 {
		return limit + 1
	}
	*left -= effort(len(a) * len(b))
	if swapped(a, b) {
		return 1
	}
	return levenshtein.ComputeDistance(a, b)
}

// swapped says whether a and b differ in two neighbouring bytes changed about.
func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	return i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// nearest returns the first of the candidates that is a slip away from word, or "".
func (left *effort) nearest(word string, candidates []string) string {
	if *left < 0 {
		return ""
	}
	limit := 1
	if len(word) >= 6 {
		limit = 2
	}
	best, found := limit+1, ""
	for _, candidate := range candidates {
		if d := left.distance(word, candidate, limit); d < best {
			best, found = d, candidate
		}
	}
	return found
}

// known is a name that an unknown one may have been meant for.
type known struct {
	key     string
	letters uint64 // which letters and digits the key holds, a bit each
	name    string
	entry   *entry // nil of a digest, topic or page
}

// suggest warns of actors that are only named, where the name is a slip away
// from one that has a file or is named more often; and where only a wikilink in
// prose names one, from a digest, topic or page, whose names pages returns.
func (n *names) suggest(pages func() map[byte][]known) {
	actors := n.known()
	pages = sync.OnceValue(pages)
	left, leftForPages := maxEffort, maxEffort
	for _, e := range n.entries {
		if e.file != nil {
			continue
		}
		if near := left.near(e, actors); near != "" {
			n.report.warn("unknown-actor", e.Named, fmt.Sprintf("unknown actor %q", e.Name), fmt.Sprintf("did you mean %q?", near))
		} else if !e.inProse {
			continue
		} else if near := leftForPages.near(e, pages()); near != "" {
			n.report.warn("unknown-link", e.Named, fmt.Sprintf("no actor, digest, topic or page is called %q", e.Name), fmt.Sprintf("did you mean %q?", near))
		}
	}
}

// known are the names of actors that are surely meant, by their first byte:
// a slip in the first letter is rare, and "Gambia" is not "Zambia".
func (n *names) known() map[byte][]known {
	byFirst := map[byte][]known{}
	add := func(e *entry, name string) {
		if key := slug.Key(name); key != "" {
			byFirst[key[0]] = append(byFirst[key[0]], known{key, letters(key), name, e})
		}
	}
	for _, e := range n.entries {
		if e.Doc == nil && e.mentions < 2 {
			continue
		}
		add(e, e.Name)
		for _, alias := range e.Aliases {
			add(e, alias)
		}
	}
	for _, list := range byFirst {
		slices.SortStableFunc(list, func(a, b known) int { return cmp.Compare(a.key, b.key) })
	}
	return byFirst
}

// near returns the name for which e's was probably meant, or "".
func (left *effort) near(e *entry, byFirst map[byte][]known) string {
	key := slug.Key(e.Name)
	if len(key) < 4 || *left < 0 {
		return ""
	}
	limit := 1
	if len(key) >= 10 {
		limit = 2
	}
	has := letters(key)
	best, found := limit+1, ""
	for _, k := range byFirst[key[0]] {
		*left--
		if bits.OnesCount64(has^k.letters) > 2*limit || k.entry == e || k.entry != nil && k.entry.Doc == nil && k.entry.mentions <= e.mentions {
			continue
		}
		d := left.distance(key, k.key, limit)
		if d >= best || !sameNumbers(key, k.key) || len(key) < 5 && !swapped(key, k.key) {
			continue
		}
		best, found = d, k.name
	}
	return found
}

func letters(key string) uint64 {
	var set uint64
	for i := range len(key) {
		set |= 1 << (key[i] & 63)
	}
	return set
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
