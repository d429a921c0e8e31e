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

// Several says whether the fuller name is no actor's but joins several, of whom the other is one.
func (p Pair) Several() bool { return p.Why == several }

const several = "several"

// mostNames is how many names are compared, each with each.
const mostNames = 5000

// mostPairs is how many pairs are told: nobody reads more.
const mostPairs = 200

// Alike finds pairs of names, one of them new, that may be one actor's: a slip apart, the same words in another order, one within the
// other, also behind the form of a state, the first letters of the other, or with an initial for what the other has in full. It only suggests.
// A name that joins several, of which another stands there by itself, is not one with it, and told as that. Names are of different actors, those that are
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
	left, parts, told := near.Enough, map[string]bool{}, map[string]bool{}
	for i := range all {
		parts[all[i].plain] = true
	}
	delete(parts, "")
	for i := range all {
		all[i].isSeveral = isSeveral(names[i], parts)
	}
	for i := range all {
		for j := i + 1; j < len(all); j++ {
			if !isNew[names[i]] && !isNew[names[j]] {
				continue
			}
			why := alike(&all[i], &all[j], &left)
			keep, other := names[i], names[j]
			if len(all[j].words) > len(all[i].words) || why == withInitial && all[j].letters > all[i].letters {
				keep, other = other, keep
			}
			if why == "" || why == several && told[keep] || why == withInitial && hasNamesakes(all, i, j) {
				continue
			}
			told[keep] = told[keep] || why == several
			if pairs = append(pairs, Pair{keep, other, why}); len(pairs) == mostPairs {
				return pairs
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
	plain                    string // without the words that initials leave out
	isSeveral                bool   // and another name is one of them
	isLookedUp, hasNamesakes bool   // of a name with an initial
	initials, withoutSmaller string // the latter without the words that initials leave out
	key, state               string // the latter without the form of a state
}

func newNameWords(name string) nameWords {
	words := strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	key, larger := slug.Key(name), withoutSmall(words)
	return nameWords{
		letters: utf8.RuneCountInString(name), words: words, joined: strings.Join(words, " "), sorted: strings.Join(slices.Sorted(slices.Values(words)), " "),
		plain: strings.Join(larger, " "), initials: initials(words), withoutSmaller: initials(larger), key: key, state: near.State(key),
	}
}

// isSeveral says whether a name joins others, of which one is there by itself.
func isSeveral(name string, plain map[string]bool) bool {
	parts := between.Split(name, -1)
	return len(parts) > 1 && slices.ContainsFunc(parts, func(part string) bool { return plain[newNameWords(part).plain] })
}

// withInitial is why two names may be one that differ in what is an initial in one of them.
const withInitial = "the family name and an initial are the same, which others may have too"

// isShortened says whether a is b with initials for one or more of the names before the last, "t quill" of "tomas quill".
func isShortened(a, b *nameWords) bool {
	last := len(a.words) - 1
	if last < 1 || len(b.words) < 2 || a.words[last] != b.words[len(b.words)-1] || len(b.words) < len(a.words) {
		return false
	}
	isShorter := false
	for i, word := range a.words[:last] {
		if full := b.words[i]; word != full {
			if r, size := utf8.DecodeRuneInString(word); size < len(word) || !unicode.IsLetter(r) || !strings.HasPrefix(full, word) {
				return false
			}
			isShorter = true
		}
	}
	return isShorter
}

// hasNamesakes says whether the shortened one of two names is that of another full name too. It looks once for each name.
func hasNamesakes(all []nameWords, i, j int) bool {
	short, full := &all[i], &all[j]
	if isShortened(full, short) {
		short, full = full, short
	}
	if !short.isLookedUp {
		short.isLookedUp = true
		short.hasNamesakes = slices.ContainsFunc(all, func(other nameWords) bool { return other.joined != full.joined && isShortened(short, &other) })
	}
	return short.hasNamesakes
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
	case short.sorted == long.sorted && !(a.isSeveral && b.isSeveral):
		return "the same words"
	case (a.isSeveral || b.isSeveral) && a.state != b.state:
		if long.isSeveral && !short.isSeveral && within(short.words, long.words) {
			return several
		}
		return ""
	case len(short.words) == 1 && len(long.words) > 1 && (long.initials == last || long.withoutSmaller == last):
		return "one is the first letters of the other"
	case len(short.words) < len(long.words) && last == long.words[len(long.words)-1] && within(short.words, long.words) && utf8.RuneCountInString(last) > 3:
		return "one is within the other"
	case isShortened(a, b) || isShortened(b, a):
		return withInitial
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
