package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"reflect"
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
		"/data/actors.csv":      "name aliases posts.role status relations.kind relations.note",
		"/data/digests.csv":     "title sources.title sources.publisher corrections.text summary author tags codedBy reviewedBy",
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
		"=1+1": "'=1+1", "'=1+1": "''=1+1", "''-x": "'''-x", "-0043-03-15": "'-0043-03-15", "'Tis so.": "'Tis so.", "''": "''", "＝1+1": "'＝1+1", "'＠SUM(1)": "''＠SUM(1)", "－": "'－", "＂": "＂", "plain": "plain",
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

func TestTheTablesSayWhatTheRecordsSay(t *testing.T) {
	text, err := txtar.ParseFile("testdata/talks.txtar")
	if err != nil {
		t.Fatal(err)
	}
	text.Files = append(text.Files, txtar.Parse([]byte(several)).Files...)
	made := files(t, archive(t, text, ""))
	for _, name := range []string{"statements", "actors", "digests", "corrections"} {
		rows, err := csv.NewReader(bytes.NewReader(made["/data/"+name+".csv"])).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var records []map[string]any
		decoder := json.NewDecoder(bytes.NewReader(made["/data/"+name+".json"]))
		decoder.UseNumber()
		if err := decoder.Decode(&records); err != nil || len(records) != len(rows)-1 {
			t.Fatalf("%s: %d records, %d rows: %v", name, len(records), len(rows), err)
		}
		said := map[string]bool{}
		for i, record := range records {
			for j, column := range rows[0] {
				field, within, _ := strings.Cut(column, ".")
				got := strings.TrimPrefix(rows[i+1][j], "'")
				if column == "events" || column == "params" {
					if !sameJSON(t, got, record[field]) {
						t.Errorf("%s of %s is %q in the table, %v in its record", column, rows[i+1][0], got, record[field])
					}
				} else if want := cell(record[field], within); got != want {
					t.Errorf("%s of %s is %q in the table, %q in its record", column, rows[i+1][0], got, want)
				}
				said[column] = said[column] || got != ""
			}
			for field := range record {
				if !slices.ContainsFunc(rows[0], func(column string) bool { name, _, _ := strings.Cut(column, "."); return name == field }) {
					t.Errorf("%s.csv has no %s", name, field)
				}
			}
		}
		for _, column := range rows[0] {
			if !said[column] && name != "statements" {
				t.Errorf("%s of %s.csv is nowhere said, and so not tested", column, name)
			}
		}
	}
}

// several is what else an actor and a digest may have, with lists of several objects that lack something.
const several = `
-- content/actors/Ada Vexley.md --
---
name: Ada Vexley
kind: person
family_name: Vexley
given_name: Ada
aliases: ["A; V", Vexley, /actors/a-vexley/, /old/ada.html]
wikidata: Q1
status: Her post is disputed, "so far".
posts:
  - {role: "Envoy; for now", organization: Freedonia, to: 2030-01}
  - {role: Minister, organization: Sylvania, from: 2030-02}
relations:
  - {with: Freedonia, kind: treaty, from: 2029, to: 2030, note: It ended.}
  - {with: Sylvania, kind: war}
---
-- content/digests/more.md --
---
title: More, and more
date: -0043-03-15~
summary: It goes on.
author: A. Scribe
tags: [marsh, reeds]
aliases: [/digests/old-more/, More]
coded_by: [A. Scribe, B. Reader]
reviewed_by: [C. Clerk]
lastmod: 2031-05-09
topics: [border]
notes: {"a": ["b, c", 1]}
recorded: 2031-05-05
sources:
  - {id: one, title: One, publisher: Gazette, url: "https://gazette.example/", author: A, archived: "https://archive.example/", accessed: 2031-05-05, lang: de, credit: Agency}
  - {title: Two; and three, date: -0043}
events:
  - {act: vote, by: [Freedonia], yes: [Sylvania, Freedonia], date: -0043, text: 'It "passed"; later'}
  - {act: consult, by: [Sylvania], with: [Freedonia]}
corrections:
  - {date: 2031-05-06, text: One}
  - {date: 2031-05-07, text: Two, statement: one}
---

> “We shall see.”
>
> — [[Freedonia]] ^one
-- content/digests/forged.md --
---
title: Forged
date: 2031-05-01
withdrawn: {date: 2031-05-07, reason: It was forged.}
---
`

// sameJSON says whether a cell is a value as JSON, or empty for one that is empty.
func sameJSON(t *testing.T, cell string, value any) bool {
	t.Helper()
	if list, isList := value.([]any); cell == "" {
		return isList && len(list) == 0 || reflect.DeepEqual(value, map[string]any{})
	}
	var got any
	decoder := json.NewDecoder(strings.NewReader(cell))
	decoder.UseNumber()
	if err := decoder.Decode(&got); err != nil {
		t.Errorf("%q: %v", cell, err)
	}
	return reflect.DeepEqual(got, value)
}

// cell is a value as the table has it, or what is called within in it.
func cell(value any, within string) string {
	switch v := value.(type) {
	case nil:
		return "" // a field that few have
	case string:
		return v
	case json.Number:
		return v.String()
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
