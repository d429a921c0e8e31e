package export

import (
	"encoding/csv"
	"io"
	"iter"
	"reflect"
	"strings"

	"demarche/generator/edtf"
	"demarche/generator/page"
)

func statementsCSV(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/statements.csv", func(w io.Writer) error {
		table := csv.NewWriter(w)
		var row []string
		for _, column := range page.StatementCells {
			row = append(row, column.Name)
		}
		table.Write(row)
		var r statement
		record := reflect.ValueOf(&r).Elem()
		for _, s := range a.Statements {
			r.fill(a, s)
			row = cells(row[:0], record)
			table.Write(row)
		}
		table.Flush()
		return table.Error()
	}}}
}

// cells appends the cells of a record: a text is a cell, a list of texts is one joined
// by "; ", a record within is spread out, and of a list of records each column is joined.
func cells(row []string, v reflect.Value) []string {
	switch v.Kind() {
	case reflect.String:
		return append(row, harmless(v.String()))
	case reflect.Struct:
		for i := range v.NumField() {
			row = cells(row, v.Field(i))
		}
		return row
	}
	if list, ok := v.Addr().Interface().(*[]string); ok {
		return append(row, harmless(strings.Join(*list, "; ")))
	}
	for field := range v.Type().Elem().NumField() {
		values := make([]string, v.Len())
		for i := range values {
			values[i] = v.Index(i).Field(field).String()
		}
		row = append(row, harmless(strings.Join(values, "; ")))
	}
	return row
}

// harmless keeps a spreadsheet from taking a text for a formula, as OWASP's
// "CSV injection" advises: such a text gets an apostrophe in front. A date before
// the year 0 begins with a minus as well, and stays as it was written.
func harmless(text string) string {
	if text == "" || !strings.ContainsRune("=+-@\t\r", rune(text[0])) {
		return text
	}
	if _, err := edtf.Parse(text); err == nil {
		return text
	}
	return "'" + text
}
