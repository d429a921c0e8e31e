package intake_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"strings"
	"testing"

	"demarche/generator/intake"
)

// cellsWithMarks are cells with quotation marks, by their column and the column form: what becomes of the words in the blockquote, and the form
// in which the site has them.
var cellsWithMarks = []struct{ column, form, cell, words, want string }{
	{"quote", "", "He left", "“He left”", "verbatim"},
	{"quote", "", `"He left"`, "“He left”", "verbatim"},
	{"quote", "", "‘I won’t leave the envoys’ hall’", "‘I won’t leave the envoys’ hall’", "verbatim"},
	{"quote", "", "'He left'", "“He left”", "verbatim"},
	{"quote", "", "„Er ging“", "„Er ging“", "verbatim"},
	{"quote", "", "« Il est parti »", "« Il est parti »", "verbatim"},
	{"quote", "", "”Han gick”", "”Han gick”", "verbatim"},
	{"quote", "", "»Nein«", "“Nein”", "verbatim"},
	{"quote", "", "»Nej»", "“Nej”", "verbatim"},
	{"words", "", "»Er sagte ›Nein‹ und ging.«", "“Er sagte ›Nein‹ und ging.”", "verbatim"},
	{"quote", "", "»Er sagte »Nein« und ging«", "“Er sagte »Nein« und ging”", "verbatim"},
	{"quote", "", "»Eins.\n\n»Zwei.«", "“Eins.|Zwei.”", "verbatim"},
	{"paraphrase", "", "»Nein«", "Nein", "paraphrase"},
	{"quote", "", "'He's the boys' friend'", "“He's the boys' friend”", "verbatim"},
	{"quote", "", "'He said 'no' to the boys' friend'", "“He said 'no' to the boys' friend”", "verbatim"},
	{"quote", "", "'No,' he said, 'no.'", "“'No,' he said, 'no.'”", "verbatim"},
	{"quote", "", "“He left.", "“He left.”", "verbatim"},
	{"quote", "", "He left.”", "“He left.”", "verbatim"},
	{"quote", "", "“One.\n\n“Two.”", "“One.|“Two.”", "verbatim"},
	{"quote", "", "\"One.\n\n\"Two.\"", "“One.|Two.”", "verbatim"},

	// A quotation within the quotation, in marks of any kind.
	{"quote", "", "“He said ‘no’ and left”", "“He said ‘no’ and left”", "verbatim"},
	{"quote", "", "“He said “no” and left”", "“He said “no” and left”", "verbatim"},
	{"quote", "", `"He said "no" and left"`, `“He said "no" and left”`, "verbatim"},
	{"quote", "", `"He said "no""`, `“He said "no"”`, "verbatim"},
	{"quote", "", "He said ‘no’ and left", "“He said ‘no’ and left”", "verbatim"},
	{"quote", "", "He said 'no' and left", "“He said 'no' and left”", "verbatim"},
	{"quote", "verbatim", `He said "no"`, `“He said "no"”`, "verbatim"},
	{"quote", "verbatim", "“No,” he said, “no.”", "““No,” he said, “no.””", "verbatim"},
	{"quote", "verbatim", "“He said ‘no’”", "“He said ‘no’”", "verbatim"},
	{"quote", "", `It is 5'10" tall`, `“It is 5'10" tall”`, "verbatim"},
	{"quote", "", "Not in the '90s", "“Not in the '90s”", "verbatim"},

	// Around a part they are those of whoever reports it.
	{"quote", "", `He said "no"`, `He said "no"`, "mixed, told"},
	{"quote", "", "He said “no” and left", "He said “no” and left", "mixed, told"},
	{"quote", "", `"No," he said, "no."`, `"No," he said, "no."`, "mixed, told"},
	{"quote", "", "‘No,’ he said, ‘no.’", "‘No,’ he said, ‘no.’", "mixed, told"},
	{"quote", "", "Er sagte »Nein« und ging", "Er sagte “Nein” und ging", "mixed, told"},
	{"quote", "", "»Nein«, sagte er, »nie.«", "“Nein”, sagte er, “nie.”", "mixed, told"},
	{"words", "mixed", "Er sagte »Nein«", "Er sagte “Nein”", "mixed"},
	{"quote", "verbatim", "Er sagte »Nein« und ging", "“Er sagte »Nein« und ging”", "verbatim"},
	{"quote", "mixed", `He said "no"`, `He said "no"`, "mixed"},
	{"words", "", `He said "no"`, `He said "no"`, "mixed"},
	{"paraphrase", "", `He said "no"`, `He said "no"`, "mixed"},

	{"words", "", `"He said "no" and left"`, `“He said "no" and left”`, "verbatim"},
	{"words", "", "He left", "He left", "paraphrase"},
	{"words", "", `It is 5'10" tall`, `It is 5'10" tall`, "paraphrase"},
	{"paraphrase", "", "‘He left’", "He left", "paraphrase"},
	{"quote", "paraphrase", "“He left”", "He left", "paraphrase"},
}

