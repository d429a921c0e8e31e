package intake

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/near"
)

// Pair is two names that may be one actor's.
type Pair struct {
	Keep, Other string // the fuller name, and the one that could be its alias
	Why         string
}

// Alike finds names that may be one actor's: a slip apart, the same words in another order, one within the
// other, or the first letters of the other. It only suggests. Names are of different actors, those that are
// used most first: of two that are as long, the first is kept.
func Alike(names []string) []Pair {
	var pairs []Pair
	words := make([][]string, len(names))
	for i, name := range names {
		words[i] = strings.FieldsFunc(strings.ToLower(name), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	}
	left := near.Enough
	for i := range names {
		for j := i + 1; j < len(names); j++ {
			if why := alike(names[i], names[j], words[i], words[j], &left); why != "" {
				keep, other := names[i], names[j]
				if len(words[j]) > len(words[i]) {
					keep, other = other, keep
				}
				pairs = append(pairs, Pair{keep, other, why})
			}
		}
	}
	return pairs
}

// alike says why two names may be one actor's, "" where nothing says so.
func alike(a, b string, inA, inB []string, left *near.Effort) string {
	short, long := inA, inB
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) == 0 {
		return ""
	}
	switch {
	case len(short) == len(long) && sameWords(short, long):
		return "the same words"
	case len(short) == 1 && len(long) > 1 && (initials(long) == short[0] || initials(withoutSmall(long)) == short[0]):
		return "one is the first letters of the other"
	case len(short) < len(long) && short[len(short)-1] == long[len(long)-1] && within(short, long) && utf8.RuneCountInString(short[len(short)-1]) > 3:
		return "one is within the other"
	case len(inA) == len(inB):
		limit := 1
		if n := min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)); n < 5 {
			return ""
		} else if n >= 10 {
			limit = 2
		}
		if left.Slips(strings.Join(inA, " "), strings.Join(inB, " "), limit) <= limit && !numbersDiffer(inA, inB) {
			return "a slip apart"
		}
	}
	return ""
}

func sameWords(a, b []string) bool {
	return slices.Equal(slices.Sorted(slices.Values(a)), slices.Sorted(slices.Values(b)))
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
