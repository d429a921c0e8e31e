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
	outcome := collate.Found
	var result collate.Result
	var wrong bool
	if s.Form == dossier.Mixed {
		result, wrong = findParts(text, s.Text)
	} else {
		result = text.Find(s.Text)
		wrong = !result.Found
	}
	if wrong && s.Original.Text != "" {
		original := text.Find(s.Original.Text)
		switch {
		case original.Found:
			outcome, result, wrong = collate.FoundOriginal, original, false
		case s.Source.Lang != "" && s.Source.Lang == s.Original.Lang, result.Nearest == "" && original.Nearest != "":
			result = original
		}
	}
	problem := diag.Problem{At: s.Quote.At.In(s.Digest.Path)}
	if wrong {
		problem.Severity, problem.Code = diag.Error, "quotation-not-found"
		problem.Text, problem.Hint = notFound(result, s.Source.Text)
		return collate.Missing, []diag.Problem{problem}
	}
	return outcome, leftOut(problem, result, s)
}

// leftOut tells of what a quotation leaves out that an editor should look at again.
func leftOut(problem diag.Problem, result collate.Result, s *dossier.Statement) []diag.Problem {
	name := s.Source.Text
	if len(result.Dropped) > 0 {
		return []diag.Problem{dropped(problem, result.Dropped[0], s)}
	}
	for _, left := range result.Left {
		if collate.Joins(left) {
			problem.Severity, problem.Code = diag.Note, "joined-quotations"
			problem.Text = fmt.Sprintf("what the quotation leaves out ends one and begins another: “%s”", short(left))
			problem.Hint = "make sure in " + name + " that one speaker said both"
			return []diag.Problem{problem}
		}
	}
	return nil
}

// dropped makes the problem one of what a quotation leaves out though it turns the meaning.
func dropped(problem diag.Problem, d collate.Dropped, s *dossier.Statement) diag.Problem {
	problem.Severity, problem.Code = diag.Warning, "left-out-negation"
	problem.Hint = "read it again in " + s.Source.Text + ", and quote that too if the meaning turns without it"
	switch {
	case d.Where == collate.Between:
		problem.Text = fmt.Sprintf("what the quotation leaves out holds “%s”: “%s”", d.Word, short(d.Passage))
	case d.Where == collate.Before:
		if d.Noun && s.Form == dossier.Mixed { // the verb is the editor’s own
			problem.Severity = diag.Note
		}
		problem.Text = fmt.Sprintf("before what is quoted the source has “%s”: “%s”", d.Word, short(d.Passage))
	case d.IsCondition:
		problem.Code = "left-out-condition"
		problem.Text = fmt.Sprintf("behind what is quoted the source goes on “%s”: “%s”", d.Word, short(d.Passage))
	default:
		problem.Text = fmt.Sprintf("behind what is quoted the source has “%s”: “%s”", d.Word, short(d.Passage))
	}
	return problem
}

// findParts looks for what stands in quotation marks in partly quoted words. What turns their meaning and stands before or
// behind them in the source is not left out where the words around them say so.
func findParts(text *collate.Text, words string) (all collate.Result, wrong bool) {
	quotations := collate.Quoted(words)
	var around []string
	for i, q := range quotations {
		r := text.Find(q)
		if !r.Found {
			return r, true
		}
		all.Left = append(all.Left, r.Left...)
		if len(r.Dropped) > 0 && around == nil {
			around = collate.Around(words)
		}
		for _, d := range r.Dropped {
			if d.Where == collate.Between || !collate.Denies(around[i]) {
				all.Dropped = append(all.Dropped, d)
			}
		}
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
