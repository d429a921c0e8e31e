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
	{regexp.MustCompile(`^<{7} `), diag.Error, "two versions that Git could not join", "keep one of the two, and delete the lines <<<<<<<, ======= and >>>>>>>"},
	{regexp.MustCompile(`%%[^%]+%%|^%%$`), diag.Warning, "%% hides nothing here: what stands between is published", "write <!-- before what is not to be read, and --> behind it"},
	{regexp.MustCompile(`\{\{[<%].*?[%>]\}\}|\{% .*? %\}`), diag.Warning, "a shortcode, which is published as it is written", "write what it shows as Markdown"},
	{regexp.MustCompile(`==[^=\s](?:[^=]*[^=\s])?==`), diag.Warning, "== marks nothing here, and is published as it is written", "write ** around what is to stand out, or nothing"},
	{regexp.MustCompile(`\([^()]+\)\[https?://|\[[^\[\]]+\] \(https?://`), diag.Warning, "this is no link, and is published as it is written", "write [text](https://…)"},
}

// foreignSigns are in few lines, so that no regular expression has to read the others.
var foreignSigns = [][]byte{[]byte("<<<<<<<"), []byte("%%"), []byte("{{"), []byte("{%"), []byte("=="), []byte(")["), []byte("] (")}

// foreignMarkup warns of such signs in the prose and words below n. What stands in code is meant as it is.
func (s *scribe) foreignMarkup(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c.Kind() {
		case ast.KindParagraph, ast.KindTextBlock, ast.KindHeading:
			for i := range c.Lines().Len() {
				s.foreignLine(c.Lines().At(i).Start, bytes.TrimRight(s.source[c.Lines().At(i).Start:c.Lines().At(i).Stop], " \t\r\n"))
			}
		case ast.KindFencedCodeBlock, ast.KindCodeBlock, ast.KindHTMLBlock:
		default:
			if c.Type() == ast.TypeBlock {
				s.foreignMarkup(c)
			}
		}
	}
}

func (s *scribe) foreignLine(start int, line []byte) {
	signed := false
	for _, sign := range foreignSigns {
		signed = signed || bytes.Contains(line, sign)
	}
	if !signed || bytes.ContainsRune(line, '`') || bytes.Contains(line, []byte("<!--")) {
		return
	}
	for _, f := range foreign {
		if at := f.sign.FindIndex(line); at != nil {
			report(s.doc, f.severity, "foreign-markup", start+at[0], start+at[1], f.what, f.hint)
			return
		}
	}
}
