package intake

import (
	"fmt"
	"strings"
)

// cells are those of a table, read row by row.
type cells struct {
	rest  string // what is still to be read; its lines end in \n
	comma byte   // what parts cells: a comma, a semicolon or a tab
	line  int    // where rest begins, counted from 1
	width int    // how many cells the first row has, 0 before it is read
	open  int    // the line of the last cell whose quotation mark nothing closes
}

// newCells reads the line "sep=;" that spreadsheets write above a table, else takes for the separator what parts most in the first line.
// Where lines end in \r alone, as on old computers, they end so.
func newCells(text string) *cells {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	if !strings.Contains(text, "\n") {
		text = strings.ReplaceAll(text, "\r", "\n")
	}
	c := &cells{rest: text, comma: ',', line: 1}
	first, rest, _ := strings.Cut(text, "\n")
	if sign, told := cutFold(first, "sep="); told && len(sign) == 1 && strings.Contains(",;\t", sign) {
		c.rest, c.comma, c.line = rest, sign[0], 2
		return c
	}
	for _, comma := range []byte(";\t") {
		if strings.Count(first, string(comma)) > strings.Count(first, string(c.comma)) {
			c.comma = comma
		}
	}
	return c
}

// row is the next row that is no empty line, with the line on which it begins; nil behind the last.
func (c *cells) row() (row []string, line int, err error) {
	for strings.HasPrefix(c.rest, "\n") {
		c.take(1)
	}
	line = c.line
	for more := c.rest != ""; more; {
		cell, err := c.cell()
		if err != nil {
			return nil, line, err
		}
		row = append(row, cell)
		more = c.rest != "" && c.rest[0] == c.comma
		if c.rest != "" {
			c.take(1)
		}
	}
	if c.width == 0 {
		c.width = len(row)
	}
	return row, line, nil
}

// cell is the next cell, up to what parts it from the one behind it. In a table that tabs part, marks that are not doubled
// within a cell are its own, because many programs write such tables without any quoting. In others they are its own as long as the
// cell takes in no row.
func (c *cells) cell() (string, error) {
	if strings.HasPrefix(c.rest, `"`) {
		cell, size, isStrict, isClosed := c.quoted()
		switch {
		case c.comma == '\t' && !(isStrict && isClosed): // as it stands
		case !isClosed, !isStrict && c.rowWithin(cell) != "":
			return "", fmt.Errorf("line %d: a quotation mark opens a cell there and is not closed before the next row; "+
				"close it, or write each mark within a cell twice and one more around the cell", c.line)
		default:
			c.take(size)
			return cell, nil
		}
	}
	size := strings.IndexAny(c.rest, string(c.comma)+"\n")
	if size < 0 {
		size = len(c.rest)
	}
	cell := c.rest[:size]
	if strings.HasPrefix(cell, `"`) && strings.Count(cell, `"`)%2 > 0 {
		c.open = c.line
	}
	c.take(size)
	return cell, nil
}

// quoted reads a cell to the mark that closes it, which stands before what parts cells or rows. It says whether each mark within is
// doubled, as it should be.
func (c *cells) quoted() (cell string, size int, isStrict, isClosed bool) {
	var out strings.Builder
	isStrict = true
	for at := 1; ; {
		next := strings.IndexByte(c.rest[at:], '"')
		if next < 0 {
			return "", 0, isStrict, false
		}
		out.WriteString(c.rest[at : at+next])
		at += next + 1
		switch {
		case at == len(c.rest) || c.rest[at] == c.comma || c.rest[at] == '\n':
			return out.String(), at, isStrict, true
		case c.rest[at] == '"':
			at++
		case c.comma == '\t':
			return "", 0, false, false
		default:
			isStrict = false
		}
		out.WriteByte('"')
	}
}

// rowWithin is the first line within a cell that has as many cells as a row, "" where none has.
func (c *cells) rowWithin(cell string) string {
	_, lines, _ := strings.Cut(cell, "\n")
	for line := range strings.SplitSeq(lines, "\n") {
		if c.width > 1 && strings.Count(line, string(c.comma)) >= c.width-1 {
			return line
		}
	}
	return ""
}

// take goes on behind what was read.
func (c *cells) take(size int) {
	c.line += strings.Count(c.rest[:size], "\n")
	c.rest = c.rest[size:]
}
