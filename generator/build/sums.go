package build

import (
	"fmt"

	"demarche/generator/collate"
	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// sums are what content/sources.sum tells of quotations that were compared with the
// texts of their sources, here or on another machine.
type sums struct {
	file     source.File
	there    bool
	list     []collate.Sum
	of       map[string][]collate.Sum // by key of the statement
	words    map[string]collate.Sum   // the worst of what was found, by the sum of the words
	problems []diag.Problem
}

// loadSums reads the sums where they have changed.
func (w *Workspace) loadSums() {
	file, there, trouble := w.disk.Sums()
	if w.sums != nil && trouble == nil && w.sums.there == there && w.sums.file.Sum == file.Sum {
		return
	}
	s := &sums{file: file, there: there}
	w.sums = s
	if trouble != nil {
		s.problems = []diag.Problem{*trouble}
		return
	}
	if !there {
		return
	}
	var wrong []int
	s.list, wrong = collate.ParseSums(file.Text)
	for _, at := range wrong {
		s.problems = append(s.problems, diag.Problem{
			Severity: diag.Error,
			Code:     "bad-sum",
			At:       source.Span{Path: file.Path, Start: at, End: at},
			Text:     "this line is no sum of a quotation",
			Hint:     "delete it; check writes the sums of all quotations whose source is at hand",
		})
	}
	s.of = make(map[string][]collate.Sum, len(s.list))
	s.words = make(map[string]collate.Sum, len(s.list))
	for _, sum := range s.list {
		s.of[sum.Key] = append(s.of[sum.Key], sum)
		if outcomes[sum.Outcome] >= outcomes[s.words[sum.Words].Outcome] {
			s.words[sum.Words] = sum
		}
	}
}

// lines are those of a statement. One that has none, since it or its digest was renamed, has one of the same words and text.
func (s *sums) lines(st *dossier.Statement) (lines []collate.Sum, renamed bool) {
	key := st.Key()
	if lines = s.of[key]; len(lines) > 0 || len(s.words) == 0 {
		return lines, false
	}
	line, renamed := s.words[wordsSum(st)]
	if !renamed {
		return nil, false
	}
	line.Key = key
	return []collate.Sum{line}, true
}

// trust marks statements by what the sums say of them, and reports which were not
// found and which have changed since. Sums of statements that there are no more are told of only where
// no file may hold these that cannot be read.
func (w *Workspace) trust(a *dossier.Archive, l *loaded) []diag.Problem {
	s := l.sums
	findings := w.findings
	if findings == nil {
		findings = w.absent(a)
	}
	if len(s.of) == 0 && len(findings) == 0 && !w.options.Check {
		return nil
	}
	var problems []diag.Problem
	known := map[string]bool{}
	renamed := map[string]string{} // keys of statements, by the sum of their words
	for _, d := range a.Digests {
		unknown := 0
		for _, st := range d.Statements {
			if !isCompared(st) {
				continue
			}
			key := st.Key()
			if w.options.Check {
				known[key] = true
			}
			problems = append(problems, findings[key]...)
			lines, other := s.lines(st)
			if other {
				renamed[lines[0].Words] = key
			}
			if w.told[st.Source.Text] {
				continue // told among the findings, and the words may be as they were
			}
			if len(lines) == 0 {
				unknown++
				continue
			}
			var changed bool
			if st.Checked, changed = judge(lines, wordsSum(st)); changed {
				problems = append(problems, changedWords(st))
			}
			if st.Checked == dossier.Missing && findings[key] == nil {
				problems = append(problems, missingWords(st))
			}
		}
		if w.options.Check && unknown > 0 {
			problems = append(problems, uncheckedWords(d, unknown))
		}
	}
	if w.options.Check && l.isWhole(a) {
		problems = append(problems, s.stale(known, renamed)...)
	}
	return problems
}

// judge is what the lines of a statement say of its words as they are, and whether
// those are of other words. Of lines that two branches left, the worst counts.
func judge(lines []collate.Sum, words string) (checked dossier.Checked, changed bool) {
	changed = true
	for _, line := range lines {
		if line.Words != words {
			continue
		}
		changed = false
		checked = max(checked, outcomes[line.Outcome])
	}
	return checked, changed
}

var outcomes = map[collate.Outcome]dossier.Checked{
	collate.Found:         dossier.Found,
	collate.FoundOriginal: dossier.FoundOriginal,
	collate.Missing:       dossier.Missing,
}

// stale reports sums of statements that there are no more, or that have another name.
func (s *sums) stale(known map[string]bool, renamed map[string]string) []diag.Problem {
	var problems []diag.Problem
	for _, sum := range s.list {
		if !known[sum.Key] {
			hint := "delete the line; check does so where the text of a source is at hand and every file can be read"
			if key := renamed[sum.Words]; key != "" {
				hint = "write " + key + " there, whose words these are; check does so where the text of a source is at hand and every file can be read"
			}
			problems = append(problems, diag.Problem{
				Severity: diag.Note,
				Code:     "stale-sum",
				At:       source.Span{Path: s.file.Path, Start: sum.At, End: sum.At},
				Text:     fmt.Sprintf("there is no quotation %q that could be compared", sum.Key),
				Hint:     hint,
			})
		}
	}
	return problems
}

// isCompared says whether there is something to compare: words in quotation marks, and a text.
func isCompared(s *dossier.Statement) bool {
	return s.Source != nil && s.Source.Text != "" && s.Form != dossier.Paraphrase && s.Withdrawn == "" && s.Digest.Withdrawn == ""
}

// wordsSum is the sum of all that a comparison is made of, but for the text.
func wordsSum(s *dossier.Statement) string {
	return collate.SumOf(s.Source.Text, s.Form.String(), s.Text, s.Original.Text)
}

func changedWords(s *dossier.Statement) diag.Problem {
	return diag.Problem{
		Severity: diag.Warning,
		Code:     "quotation-changed",
		At:       s.Quote.At.In(s.Digest.Path),
		Text:     "the words, or the name of their text, have changed since they were compared with their source",
		Hint:     "run check where " + s.Source.Text + " is at hand, and commit content/sources.sum",
	}
}

func missingWords(s *dossier.Statement) diag.Problem {
	return diag.Problem{
		Severity: diag.Error,
		Code:     "quotation-not-found",
		At:       s.Quote.At.In(s.Digest.Path),
		Text:     "these words were not in " + s.Source.Text + " when they were compared with it",
		Hint:     "run check where that text is at hand: it shows the nearest passage",
	}
}

func uncheckedWords(d *dossier.Digest, n int) diag.Problem {
	return diag.Problem{
		Severity: diag.Note,
		Code:     "quotation-unchecked",
		At:       source.Span{Path: d.Path},
		Text:     fmt.Sprintf("quotations that were never compared with the text of their source: %d", n),
		Hint:     "run check where content/sources/ holds that text, and commit content/sources.sum",
	}
}
