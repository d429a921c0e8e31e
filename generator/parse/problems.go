package parse

import (
	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// report adds a problem with the bytes from start to end of doc's file.
func report(doc *dossier.Doc, severity diag.Severity, code string, start, end int, text, hint string) {
	doc.Problems = append(doc.Problems, diag.Problem{
		Severity: severity,
		Code:     code,
		At:       source.Span{Path: doc.Path, Start: start, End: end},
		Text:     text,
		Hint:     hint,
	})
}
