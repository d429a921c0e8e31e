package parse

import (
	"slices"
	"strings"
	"testing"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// Marks that make no quotation are told where they stand around the whole, and apostrophes are not taken for them.
func TestStrangeMarksAroundTheWholeAreTold(t *testing.T) {
	told := func(words string) bool {
		text := "---\ntitle: A\ndate: 2031\n---\n\n> " + strings.ReplaceAll(words, "\n", "\n> ") + "\n>\n> — [[A]]\n"
		doc := File(source.New("content/digests/a.md", []byte(text)), Options{})
		return slices.ContainsFunc(doc.Problems, func(p diag.Problem) bool { return p.Code == "strange-marks" })
	}
	for _, words := range []string{"'Not a reed.'", "''Not a reed.''", "``Not a reed.''", "´Not a reed.´", "`Not a reed.´", "＂Not a reed.＂",
		"»Kein Schilf.«", "» Kein Schilf. «", "‹Pas un roseau.›", "『一根也不。』", "'Don't you dare.'", "'Not a reed.\n\n'Nor a fish.'", "'We said “no”.'", "’Inte ett strå.’"} {
		if !told(words) {
			t.Errorf("%s is not told", words)
		}
	}
	for _, words := range []string{"’Twas night.", "’twas the task of the boys’", "'twas the task of the boys'.", "'Yes' and 'no'", "'Not a reed', they said.",
		"“Not a reed.”", "‘Not a reed.’", "'Tis all.", "Of the boys'", "'", "''", "''''"} {
		if told(words) {
			t.Errorf("%s is told", words)
		}
	}
}
