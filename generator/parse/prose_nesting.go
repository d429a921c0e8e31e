package parse

import (
	"bytes"
	"fmt"

	"demarche/generator/diag"
	"demarche/generator/dossier"
)

const (
	maxBlank  = 1000    // blank lines in a row
	maxLevels = 500_000 // levels of all lines of a file together
)

// tooDeep reports blocks that are nested deeper than limit, before goldmark,
// whose work grows with the square of the depth, has to read them. It counts
// the markers of blockquotes and lists that a line begins with, and two columns
// of indentation as one level. That is never less than the true depth. Because
// goldmark makes something of every level on every line, it also reports too many
// levels in all, and too many blank lines in a row.
func tooDeep(doc *dossier.Doc, text []byte, start, limit int) bool {
	blank, level, levels := 0, 0, 0
	refuse := func(code string, at int, text, hint string) bool {
		report(doc, diag.Error, code, at, at+1, text, hint)
		return true
	}
	for start < len(text) {
		line := text[start:]
		if end := bytes.IndexByte(line, '\n'); end >= 0 {
			line = line[:end+1]
		}
		if blank++; len(bytes.TrimSpace(line)) > 0 {
			blank = 0
			depth, at := depth(line, limit)
			if depth > limit {
				return refuse("nested-too-deeply", start+at, fmt.Sprintf("blocks are nested deeper than %d", limit),
					"divide the lists, or raise limits: nesting in content/index.md")
			}
			level = depth
		}
		if blank > maxBlank {
			return refuse("too-many-blank-lines", start, fmt.Sprintf("more than %d blank lines", maxBlank), "delete some")
		}
		if levels += level; levels > maxLevels {
			return refuse("nested-too-deeply", start, fmt.Sprintf("blocks are nested in blocks more than %d times", maxLevels), "divide the file")
		}
		start += len(line)
	}
	return false
}

// isMarker says whether a byte stands in the markers of blockquotes and lists.
func isMarker(c byte) bool {
	switch c {
	case '>', '-', '+', '*', '.', ')', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return true
	}
	return false
}

// depth returns the depth of a line that is not blank, or the first above limit,
// and the offset of the marker at which it is reached. A line of nothing but one mark
// and spaces is a rule, unless it is "+", and a list's marker is one only where a space or the end of the line follows.
func depth(line []byte, limit int) (deepest, at int) {
	mark := bytes.TrimLeft(line, " \t")
	if !isMarker(mark[0]) || mark[0] != '>' && mark[0] != '+' && len(bytes.Trim(mark, string(mark[:1])+" \t\r\n")) == 0 {
		return 0, 0
	}
	columns, markers := 0, 0
	for i, c := range line {
		switch {
		case c == ' ':
			columns++
		case c == '\t':
			columns += 4
		case isMarker(c):
			if digit := c >= '0' && c <= '9'; !digit {
				if c != '>' && i+1 < len(line) && !bytes.ContainsRune([]byte(" \t\r\n"), rune(line[i+1])) {
					return deepest, at // text begins here
				}
				markers++
			}
			deepest, at = markers+columns/2, i
			if deepest > limit {
				return deepest, at
			}
		default:
			return deepest, at
		}
	}
	return deepest, at
}
