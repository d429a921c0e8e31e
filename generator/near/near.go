// Package near finds which of the words that exist a mistaken one was meant for.
// It knows nothing else.
package near

import (
	"strings"
	"unicode/utf8"

	"github.com/agnivade/levenshtein"
)

// Effort bounds what may be spent on finding, in comparisons of a letter with a
// letter. Who has spent it finds nothing more.
type Effort int

// Enough lasts for thousands of mistakes.
const Enough Effort = 10_000_000

// Word returns the first of the known words that is nearest to word: the same
// but for case, joints or a plural; else one slip away, or two where word has
// six letters or more. It returns "" when there is none.
func Word(word string, known []string) string {
	left := Enough
	return left.Word(word, known)
}

// Word does what the function of that name does, within what is left.
func (left *Effort) Word(word string, known []string) string {
	if *left < 0 {
		return ""
	}
	word = strings.ToLower(word)
	plain := squash(word)
	limit := 1
	if utf8.RuneCountInString(word) >= 6 {
		limit = 2
	}
	best, found := limit+1, ""
	for _, k := range known {
		lower := strings.ToLower(k)
		if longer := len(word) - len(k); max(longer, -longer) <= mostForgotten {
			if *left -= Effort(len(k)); squash(lower) == plain {
				return k
			}
		}
		if d := left.Slips(word, lower, limit); d < best {
			best, found = d, k
		}
	}
	return found
}

// mostForgotten is how many bytes of a word squash takes away, of those that are compared.
const mostForgotten = 3

var withoutJoints = strings.NewReplacer("-", "", "_", "", " ", "")

// squash is a word in lower case without what people forget: joints and the plural.
func squash(word string) string {
	word = withoutJoints.Replace(word)
	if stem, ok := strings.CutSuffix(word, "ies"); ok && len(stem) > 1 {
		return stem + "y"
	}
	if stem, ok := strings.CutSuffix(word, "ied"); ok && len(stem) > 1 {
		return stem + "y"
	}
	word = strings.TrimSuffix(word, "s")
	if len(word) > 3 {
		return strings.TrimSuffix(word, "e")
	}
	return word
}

// Slips is how many letters must be put in, left out or changed to make b of a;
// two neighbours changed about count as one. It is more than limit when it
// cannot be within it, or nothing is left to find out.
func (left *Effort) Slips(a, b string, limit int) int {
	*left--
	longer := utf8.RuneCountInString(a) - utf8.RuneCountInString(b)
	if max(longer, -longer) > limit || *left < 0 {
		return limit + 1
	}
	*left -= Effort(len(a) * len(b))
	if Swapped(a, b) {
		return 1
	}
	return levenshtein.ComputeDistance(a, b)
}

// Slips does what the method of that name does, whatever it costs.
func Slips(a, b string, limit int) int {
	left := Effort(len(a)*len(b) + 1)
	return left.Slips(a, b, limit)
}

// Swapped says whether a and b differ in two neighbouring letters changed about.
func Swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for len(a) > 0 {
		first, size := utf8.DecodeRuneInString(a)
		other, otherSize := utf8.DecodeRuneInString(b)
		if first != other {
			second, more := utf8.DecodeRuneInString(a[size:])
			swapped, moreOther := utf8.DecodeRuneInString(b[otherSize:])
			return first == swapped && second == other && a[size+more:] == b[otherSize+moreOther:]
		}
		a, b = a[size:], b[size:]
	}
	return false
}
