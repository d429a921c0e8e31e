package serve

import (
	"bytes"
	"fmt"
	"html"

	"demarche/generator/build"
	"demarche/generator/diag"
)

// withProblems puts the preview's script into a page and, on top of it, what is
// wrong with the site. failure is why this very page cannot be made, or nil.
func withProblems(page []byte, s *snapshot, failure error) []byte {
	head := fmt.Appendf(nil, `<link rel="stylesheet" href="%spreview.css"><script src="%[1]spreview.js" data-version="%d" defer></script>`, own, s.version)
	page = insert(page, bytes.Index(page, []byte("</head>")), head)
	if failure == nil {
		failure = s.failure
	}
	problems := shown(s.problems)
	if failure == nil && len(problems) == 0 {
		return page
	}
	return insert(page, startOfBody(page), overlay(s, problems, failure))
}

// insert puts text at an offset; at -1, at the end.
func insert(page []byte, at int, text []byte) []byte {
	if at < 0 {
		at = len(page)
	}
	return bytes.Join([][]byte{page[:at], text, page[at:]}, nil)
}

// startOfBody is the offset behind <body …>, or -1. html/template escapes ">" in attributes.
func startOfBody(page []byte) int {
	body := bytes.Index(page, []byte("<body"))
	if body < 0 {
		return -1
	}
	end := bytes.IndexByte(page[body:], '>')
	if end < 0 {
		return -1
	}
	return body + end + 1
}

// shown are the problems that stand on top of pages. Notes are for the terminal.
func shown(problems []build.Located) []build.Located {
	list := make([]build.Located, 0, len(problems))
	for _, severity := range []diag.Severity{diag.Error, diag.Warning} {
		for _, p := range problems {
			if p.Severity == severity {
				list = append(list, p)
			}
		}
	}
	return list
}

// atMost is how many problems stand on top of a page.
const atMost = 20

// overlay is the list of problems, errors first.
func overlay(s *snapshot, problems []build.Located, failure error) []byte {
	var b bytes.Buffer
	b.WriteString(`<details class="_preview" open role="status"><summary>`)
	switch {
	case failure != nil && !s.stale:
		b.WriteString("This page cannot be made")
	case s.stale:
		b.WriteString("This is the last good site")
	default:
		fmt.Fprintf(&b, "Problems: %d", len(problems))
	}
	b.WriteString("</summary><ol>")
	if failure != nil {
		fmt.Fprintf(&b, `<li class="error"><b>error:</b> %s</li>`, html.EscapeString(failure.Error()))
	}
	for _, p := range problems[:min(len(problems), atMost)] {
		writeProblem(&b, p)
	}
	b.WriteString("</ol>")
	if more := len(problems) - atMost; more > 0 {
		fmt.Fprintf(&b, "<p>and %d more; demarche check lists them all</p>", more)
	}
	b.WriteString("</details>")
	return b.Bytes()
}

func writeProblem(b *bytes.Buffer, p build.Located) {
	fmt.Fprintf(b, `<li class="%s"><code>%s:%d:%d</code> <b>%[1]s:</b> %[5]s`, p.Severity,
		html.EscapeString(p.At.Path), p.Position.Line, p.Position.Column, html.EscapeString(p.Text))
	for _, r := range p.Related {
		fmt.Fprintf(b, "<br><code>%s:%d:%d</code> %s", html.EscapeString(r.At.Path), r.Position.Line, r.Position.Column, html.EscapeString(r.Text))
	}
	if p.Hint != "" {
		fmt.Fprintf(b, "<br>hint: %s", html.EscapeString(p.Hint))
	}
	b.WriteString("</li>")
}
