package intake_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"demarche/generator/intake"
	"demarche/generator/testdata/cpu"
)

// A quotation mark that nothing closes puts the words of nobody into another's mouth: with tabs the row is read as it stands,
// else the table is refused with the line where the mark is.
func TestAnUnclosedMarkTakesInNoOtherRow(t *testing.T) {
	rows := []string{
		"date,speaker,quote",
		`2031-03-09,Trentino,"I may do it," he said, "or I may not.`,
		"2031-03-10,Rufus Firefly,We shall never go.",
		`2031-03-11,Vera Marcal,"We shall."`,
	}
	draft, err := intake.CSV([]byte("date\tspeaker\tquote\n" + "2031-03-09\tTrentino\t\"I may do it,\" he said, \"or I may not.\n" +
		"2031-03-10\tRufus Firefly\tWe shall never go.\n2031-03-11\tVera Marcal\t\"We shall.\"\n"))
	if err != nil || len(draft.Files) != 3 {
		t.Fatal(draft, err)
	}
	if text := string(draft.Files[0].Text); strings.Contains(text, "never") || !strings.Contains(text, "or I may not.") || !strings.Contains(text, "[[Trentino]]") {
		t.Error(text)
	}
	if text := string(draft.Files[2].Text); !strings.Contains(text, "> “We shall.”\n") {
		t.Error(text)
	}
	if notes := fmt.Sprint(draft.Notes); !strings.Contains(notes, "{line 2 a quotation mark opens a cell and nothing closes it") {
		t.Error(notes)
	}
	for _, text := range []string{strings.Join(rows, "\n"), strings.Join(rows[:3], "\r\n"), strings.Join(rows[:2], "\n"),
		"date,speaker,quote\n2031-03-09,Trentino,\"He said \"no\" twice,\nand left.\"\n", "date,speaker,quote\n2031-03-09,Trentino,He said \"no\".\n2031-03-10,Trentino,\"We go.\nWe stay.\"\n",
		strings.Join(rows[:1], "") + "\n2031-03-09,Trentino,\"I may\n\n" + strings.Join(rows[2:], "\n")} {
		if draft, err := intake.CSV([]byte(text)); err == nil || !strings.HasPrefix(err.Error(), "line 2: in the row that begins there a quotation mark opens a cell and is not closed") {
			t.Errorf("%s\nbecame %s, %v", text, draft.Files, err)
		}
	}
	for _, text := range []string{
		"date,speaker,quote\n2031-03-09,Trentino,\"He said \"no\" twice, and left.\"\n", // marks that are not doubled, on one line
		"date, speaker, quote\n2031-03-09, Trentino, \"We go, and stay.\"\n",            // blanks before cells
		"date,speaker,quote\n2031-03-09,Trentino,\"We go,\n\nand, so, \"\"we\"\" stay.\"\n",
		"date,speaker,quote\n2031-03-09,Trentino,He said \"no\".\n",
		"date,speaker,quote\n2031-03-09,Trentino,\"We go.\nIn 2031, they left, and stayed.\"\n", // a line of prose with as many commas
	} {
		if draft, err := intake.CSV([]byte(text)); err != nil || len(draft.Files) != 1 || strings.Contains(fmt.Sprint(draft.Notes), " cell") {
			t.Errorf("%s\nbecame %s, %v", text, draft, err)
		}
	}
}

// A cell whose marks are in order may have taken in a row nevertheless: that is told.
func TestARowWithinACellIsTold(t *testing.T) {
	draft, err := intake.CSV([]byte("date,speaker,quote\n2031-03-08,Ann,No.\n2031-03-09,Trentino,\"I may do it.\n2031-03-10,Rufus Firefly,We shall never go.\n\"\n"))
	if err != nil || len(draft.Notes) < 1 {
		t.Fatal(draft, err)
	}
	if notes := fmt.Sprint(draft.Notes); !strings.Contains(notes, "{line 3 a cell holds a line that looks like a row: 2031-03-10,Rufus Firefly,We shall never go.") {
		t.Error(notes)
	}
}

// Spreadsheets write tables whose lines end in other ways, or which name their separator above them.
func TestTablesOfSpreadsheetsAreRead(t *testing.T) {
	for _, text := range []string{
		"date,title\r2031-03-09,Talks\r2031-03-10,More talks\r",
		"date,title\r\n2031-03-09,Talks\r\n\r\n2031-03-10,More talks",
		"sep=;\ndate;title\n2031-03-09;Talks\n2031-03-10;More talks\n",
		"\ufeffSEP=\t\r\ndate\ttitle\r\n2031-03-09\tTalks\r\n2031-03-10\tMore talks\r\n",
	} {
		draft, err := intake.CSV([]byte(text))
		if err != nil || len(draft.Files) != 2 || len(draft.Notes) > 0 || !strings.Contains(string(draft.Files[0].Text), "title: Talks\n") {
			t.Errorf("%q became %s, %v", text, draft, err)
		}
	}
}

// Marks that nothing closes cost as much as they are many.
func TestManyUnclosedMarksCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	began := cpu.Spent(t)
	for _, row := range []string{"2031\t\"Talks\n", "2031\t\"\"\"Talks\"\" \n", "2031\t\"\"\n"} {
		if _, err := intake.CSV([]byte("date\ttitle\n" + strings.Repeat(row, 100_000))); err != nil {
			t.Error(err)
		}
	}
	if took := cpu.Spent(t) - began; took > 10*time.Second {
		t.Error(took)
	}
}
