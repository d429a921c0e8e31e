package export

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"demarche/generator/edtf"
)

// appendCell appends a cell as RFC 4180 has it, quoted where encoding/csv quotes it.
func appendCell(out []byte, cell string) []byte {
	if !needsQuotes(cell) {
		return append(out, cell...)
	}
	out = append(out, '"')
	for {
		before, after, found := strings.Cut(cell, `"`)
		out = append(out, before...)
		if !found {
			return append(out, '"')
		}
		out, cell = append(out, `""`...), after
	}
}

func needsQuotes(cell string) bool {
	for i := range len(cell) {
		if quoted[cell[i]] {
			return true
		}
	}
	first, _ := utf8.DecodeRuneInString(cell)
	return unicode.IsSpace(first) || cell == `\.` // which ends a table for PostgreSQL
}

// quoted are the bytes that stand in a cell only within quotes.
var quoted = [256]bool{',': true, '"': true, '\n': true, '\r': true}

// harmless keeps a spreadsheet from taking a text for a formula, as OWASP's
// "CSV injection" advises: such a text gets an apostrophe in front. A date before
// the year 0 begins with a minus as well, and stays as it was written.
func harmless(text string) string {
	if text == "" || strings.IndexByte("=+-@\t\r", text[0]) < 0 {
		return text
	}
	if _, err := edtf.Parse(text); err == nil {
		return text
	}
	return "'" + text
}
