package parse

import (
	"bytes"
	"regexp"

	"github.com/yuin/goldmark/ast"

	"demarche/generator/diag"
)

// foreign are signs of other programs, which are published here as they are written. Each holds one of foreignSigns.
var foreign = []struct {
	sign       *regexp.Regexp
	severity   diag.Severity
	what, hint string
}{
	{regexp.MustCompile(`^<{7} `), diag.Error, unjoined, keepOne},
	{regexp.MustCompile(`(?:^|[^\\%])(%%[^%]+%%|^%%$)`), diag.Warning, "%% hides nothing here: what stands between is published", "write <!-- before what is not to be read, and --> behind it"},
	{regexp.MustCompile(`\{\{[<%].*?[%>]\}\}|\{% .*? %\}`), diag.Warning, "a shortcode, which is published as it is written", "write what it shows as Markdown"},
	{regexp.MustCompile(`(?:^|[^\\=/?&A-Za-z0-9])(==[^=\s](?:[^=]*[^=\s])?==)(?:$|[^=A-Za-z0-9])`), diag.Warning, "== marks nothing here, and is published as it is written", "write ** around what is to stand out, or nothing"},
	{regexp.MustCompile(`(?:^|[^\]\\])(\([^()]+\)\[https?://|\[[^\[\]\\]+\] \(https?://)`), diag.Warning, "this is no link, and is published as it is written", "write [text](https://…)"},
}

const (
	unjoined = "two versions that Git could not join"
	keepOne  = "keep one of the two, and delete the lines <<<<<<<, ======= and >>>>>>>"
)

// conflict finds the line between two places at which Git began two versions of front matter. Some YAML would take it for text.
func conflict(file []byte, from, to int) (m mistake, found bool) {
	for at := from; at < to; at = lineEnd(file, at) {
		if hasPrefix(file[at:to], "<<<<<<< ") {
			return mistake{code: "foreign-markup", start: at, end: at + len("<<<<<<<"), text: unjoined, hint: keepOne}, true
		}
	}
	return mistake{}, false
}

// foreignSigns are in few lines, so that no regular expression has to read the others.
var foreignSigns = [][]byte{[]byte("<<<<<<<"), []byte("%%"), []byte("{{"), []byte("{%"), []byte("=="), []byte(")["), []byte("] (")}

// foreignMarkup warns of such signs in the prose and words below n. What stands in code is meant as it is.
func (s *scribe) foreignMarkup(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
			hidden := false // in code or in a comment that began on a line before
			for i := range c.Lines().Len() {
				line := c.Lines().At(i)
				text := bytes.TrimRight(line.Value(s.source), " \t\r\n")
				s.foreignLine(line.Start, text, hidden)
				if ends := bytes.Contains(text, []byte("-->")); ends || bytes.Contains(text, []byte("<!--")) {
					hidden = !ends
				}
				if bytes.Count(text, []byte("`"))%2 == 1 {
					hidden = !hidden
				}
			}
		case ast.KindFencedCodeBlock, ast.KindCodeBlock, ast.KindHTMLBlock:
		default:
			if c.Type() == ast.TypeBlock {
				s.foreignMarkup(c)
			}
		}
	}
}

func (s *scribe) foreignLine(start int, line []byte, hidden bool) {
	signed := false
	for _, sign := range foreignSigns {
		signed = signed || bytes.Contains(line, sign)
	}
	if !signed {
		return
	}
	hidden = hidden || bytes.ContainsRune(line, '`') || bytes.Contains(line, []byte("<!--"))
	for _, f := range foreign {
		if hidden && f.severity != diag.Error {
			continue
		}
		if at := f.sign.FindSubmatchIndex(line); at != nil {
			at = at[len(at)-2:] // the whole, or what stands in brackets
			report(s.doc, f.severity, "foreign-markup", start+at[0], start+at[1], f.what, f.hint)
			return
		}
	}
}
