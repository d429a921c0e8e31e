package parse

import (
	"strings"

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
		Text:     text,
		Hint:     hint,
	})
}

// nearest returns the first of the known words that is one slip away from word:
// the same but for case, hyphens, underscores or a plural; else one letter off, or
// two where word has six letters or more. It returns "" when there is none.
func nearest(word string, known []string) string {
	plain := squash(word)
	for _, k := range known {
		if squash(k) == plain {
			return k
		}
	}
	limit := 1
	if len(word) >= 6 {
		limit = 2
	}
	best, found := limit+1, ""
	for _, k := range known {
		if len(word)-len(k) > limit || len(k)-len(word) > limit {
			continue
		}
		if d := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(k)); d < best {
			best, found = d, k
		}
	}
	return found
}

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
