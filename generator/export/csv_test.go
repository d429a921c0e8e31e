package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

func TestNoCellOfTheCSVIsAFormula(t *testing.T) {
	made := files(t, archive(t, txtar.Parse([]byte(hostile)), ""))
	rows, err := csv.NewReader(bytes.NewReader(made["/data/statements.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 2 {
		t.Fatalf("rows: %q", rows)
	}
	formulas := 0
	for i, cell := range rows[1] {
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
			t.Errorf("%s is %q", rows[0][i], cell)
		}
		if strings.HasPrefix(cell, "'") {
			formulas++
		}
	}
	if formulas < 3 {
		t.Errorf("only %d cells were made harmless: %q", formulas, rows[1])
	}
}

func TestTheTableSaysWhatTheRecordsSay(t *testing.T) {
	text, err := txtar.ParseFile("testdata/talks.txtar")
	if err != nil {
		t.Fatal(err)
	}
	made := files(t, archive(t, text, ""))
	rows, err := csv.NewReader(bytes.NewReader(made["/data/statements.csv"])).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var records []map[string]any
	if err := json.Unmarshal(made["/data/statements.json"], &records); err != nil || len(records) != len(rows)-1 {
		t.Fatalf("%d records, %d rows: %v", len(records), len(rows), err)
	}
	for i, record := range records {
		for j, column := range rows[0] {
			name, within, _ := strings.Cut(column, ".")
			if got, want := strings.TrimPrefix(rows[i+1][j], "'"), cell(record[name], within); got != want {
				t.Errorf("%s of %s is %q in the table, %q in its record", column, record["id"], got, want)
			}
		}
	}
}

// cell is a value as the table has it, or what is called within in it.
func cell(value any, within string) string {
	switch v := value.(type) {
	case string:
		return v
	case map[string]any:
		return cell(v[within], "")
	case []any:
		var cells []string
		for _, item := range v {
			cells = append(cells, cell(item, within))
		}
		return strings.Join(cells, "; ")
	}
	return fmt.Sprintf("%v is no value", value)
}
