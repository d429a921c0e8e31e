package parse

import (
	"fmt"
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
		"»Kein Schilf.«", "» Kein Schilf. «", "‹Pas un roseau.›", "『一根也不。』", "'Don't you dare.'", "'Not a reed.\n\n'Nor a fish.'", "'We said “no”.'", "’Inte ett strå.’",
		"'We will not leave', they said.", "'*We* will not leave', they said.", "'We don't go,' said the boys' aide.", "The envoy said: 'Not a reed of it.'", "They said they 'would not leave', and left."} {
		if !told(words) {
			t.Errorf("%s is not told", words)
		}
	}
	for _, words := range []string{"’Twas night.", "’twas the task of the boys’", "'twas the task of the boys'.", "'Yes' and 'no'", "Firefly's boys' reeds, they said.", "'Twas the reed of the boys', they said.",
		"The '90s were better than that, said the boys'.", "He said 'no', and 'never'.", "“Not a reed.”", "‘Not a reed.’", "'Tis all.", "Of the boys'", "'", "''", "''''"} {
		if told(words) {
			t.Errorf("%s is told", words)
		}
	}
}

// They are told where they open, and not at an apostrophe of the question; of words that are quoted in part, what is compared.
func TestStrangeMarksAreToldWhereTheyOpen(t *testing.T) {
	text := []byte("---\ntitle: A\ndate: 2031\n---\n\n> Q: Don't you agree?\n>\n> 'Never.'\n>\n> — [[A]]\n\n> 'We said “no”.'\n>\n> — [[A]]\n")
	var got []string
	for _, p := range File(source.New("content/digests/a.md", text), Options{}).Problems {
		at := source.NewPlaces(text).Locate(p.At.Start)
		got = append(got, fmt.Sprintf("%d:%d %s", at.Line, at.Column, p.Text))
	}
	want := []string{
		"8:3 '…' around the words make no quotation here: they count as a paraphrase, and are never compared with their source",
		"12:3 '…' around the words make no quotation here: only what stands in other marks within them is compared with their source",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
