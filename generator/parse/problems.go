package parse

import (
	"strings"
	"unicode"

	"github.com/agnivade/levenshtein"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// report adds a problem with the bytes from start to end of doc's file.
func report(doc *dossier.Doc, severity diag.Severity, code string, start, end int, text, hint string) {
	doc.Problems = append(doc.Problems, diag.Problem{
		Severity: severity,
		Code:     code,
		At:       source.Span{Path: doc.Path, Start: start, End: end},
		Text:     strings.Map(visible, text),
		Hint:     strings.Map(visible, hint),
	})
}

// visible replaces characters of a file that would take over the terminal on which
// a message is printed.
func visible(c rune) rune {
	if unicode.IsControl(c) || turnsDirection(c) {
		return unicode.ReplacementChar
	}
	return c
}

// nearest returns the first of the known words that is one slip away from word:
// the same but for case, hyphens, underscores or a plural; else one letter off or two
// letters swapped, or two letters off where word has six or more. It returns ""
// when there is none.
func nearest(word string, known []string) string {
	plain := squash(word)
	for _, k := range known {
		if abs(len(word)-len(k)) <= 3 && squash(k) == plain {
			return k
		}
	}
	limit := 1
	if len(word) >= 6 {
		limit = 2
	}
	best, found := limit+1, ""
	for _, k := range known {
		if abs(len(word)-len(k)) > limit {
			continue
		}
		if d := slips(strings.ToLower(word), strings.ToLower(k)); d < best {
			best, found = d, k
		}
	}
	return found
}

// slips counts how often a writer slipped to make a of b. Two letters swapped are
// one slip.
func slips(a, b string) int {
	distance := levenshtein.ComputeDistance(a, b)
	if distance != 2 || len(a) != len(b) {
		return distance
	}
	i := 0
	for a[i] == b[i] {
		i++
	}
	if i+1 < len(a) && a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:] {
		return 1
	}
	return distance
}

func abs(n int) int { return max(n, -n) }

var withoutJoints = strings.NewReplacer("-", "", "_", "", " ", "")

// squash is a word without what people forget: case, joints and the plural.
func squash(word string) string {
	word = withoutJoints.Replace(strings.ToLower(word))
	if stem, ok := strings.CutSuffix(word, "es"); ok && len(stem) > 3 {
		return stem
	}
	return strings.TrimSuffix(word, "s")
}

// didYouMean is the hint that names the nearest of the known words, or else lists them all.
func didYouMean(word string, known []string) string {
	if near := nearest(word, known); near != "" {
		return "did you mean " + quoted(near) + "?"
	}
	return "use " + oneOf(known)
}

// oneOf lists words as a sentence does: "a, b or c".
func oneOf(words []string) string {
	last := len(words) - 1
	if last < 1 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:last], ", ") + " or " + words[last]
}

// quoted is a word as a message shows it, cut where it is too long to read.
func quoted(word string) string {
	const most = 60 // characters
	runes := 0
	for i := range word {
		if runes++; runes > most {
			return `"` + word[:i] + `…"`
		}
	}
	return `"` + word + `"`
}
