package parse

import (
	"strings"
	"unicode"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/near"
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

// didYouMean is the hint that names the nearest of the known words, or else lists them all.
func didYouMean(word string, known []string) string {
	if meant := near.Word(word, known); meant != "" {
		return "did you mean " + quoted(meant) + "?"
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
func quoted(word string) string { return `"` + shortened(word) + `"` }

// shortened is a word without what makes it too long to read.
func shortened(word string) string {
	const most = 60 // characters
	runes := 0
	for i := range word {
		if runes++; runes > most {
			return word[:i] + "…"
		}
	}
	return word
}
