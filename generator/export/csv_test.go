package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"
)

func TestNoCellOfTheCSVIsAFormula(t *testing.T) {
	made := files(t, archive(t, txtar.Parse([]byte(hostile)), ""))
	for table, want := range map[string]string{
		"/data/statements.csv":  "text question sources.title sources.publisher withdrawn",
		"/data/corrections.csv": "text text",
	} {
		rows, err := csv.NewReader(bytes.NewReader(made[table])).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var formulas []string
		for _, row := range rows[1:] {
			for i, cell := range row {
				if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
					t.Errorf("%s of %s is %q", rows[0][i], table, cell)
				}
				if strings.HasPrefix(cell, "'") {
					formulas = append(formulas, rows[0][i])
				}
			}
		}
		for _, column := range strings.Fields(want) {
			if i := slices.Index(formulas, column); i < 0 {
				t.Errorf("no %s of %s was a formula: only %q", column, table, formulas)
			} else {
				formulas = slices.Delete(formulas, i, i+1)
			}
		}
	}
}

// What a text begins with can be had again: one apostrophe goes before a formula, and before a text that would look as if it had
// one already. Dates stand as they were written, and so does a text that only begins with an apostrophe.
func TestOneApostropheGoesBeforeAFormula(t *testing.T) {
	for text, want := range map[string]string{
		"=1+1": "'=1+1", "'=1+1": "''=1+1", "''-x": "'''-x", "-0043-03-15": "'-0043-03-15", "'Tis so.": "'Tis so.", "''": "''", "plain": "plain",
	} {
		said := "-- content/digests/a.md --\n---\ntitle: A\ndate: -0043-03-15~\n---\n\n> Words.\n>\n> — [[Firefly]]\n"
		a := archive(t, txtar.Parse([]byte(said)), "")
		quote := *a.Statements[0].Quote
		quote.Text = text
		a.Statements[0].Quote = &quote
		rows, err := csv.NewReader(bytes.NewReader(files(t, a)["/data/statements.csv"])).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for column, want := range map[string]string{"text": want, "date": "-0043-03-15~", "dateFrom": "-0043-03-15"} {
			if got := rows[1][slices.Index(rows[0], column)]; got != want {
				t.Errorf("%s of %q is %q, not %q", column, text, got, want)
			}
		}
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
	case nil:
		return "" // a field that few have
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
