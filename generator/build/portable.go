package build

import (
	"fmt"
	"strings"
	"unicode"

	"demarche/generator/diag"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// unportable finds static files whose names some system, or the transport of a
// site to its host, does not take.
func (s *Site) unportable() []diag.Problem {
	var problems []diag.Problem
	for _, f := range s.static {
		for part := range strings.SplitSeq(strings.TrimPrefix(f.route, "/"), "/") {
			if why := awkward(part); why != "" {
				problems = append(problems, diag.Problem{
					Severity: diag.Error, Code: "file-name", At: source.Span{Path: f.static},
					Text: fmt.Sprintf("the name %q %s", part, why), Hint: "rename it",
				})
				break
			}
		}
	}
	return problems
}

// awkward says why a file or folder cannot have that name everywhere, or "".
func awkward(name string) string {
	unfit := func(c rune) bool { return strings.ContainsRune(`\:*?"<>|`, c) || !unicode.IsGraphic(c) }
	switch {
	case strings.ContainsFunc(name, unfit):
		return `has a character that not every system takes: \ : * ? " < > | or an invisible one`
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " "):
		return "ends with a dot or a space, which Windows leaves out"
	case slug.Device(name):
		return "is that of a device on Windows"
	}
	return ""
}
