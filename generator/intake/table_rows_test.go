package intake_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"demarche/generator/intake"
	"demarche/generator/testdata/cpu"
)

// Of rows of one digest each has its own article and its own words; none takes those of another.
func TestEachRowKeepsItsArticleAndItsText(t *testing.T) {
	draft, err := intake.CSV([]byte("digest,date,title,text,quote,speaker,on behalf of,url,form\n" +
		"talks,2031-03-09,Talks,A <b>warning</b>.,We go.,Rufus Firefly,Freedonia,https://a.example/1,\n" +
		"talks,2031-03-09,Talks again,A <b>warning</b>.,We stay.,Sylvania,Sylvania,https://a.example/2,speech\n" +
		"talks,2031-03-10,Talks,warn,,,,https://a.example/3,\n"))
	if err != nil {
		t.Fatal(err)
	}
	data, problems, text := goes(t, draft)
	if len(problems) > 0 {
		t.Errorf("%q in\n%s", problems, text)
	}
	var said []struct {
		Text    string
		For     []string
		Sources []struct{ URL string }
	}
	if err := json.Unmarshal([]byte(data["/data/statements.json"]), &said); err != nil || len(said) != 2 {
		t.Fatal(err, text)
	}
	for i, want := range []string{"We go. [freedonia] [{https://a.example/1}]", "We stay. [sylvania] [{https://a.example/2}]"} {
		if got := fmt.Sprint(said[i].Text, " ", said[i].For, " ", said[i].Sources); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
	for _, want := range []string{"https://a.example/3", "A **warning**.\n\nwarn\n", "imported title: Talks again", "form of a statement: speech (“We stay.”)", "imported date:"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is lost in\n%s", want, text)
		}
	}
	if strings.Count(text, "**warning**") != 1 {
		t.Errorf("a text is twice in\n%s", text)
	}
}

// A row without words keeps what only a statement has a place for, and parts of dates that are no numbers.
func TestRowsWithoutWordsLoseNothing(t *testing.T) {
	draft, err := intake.CSV([]byte("year,month,time,title,location,topic,actor1,withdrawn\n2031,reed month,noon,Talks,Zenda,The marsh,Rufus Firefly,It was a mistake.\n"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(draft.Files[0].Text)
	for _, want := range []string{"month: reed month", "time: noon", "location: Zenda", "topics: [the-marsh]", "actor1: Rufus Firefly", "imported withdrawn: It was a mistake."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is lost in\n%s", want, text)
		}
	}
}

// Many rows of one digest cost as much as they are many.
func TestManyRowsOfOneDigestCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	var table strings.Builder
	table.WriteString("digest,date,title,text,topics,quote,speaker\n")
	for i := range 50_000 {
		fmt.Fprintf(&table, "talks,2031,Talks,%d %s,topic %d,We go.,Firefly\n", i, strings.Repeat("marsh ", 20), i)
	}
	began := cpu.Spent(t)
	draft, err := intake.CSV([]byte(table.String()))
	if err != nil || len(draft.Files) != 1 {
		t.Fatal(err)
	}
	if took := cpu.Spent(t) - began; took > 10*time.Second {
		t.Error(took)
	}
}

// The words by which a row's leftovers are told keep the marks that stand in them.
func TestMarksWithinWordsAreWholeWhereTheyAreNamed(t *testing.T) {
	draft, err := intake.CSV([]byte("date,title,quote,speaker,act\n2031-03-09,Talks,\"He said \"\"no\"\"\",Ann,denies\n2031-03-09,Talks,“We go.”,Ann,dance\n"))
	if err != nil {
		t.Fatal(err)
	}
	text := string(draft.Files[0].Text)
	for _, want := range []string{"denies (“He said \"no\"”)", "dance (“We go.”)"} {
		if !strings.Contains(strings.ReplaceAll(text, `\"`, `"`), want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if notes := fmt.Sprint(draft.Notes); !strings.Contains(notes, "did you mean deny?") {
		t.Error(notes)
	}
}

// Columns that have one heading, or none, are all kept, also beside those that have no heading because the row is longer.
func TestColumnsOfOneHeadingAreAllKept(t *testing.T) {
	draft, err := intake.CSV([]byte("date,title,notes,notes,,,title\n2031-03-09,Talks,ask Ada,ask Ben,third,fourth,Reeds,eighth\n"))
	if err != nil || len(draft.Files) != 1 {
		t.Fatal(draft, err)
	}
	if got, want := said(draft, ""), "title: Talks | date: 2031-03-09 | column 5: third | column 6: fourth | column 8: eighth | imported title: Reeds | notes: | - ask Ada | - ask Ben | the row has 8 cells, and the first row names 7"; got != want {
		t.Errorf("%s, not\n%s", got, want)
	}
	draft, err = intake.CSV([]byte("type,date,title,notes,notes\ntitle,,The marsh,ask Ada,ask Ben\n"))
	if err != nil || len(draft.Files) != 1 || !strings.Contains(string(draft.Files[0].Text), "notes:\n        - ask Ada\n        - ask Ben\n") {
		t.Fatalf("%s, %v", draft, err)
	}
}

// What names a digest is its name alone; what only names its address beside that is kept.
func TestADigestAndASlugAreNotOneWord(t *testing.T) {
	draft, err := intake.CSV([]byte("digest,slug,date,title\ntalks,marsh-talks,2031-03-09,Talks\ntalks,talks,2031-03-09,Talks\n,Valley War,2031-03-10,War\n,The War,2031-03-10,War\n"))
	if err != nil || len(draft.Files) != 2 {
		t.Fatal(draft, err)
	}
	if got, want := said(draft, ""), "title: Talks | date: 2031-03-09 | slug: talks | imported slug: marsh-talks"; got != want {
		t.Errorf("%s, not\n%s", got, want)
	}
	if text := string(draft.Files[1].Text); !strings.Contains(text, "\nslug: valley-war\n") || !strings.Contains(text, "\nimported slug: The War\n") {
		t.Error(text)
	}
}
