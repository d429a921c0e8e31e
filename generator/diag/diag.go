// Package diag is a problem in what an editor wrote: where, what, and what to
// write instead. A problem is a value; it never stops the work on other files.
package diag

import (
	"cmp"
	"fmt"
	"slices"

	"demarche/generator/source"
)

// Severity says what a problem does to a build.
type Severity uint8

const (
	Note    Severity = iota // worth knowing; changes nothing
	Warning                 // published as it is; stops a build only with --strict
	Error                   // stops a build before anything is published
)

// String is "note", "warning" or "error".
func (s Severity) String() string { return [...]string{"note", "warning", "error"}[s] }

// Problem is one mistake. Text states the fact and Hint what to write instead,
// both without a capital at the start and without a full stop at the end.
type Problem struct {
	Severity Severity
	Code     string // kebab-case, stable: "unknown-actor"
	At       source.Span
	Text     string
	Hint     string // may be empty
	Related  []Related
}

// Related is another place that a problem is about, such as the first of two
// files that claim one address.
type Related struct {
	At   source.Span
	Text string
}

// Sort puts problems in the order in which they are printed: by file, place,
// severity (errors first), code and text.
func Sort(problems []Problem) {
	slices.SortStableFunc(problems, func(a, b Problem) int {
		return cmp.Or(
			cmp.Compare(a.At.Path, b.At.Path),
			cmp.Compare(a.At.Start, b.At.Start),
			cmp.Compare(b.Severity, a.Severity),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Text, b.Text),
		)
	})
}

// Most is how many problems of each severity are told of one file. A file with
// more has one cause of many, or was made to have them.
const Most = 500

// Trim leaves out the problems of a file that come after Most others of their
// severity, and says so in one of that severity. The problems are sorted, before and after.
func Trim(problems []Problem) []Problem {
	var left []Problem
	for len(problems) > 0 {
		path := problems[0].At.Path
		end := slices.IndexFunc(problems, func(p Problem) bool { return p.At.Path != path })
		if end < 0 {
			end = len(problems)
		}
		left = append(left, trimFile(problems[:end])...)
		problems = problems[end:]
	}
	return left
}

// trimFile trims the problems of one file.
func trimFile(problems []Problem) []Problem {
	if len(problems) <= Most {
		return problems
	}
	var left []Problem
	var count [Error + 1]int
	var next [Error + 1]source.Span // the first that is left out
	for _, p := range problems {
		switch count[p.Severity]++; {
		case count[p.Severity] <= Most:
			left = append(left, p)
		case count[p.Severity] == Most+1:
			next[p.Severity] = p.At
		}
	}
	for severity, n := range count {
		if n > Most {
			left = append(left, Problem{
				Severity: Severity(severity),
				Code:     "more-problems",
				At:       next[severity],
				Text:     fmt.Sprintf("%d more %ss from here on", n-Most, Severity(severity)),
				Hint:     "mend those above first",
			})
		}
	}
	Sort(left)
	return left
}

// Count returns how many problems have the severity.
func Count(problems []Problem, severity Severity) int {
	n := 0
	for i := range problems {
		if problems[i].Severity == severity {
			n++
		}
	}
	return n
}
