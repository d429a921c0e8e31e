package build

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/collate"
	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// compareStatement compares a statement with the text of its source. Of a translation
// either the words or their original have to be there.
func compareStatement(text *collate.Text, s *dossier.Statement) (collate.Outcome, []diag.Problem) {
	quotations := []string{s.Text}
	if s.Form == dossier.Mixed {
		quotations = collate.Quoted(s.Text)
	}
	outcome := collate.Found
	result, wrong := findAll(text, quotations)
	if wrong && s.Original.Text != "" {
		original, wrongToo := findAll(text, []string{s.Original.Text})
		switch {
		case !wrongToo:
			outcome, result, wrong = collate.FoundOriginal, original, false
		case s.Source.Lang != "" && s.Source.Lang == s.Original.Lang:
			result = original
		}
	}
	problem := diag.Problem{At: s.Quote.At.In(s.Digest.Path)}
	if wrong {
		problem.Severity, problem.Code = diag.Error, "quotation-not-found"
		problem.Text, problem.Hint = notFound(result, s.Source.Text)
		return collate.Missing, []diag.Problem{problem}
	}
	return outcome, leftOut(problem, result.Left, s.Source.Text)
}

// leftOut tells of what a quotation leaves out that an editor should look at again.
func leftOut(problem diag.Problem, left []string, name string) []diag.Problem {
	for _, left := range left {
		switch no := collate.Negation(left); {
		case no != "":
			problem.Severity, problem.Code = diag.Warning, "left-out-negation"
			problem.Text = fmt.Sprintf("what the quotation leaves out holds “%s”: “%s”", no, short(left))
			problem.Hint = "read it again in " + name + ", and quote that too if the meaning turns without it"
		case collate.Joins(left):
			problem.Severity, problem.Code = diag.Note, "joined-quotations"
			problem.Text = fmt.Sprintf("what the quotation leaves out ends one and begins another: “%s”", short(left))
			problem.Hint = "make sure in " + name + " that one speaker said both"
		default:
			continue
		}
		return []diag.Problem{problem}
	}
	return nil
}

// findAll looks for several quotations, and returns the result of the first that is not there,
// or one of all.
func findAll(text *collate.Text, quotations []string) (all collate.Result, wrong bool) {
	for _, q := range quotations {
		r := text.Find(q)
		if !r.Found {
			return r, true
		}
		all.Left = append(all.Left, r.Left...)
	}
	return all, len(quotations) == 0
}

// notFound says what is wrong with a quotation that is not in a text, and what to write.
func notFound(r collate.Result, name string) (text, hint string) {
	shown := fmt.Sprintf("%s has “%s”", name, r.Nearest)
	wrote, has := short(r.Wrote), short(r.Has)
	switch {
	case r.Costly:
		return "these words stand in too many places of " + name + " to be compared", "quote more of the text between what is left out"
	case r.Apart:
		return "the parts of this quotation are in " + name + ", but not in this order and near each other",
			"make a statement of each, and quote what stands together"
	case r.Nearest == "":
		return "neither these words nor anything like them is in " + name,
			"name the source that they are from, or write them without quotation marks if they are a paraphrase"
	case r.Case:
		return fmt.Sprintf("the quotation has “%s” where %s has “%s”", wrote, name, has),
			"put a letter that you change into brackets: “[" + firstLetter(r.Wrote) + "]…”; " + shown
	case r.Wrote == "":
		return fmt.Sprintf("the quotation leaves out “%s”", has), shown + "; write […] for what you leave out"
	case r.Has == "":
		return fmt.Sprintf("the quotation has “%s”, which %s has not", wrote, name), shown + "; put what you add into brackets"
	}
	return fmt.Sprintf("the quotation has “%s” where %s has “%s”%s", wrote, name, has, lookAlikes(r.Wrote, r.Has)), shown + "; quote it as it stands there"
}

// shownMost is how many characters of a difference are shown.
const shownMost = 80

// short is the beginning of a text.
func short(text string) string {
	if utf8.RuneCountInString(text) <= shownMost {
		return text
	}
	return string([]rune(text)[:shownMost]) + "…"
}

func firstLetter(text string) string {
	i := strings.IndexFunc(text, unicode.IsLetter)
	r, _ := utf8.DecodeRuneInString(text[max(i, 0):])
	return string(r)
}

// lookAlikes tells two letters apart that look the same, where they are all that differs.
func lookAlikes(wrote, has string) string {
	a, b := []rune(wrote), []rune(has)
	if len(a) != len(b) {
		return ""
	}
	at := -1
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if at >= 0 && (a[i] != a[at] || b[i] != b[at]) {
			return ""
		}
		at = i
	}
	if at < 0 || a[at] < utf8.RuneSelf && b[at] < utf8.RuneSelf {
		return ""
	}
	return fmt.Sprintf(" (%U where it has %U)", a[at], b[at])
}
