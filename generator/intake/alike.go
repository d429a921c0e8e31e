package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/near"
	"demarche/generator/slug"
)

// Pair is two names that may be one actor's.
type Pair struct {
	Keep, Other string // the fuller name, and the one that could be its alias
	Why         string
}

// mostNames is how many names are compared, each with each.
const mostNames = 5000

// mostPairs is how many pairs are told: nobody reads more.
const mostPairs = 200

// Alike finds pairs of names, one of them new, that may be one actor's: a slip apart, the same words in another order, one within the
// other, also behind the form of a state, or the first letters of the other. It only suggests. Names are of different actors, those that are
// used most first: of two that are as long, the first is kept. Of very many the new ones and the first alone are compared.
func Alike(names []string, isNew map[string]bool) []Pair {
	var pairs []Pair
	old := mostNames - len(isNew)
	names = slices.DeleteFunc(slices.Clone(names), func(name string) bool {
		if isNew[name] {
			return false
		}
		old--
		return old < 0
	})
	all := make([]nameWords, min(len(names), mostNames))
	for i := range all {
		all[i] = newNameWords(names[i])
	}
	left := near.Enough
	for i := range all {
		for j := i + 1; j < len(all); j++ {
			if !isNew[names[i]] && !isNew[names[j]] {
				continue
			}
			if why := alike(&all[i], &all[j], &left); why != "" {
				keep, other := names[i], names[j]
				if len(all[j].words) > len(all[i].words) {
					keep, other = other, keep
				}
				if pairs = append(pairs, Pair{keep, other, why}); len(pairs) == mostPairs {
					return pairs
				}
			}
		}
	}
	return pairs
}

// nameWords is a name as it is compared with thousands of others.
type nameWords struct {
	letters                  int // and what stands between them
	words                    []string
	joined, sorted           string
	initials, withoutSmaller string // the latter without the words that initials leave out
	key, state               string // the latter without the form of a state
}

func newNameWords(name string) nameWords {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	key := slug.Key(name)
	return nameWords{
		utf8.RuneCountInString(name), words, strings.Join(words, " "), strings.Join(slices.Sorted(slices.Values(words)), " "),
		initials(words), initials(withoutSmall(words)),
		key, near.State(key),
	}
}

// alike says why two names may be one actor's, "" where nothing says so.
func alike(a, b *nameWords, left *near.Effort) string {
	short, long := a, b
	if len(short.words) > len(long.words) {
		short, long = long, short
	}
	if len(short.words) == 0 {
		return ""
	}
	last := short.words[len(short.words)-1]
	switch {
	case short.sorted == long.sorted:
		return "the same words"
	case len(short.words) == 1 && len(long.words) > 1 && (long.initials == last || long.withoutSmaller == last):
		return "one is the first letters of the other"
	case len(short.words) < len(long.words) && last == long.words[len(long.words)-1] && within(short.words, long.words) && utf8.RuneCountInString(last) > 3:
		return "one is within the other"
	case a.state == b.state && (a.state == a.key) != (b.state == b.key):
		return "one has the form of the state in its name"
	case len(a.words) == len(b.words):
		limit := 1
		if n := min(a.letters, b.letters); n < 5 {
			return ""
		} else if n >= 10 {
			limit = 2
		}
		if left.Slips(a.joined, b.joined, limit) <= limit && !numbersDiffer(a.words, b.words) {
			return "a slip apart"
		}
	}
	return ""
}

func within(short, long []string) bool {
	return !slices.ContainsFunc(short, func(word string) bool { return !slices.Contains(long, word) })
}

// initials are the first letters of words.
func initials(words []string) string {
	var out strings.Builder
	for _, word := range words {
		r, _ := utf8.DecodeRuneInString(word)
		out.WriteRune(r)
	}
	return out.String()
}

// withoutSmall leaves out the words that initials leave out.
func withoutSmall(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(word string) bool {
		return slices.Contains([]string{"of", "the", "and", "for", "de", "des", "du", "la", "le", "der", "die", "und", "y"}, word)
	})
}

// numbersDiffer says whether two names differ in a number: Valley 1 is not Valley 2.
func numbersDiffer(a, b []string) bool {
	for i := range a {
		if a[i] != b[i] && (strings.ContainsFunc(a[i], unicode.IsDigit) || strings.ContainsFunc(b[i], unicode.IsDigit)) {
			return true
		}
	}
	return false
}