// The form of words is that of their marks, and marks are neither doubled nor taken for the end of the words.
func TestMarksInACellSayHowItsWordsStand(t *testing.T) {
	for _, c := range cellsWithMarks {
		var table bytes.Buffer
		if err := csv.NewWriter(&table).WriteAll([][]string{{"date", "title", "speaker", c.column, "form"}, {"2031-03-09", "Talks", "Rufus Firefly", c.cell, c.form}}); err != nil {
			t.Fatal(err)
		}
		draft, err := intake.CSV(table.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		data, problems, text := goes(t, draft)
		var said []struct{ Form string }
		if err := json.Unmarshal([]byte(data["/data/statements.json"]), &said); err != nil || len(said) != 1 || len(problems) > 0 {
			t.Fatalf("%s: %v, %q in\n%s", c.cell, err, problems, text)
		}
		var words []string
		for line := range strings.SplitSeq(text, "\n") {
			if line, quoted := strings.CutPrefix(line, "> "); quoted && !strings.HasPrefix(line, "— ") {
				words = append(words, line)
			}
		}
		got := said[0].Form
		for _, n := range draft.Notes {
			got += ", told"
			if n.Where != "line 2" || !strings.Contains(n.Text, "partly quoted") {
				t.Errorf("%+v", n)
			}
		}
		if strings.Join(words, "|") != c.words || got != c.want {
			t.Errorf("%q in %s (form %q) became %q, %s; want %q, %s", c.cell, c.column, c.form, strings.Join(words, "|"), got, c.words, c.want)
		}
	}
}

// Marks with nothing in them are no words: their row is one of a speaker without words, and another column has them.
func TestACellOfMarksAloneHasNoWords(t *testing.T) {
	for _, marks := range []string{`""`, "“”", "“", "« »", "''", `"`, "“‘’”"} {
		for _, paraphrase := range []string{"", "He left"} {
			var table bytes.Buffer
			if err := csv.NewWriter(&table).WriteAll([][]string{{"date", "title", "speaker", "quote", "paraphrase"}, {"2031-03-09", "Talks", "Rufus Firefly", marks, paraphrase}}); err != nil {
				t.Fatal(err)
			}
			draft, err := intake.CSV(table.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			if paraphrase != "" {
				if text := string(draft.Files[0].Text); !strings.Contains(text, "\n> He left\n") || strings.Contains(text, marks+"\n") || len(draft.Notes) > 0 {
					t.Errorf("%s: %+v in\n%s", marks, draft.Notes, text)
				}
				continue
			}
			if len(draft.Notes) != 1 || draft.Notes[0].Text != "a speaker without words" || strings.Contains(string(draft.Files[0].Text), "\n> ") {
				t.Errorf("%s: %+v in\n%s", marks, draft.Notes, draft.Files[0].Text)
			}
		}
	}
}

// The words of statements.csv have no marks around them: what they begin with is a quotation within.
func TestWordsOfStatementsCSVKeepTheMarksWithinThem(t *testing.T) {
	draft, err := intake.CSV([]byte("id,digest,date,title,speakers,form,text,sources.publisher\n" +
		"talks/no,talks,2031-03-09,Talks,Rufus Firefly,verbatim,“No” is no answer,Gazette\n" +
		"talks/all,talks,2031-03-09,Talks,Rufus Firefly,verbatim,“No.”,Gazette\n"))
	if err != nil {
		t.Fatal(err)
	}
	data, _, text := goes(t, draft)
	var said []struct{ Form, Text string }
	if err := json.Unmarshal([]byte(data["/data/statements.json"]), &said); err != nil || len(said) != 2 ||
		said[0].Form != "verbatim" || said[0].Text != "“No” is no answer" || said[1].Form != "verbatim" || said[1].Text != "“No.”" {
		t.Errorf("%+v, %v in\n%s", said, err, text)
	}
}

// One column that statements.csv has as well does not make a table that one.
func TestATableWithPublishersIsNotStatementsCSV(t *testing.T) {
	draft, err := intake.CSV([]byte("date,title,quote,speaker,sources.title,sources.publisher,url\n" +
		"2031-03-09,Talks,“No.”,Rufus Firefly,The talks,Gazette,https://gazette.example/talks\n"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(draft.Files[0].Text)
	if len(draft.Notes) > 0 || !strings.Contains(text, "publisher: Gazette\n") || !strings.Contains(text, "url: https://gazette.example/talks\n") {
		t.Errorf("%+v in\n%s", draft.Notes, text)
	}
}
