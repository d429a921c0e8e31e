package build

import (
	"fmt"
	"strings"

	"demarche/generator/diag"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// unportable finds static files whose names some system, or the transport of a
// site to its host, does not take.
func (s *Site) unportable() []diag.Problem {
	var problems []diag.Problem
	for _, o := range s.static {
		for part := range strings.SplitSeq(o.Path, "/") {
			if why := slug.Portable(part); why != "" {
				problems = append(problems, diag.Problem{
					Severity: diag.Error, Code: "file-name", At: source.Span{Path: o.Static},
					Text: fmt.Sprintf("the name %q %s", part, why), Hint: "rename it",
				})
				break
			}
		}
	}
	return problems
}
