package diag_test

import (
	"testing"

	"demarche/generator/diag"
	"demarche/generator/source"
)

func TestTrimTellsOfSomeProblemsOfEachFileAndHowManyMore(t *testing.T) {
	var problems []diag.Problem
	add := func(path string, severity diag.Severity, n int) {
		for i := range n {
			problems = append(problems, diag.Problem{Severity: severity, Code: "x", At: source.Span{Path: path, Start: i, End: i}})
		}
	}
	add("a.md", diag.Warning, diag.Most+7)
	add("a.md", diag.Error, 3)
	add("b.md", diag.Warning, diag.Most)
	diag.Sort(problems)
	got := diag.Trim(problems)
	if errors, warnings := diag.Count(got, diag.Error), diag.Count(got, diag.Warning); errors != 3 || warnings != 2*diag.Most+1 {
		t.Errorf("%d errors and %d warnings are told", errors, warnings)
	}
	if more := got[diag.Most+3]; more.Code != "more-problems" || more.Text != "7 more warnings from here on" || more.At.Start != diag.Most || more.At.Path != "a.md" {
		t.Errorf("after those of the first file comes %+v", more)
	}
}
