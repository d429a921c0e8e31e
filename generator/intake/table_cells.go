package intake

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// cells are the rows of a table, the first names the columns.
type cells struct {
	rows  [][]string
	lines []int  // on which each row begins, counted from 1
	comma string // what parts cells: a comma, a semicolon or a tab
	bare  bool   // marks in it are of the cells, and quote none
}

// newCells reads a table. What parts its cells is named by the line "sep=;" that spreadsheets write above it, else it is what parts most
// in its first line. Where lines end in \r alone, as on old computers, they end so.
// Marks that quote cells are those of RFC 4180. In a table that has others, a cell lies on one line, so that a mark which nothing closes
// takes in no other row: tabs part such a table without any quoting, as many programs write it, and with commas a mark within a cell that
// is not written twice is the cell's own.
func newCells(text string) (*cells, error) {
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	first, rest, _ := strings.Cut(text, "\n")
	first = strings.TrimSuffix(first, "\r")
	c := &cells{comma: ","}
	if sign, told := cutFold(first, "sep="); told && len(sign) == 1 && strings.Contains(",;\t", sign) {
		c.comma, text = sign, "\n"+rest
	} else {
		for _, comma := range []string{";", "\t"} {
			if strings.Count(first, comma) > strings.Count(first, c.comma) {
				c.comma = comma
			}
		}
	}
	wrong := c.read(text, false)
	if wrong == nil {
		return c, nil
	}
	if c.comma == "\t" {
		c.split(text)
		return c, nil
	}
	if c.read(text+"\n", true) != nil || c.spansLines() {
		return nil, wrong
	}
	return c, nil
}

// mostCells is how many a row may have: as many as in a spreadsheet.
const mostCells = 16_384

// tooMuch says which row has more cells, or a longer one, than any digest has a place for.
func (c *cells) tooMuch() error {
	for i, row := range c.rows {
		if len(row) > mostCells {
			return fmt.Errorf("line %d: the row has %d cells, and a spreadsheet has at most %d", c.lines[i], len(row), mostCells)
		}
		if at := slices.IndexFunc(row, func(cell string) bool { return len(cell) > largestPiece }); at >= 0 {
			return fmt.Errorf("line %d: cell %d of the row that begins there: %w", c.lines[i], at+1, errLargePiece)
		}
	}
	return nil
}

// read reads all rows, with marks in any place where isLazy.
func (c *cells) read(text string, isLazy bool) error {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.LazyQuotes, r.FieldsPerRecord, r.TrimLeadingSpace = rune(c.comma[0]), isLazy, -1, c.comma != "\t"
	c.rows, c.lines = nil, nil
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if wrong, ok := errors.AsType[*csv.ParseError](err); ok {
			return fmt.Errorf("line %d: in the row that begins there a quotation mark opens a cell and is not closed, or stands within a cell and is not written twice; "+
				"close it, or write each mark within a cell twice and one more around the cell", wrong.StartLine)
		}
		line, _ := r.FieldPos(0)
		c.rows, c.lines = append(c.rows, row), append(c.lines, line)
	}
}

// split takes each line for a row, and marks in it as they stand.
func (c *cells) split(text string) {
	c.rows, c.lines, c.bare = nil, nil, true
	for i, line := range strings.Split(text, "\n") {
		if line = strings.TrimSuffix(line, "\r"); line != "" {
			c.rows, c.lines = append(c.rows, strings.Split(line, c.comma)), append(c.lines, i+1)
		}
	}
}

// spansLines says whether a cell lies on more than one line.
func (c *cells) spansLines() bool {
	for _, row := range c.rows {
		if strings.Contains(strings.Join(row, ""), "\n") {
			return true
		}
	}
	return false
}

// rowWithin is the first line within a cell that has as many cells as the first row, "" where none has.
func (c *cells) rowWithin(cell string) string {
	width := len(c.rows[0])
	_, lines, _ := strings.Cut(cell, "\n")
	for line := range strings.SplitSeq(lines, "\n") {
		if width > 1 && strings.Count(line, c.comma) >= width-1 {
			return line
		}
	}
	return ""
}
