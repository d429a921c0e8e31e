package export

import (
	"strings"
	"unicode"
	"unicode/utf8"
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
// "CSV injection" advises, also one with signs as wide as East Asian letters: such a text gets an apostrophe in front. So does one that has
// such apostrophes of its own already, so that one is to be taken away from each that looks so.
// Dates are no such texts: one before the year 0 begins with a minus, and is a number at worst.
func harmless(text string) string {
	bare := strings.TrimLeft(text, "'")
	if first, size := utf8.DecodeRuneInString(bare); size == 0 || !strings.ContainsRune("=+-@\t\r＝＋－＠", first) {
		return text
	}
	return "'" + text
}
