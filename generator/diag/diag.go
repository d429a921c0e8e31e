// Package diag is a problem in what an editor wrote: where, what, and what to
// write instead. A problem is a value; it never stops the work on other files.
package diag

import (
	"cmp"
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
