package build

import (
	"demarche/generator/diag"
	"demarche/generator/render"
)

// doubtfulAssets warns of what is wrong with style sheets and scripts of the site's own, which are published as they are.
func (w *Workspace) doubtfulAssets(set *render.Set) []diag.Problem {
	var problems []diag.Problem
	lines := w.lineStarts()
	for _, doubt := range set.Doubts() {
		p := lines.problem(doubt)
		p.Severity, p.Code = diag.Warning, "doubtful-asset"
		problems = append(problems, p)
	}
	return problems
}
