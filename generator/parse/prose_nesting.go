package parse

import (
	"bytes"
	"fmt"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

// maxBlank bounds the blank lines in a row.
const maxBlank = 1000

// tooDeep reports blocks that are nested deeper than limit, before goldmark,
// whose work grows with the square of the depth, has to read them. It counts
// the markers of blockquotes and lists that a line begins with, and two columns
// of indentation as one level. That is never less than the true depth. For the
// same reason it reports too many blank lines in a row.
func tooDeep(doc *dossier.Doc, text []byte, start, limit int) bool {
	blank := 0
	for start < len(text) {
		line := text[start:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		if blank++; len(bytes.TrimSpace(line)) > 0 {
			blank = 0
		}
		if blank > maxBlank {
			report(doc, diag.Error, "too-many-blank-lines", start, start+len(line),
				fmt.Sprintf("more than %d blank lines", maxBlank), "delete some")
			return true
		}
		if len(line) > limit {
			if at := markerBeyond(line, limit); at >= 0 {
				report(doc, diag.Error, "nested-too-deeply", start+at, start+at+1,
					fmt.Sprintf("blocks are nested deeper than %d", limit),
					"divide the lists, or raise limits: nesting in content/index.md")
				return true
			}
		}
		start += len(line)
	}
	return false
}

// markerBeyond returns the offset of the marker at which a line's depth exceeds
// limit, or -1. A line of nothing but one mark and spaces is a rule.
func markerBeyond(line []byte, limit int) int {
	if mark := bytes.TrimLeft(line, " \t"); len(mark) > 0 && len(bytes.Trim(mark, string(mark[:1])+" \t\r\n")) == 0 && mark[0] != '>' {
		return -1
	}
	columns, depth := 0, 0
	for at := 0; at < len(line); at++ {
		switch c := line[at]; {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		case c == '>', c >= '0' && c <= '9', bytes.IndexByte([]byte("-+*.)"), c) >= 0:
			if c < '0' || c > '9' {
				depth++
			}
			if depth+columns/2 > limit {
				return at
			}
		default:
			return -1
		}
	}
	return -1
}
