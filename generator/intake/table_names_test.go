package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/generator/intake"
)

// Several names in a cell that no semicolon parts would become one actor without a word.
func TestSeveralNamesInACellAreTold(t *testing.T) {
	for _, c := range []struct{ names, want string }{
		{"Sylvania, Elbonia", "{line 2 “Sylvania, Elbonia” stands as one name where they are several actors, part them by semicolons"},
		{"Freedonia & Elbonia", "{line 2 “Freedonia & Elbonia” stands as one name "},
		{"Freedonia und Elbonia", "{line 2 “Freedonia und Elbonia” stands as one name "},
		{"Hay and Reed Board", ""}, // no part of it is a name in the table
		{"Sylvania; Elbonia", ""},
	} {
		draft, err := intake.CSV([]byte("date;speaker;to;quote\n2031-03-09;Trentino;\"" + c.names + "\";We go.\n2031-03-10;Trentino;Freedonia;We stay.\n"))
		if err != nil {
			t.Fatal(err)
		}
		notes := fmt.Sprint(draft.Notes)
		if told := strings.Contains(notes, "stands as one name"); told != (c.want != "") || !strings.Contains(notes, c.want) {
			t.Errorf("%s: %s", c.names, notes)
		}
	}
	draft, err := intake.CSV([]byte("date;speaker;quote\n2031-03-09;Trentino, Ambrose;We go.\n2031-03-10;Firefly, Rufus;We stay.\n"))
	if notes := fmt.Sprint(draft.Notes); err != nil || !strings.Contains(notes, "line 2 “Trentino, Ambrose” stands as one name; 2 such names in all") {
		t.Error(notes, err)
	}
}

// A comma in a cell that stands in no marks moves what is behind it into other columns.
func TestARowWithMoreCellsThanColumnsIsTold(t *testing.T) {
	draft, err := intake.CSV([]byte("date,title\n2031-03-09,Talks,,\n2031-03-10,Talks, and more\n"))
	if notes := fmt.Sprint(draft.Notes); err != nil || len(draft.Notes) != 1 || !strings.Contains(notes, "{line 3 the row has 3 cells, and the first row names 2 put quotation marks around") {
		t.Error(notes, err)
	}
}
