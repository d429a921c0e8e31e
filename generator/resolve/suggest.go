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

	"demarche/generator/dossier"
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
func (n *names) suggest(pages func() map[rune][]known, inEnglish func(path string) bool) {
	actors := n.known()
	states := sync.OnceValue(n.states)
	persons := sync.OnceValue(n.persons)
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
		if hint := unnamed(e.Name); hint != "" && inEnglish(e.Named.Path) {
			n.report.warn("unnamed-actor", e.Named, fmt.Sprintf("%q becomes an actor of that name, with a page", e.Name), hint)
			continue
		}
		if name := cmp.Or(nameMeant(e, actors, &left), stateMeant(e, states(), &left), personMeant(e, persons(), &left)); name != "" {
			n.report.warn("unknown-actor", e.Named, fmt.Sprintf("unknown actor %q", e.Name), fmt.Sprintf("did you mean %q?", name))
		} else if !e.inProse {
			continue
		} else if name := nameMeant(e, pages(), &leftForPages); name != "" {
			n.report.warn("unknown-link", e.Named, fmt.Sprintf("no actor, digest, topic or page is called %q", e.Name), fmt.Sprintf("did you mean %q?", name))
		}
	}
}

// pronouns stand for somebody who has a name.
var pronouns = []string{"he", "she", "they", "we", "you", "him", "her", "them"}

// inEnglish says whether a file is: in others “a” may mean “the”, as in “a oposição”, and “he” something else.
func (r *resolution) inEnglish(path string) bool {
	language := r.archive.Site.Language
	if d := r.digestAt(path); d != nil {
		language = d.Lang
	}
	primary, _, _ := strings.Cut(language, "-")
	return strings.EqualFold(primary, "en")
}

// unnamed says what to write for a name that is none, “he” or “a senior official”, or "". “A Better Zenda” is one, and so may
// “the opposition” be.
func unnamed(name string) string {
	if slices.Contains(pronouns, name) {
		return "write the name of whom is meant; in text [[Name|" + name + "]] shows this word"
	}
	article, rest, _ := strings.Cut(name, " ")
	word, _, _ := strings.Cut(rest, " ")
	if article != "a" && article != "an" || len(word) < 2 || word != strings.ToLower(word) {
		return ""
	}
	return "a speaker without a name stands without brackets, and says for whom: " + name + " for [[Zenda]]; if it is a name, give it a file in content/actors/"
}

// several are the parts of a name that joins those of other actors, all of whom have a file or are named elsewhere; or nil.
func (n *names) several(e *entry) []string {
	for _, and := range []string{" and ", " & ", "; ", "/", ", ", " und ", " et ", " y ", " и ", " و", "،", "؛", "、", "，", "和"} {
		if !strings.Contains(e.Name, and) {
			continue
		}
		parts := strings.Split(strings.NewReplacer(", ", and, "، ", and).Replace(e.Name), and)
		if len(parts) > shown {
			continue
		}
		for i := range parts {
			parts[i] = strings.TrimSpace(parts[i])
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

// persons are the names of persons that have a file, by their last word.
func (n *names) persons() map[string][]known {
	byLast := map[string][]known{}
	for k := range n.sure {
		if k.entry.Doc != nil && (k.entry.Kind == "person" || len(k.entry.Posts) > 0) {
			last := k.key[strings.LastIndexByte(k.key, '-')+1:]
			byLast[last] = append(byLast[last], k)
		}
	}
	return byLast
}

// personMeant returns the name of the person that e's is too, or "": in another order, "Firefly, Rufus", with an initial, "R. Firefly", or behind a
// title, "Ambassador Rufus Firefly". Behind an only name that is a title of theirs, because "Anna Firefly" is somebody else.
func personMeant(e *entry, byLast map[string][]known, left *near.Effort) string {
	words := strings.Split(slug.Key(e.Name), "-")
	if len(words) < 2 || len(words) > 8 || strings.ContainsRune(e.Name, '(') {
		return ""
	}
	found := known{}
	for _, word := range slices.Compact(slices.Sorted(slices.Values(words))) {
		for _, k := range byLast[word] {
			if *left--; *left < 0 {
				return ""
			}
			if k.entry == e || !isPersons(words, k) {
				continue
			}
			if found.entry != nil && found.entry != k.entry {
				return ""
			}
			found = k
		}
	}
	return found.name
}

// isPersons says whether the words of a name are those of a person who is known by k.
func isPersons(words []string, k known) bool {
	own := strings.Split(k.key, "-")
	before := len(words) - len(own)
	switch {
	case before < 0 || slices.Contains(words[:before], "of"):
		return false
	case before == 0 && sameWords(strings.Join(words, "-"), k.key):
		return true
	case before == 0:
		return len(words[0]) == 1 && strings.HasPrefix(own[0], words[0]) && slices.Equal(words[1:], own[1:])
	case !slices.Equal(words[before:], own):
		return false
	case len(own) > 1:
		return true
	}
	return slices.ContainsFunc(k.entry.Posts, func(p dossier.ActorPost) bool {
		return strings.HasSuffix("-"+slug.Key(p.Role), "-"+strings.Join(words[:before], "-"))
	})
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
