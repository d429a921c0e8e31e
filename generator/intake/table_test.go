package intake_test

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"demarche/generator/intake"
	"demarche/generator/source"

	"golang.org/x/tools/txtar"
)

// goes reads a draft as a site does, and returns its data, its problems and its text.
func goes(t *testing.T, draft intake.Draft) (data map[string]string, problems []string, text string) {
	t.Helper()
	var all strings.Builder
	for _, f := range draft.Files {
		all.WriteString("-- " + f.Path + " --\n" + string(f.Text))
	}
	data, problems = published(t, filesOf(draft))
	return data, problems, all.String()
}

func TestRowsOfQuotationsAreStatements(t *testing.T) {
	draft, err := intake.CSV([]byte("\ufeffDate,Headline,Quote,Speaker,To,Act,Source,URL,Mood\n" +
		"2031-03-09,Talks open,\"“We are ready, all of us.”\",Rufus Firefly,Sylvania; Elbonia,offer,Gazette,https://gazette.example/1,calm\n" +
		"2031-03-09,Talks open,No thanks,Sylvania,,reject,Gazette,https://gazette.example/1,calm\n" +
		"2031/3/11,Talks end,,,,,,https://gazette.example/2,\n"))
	if err != nil {
		t.Fatal(err)
	}
	data, problems, text := goes(t, draft)
	if len(problems) > 0 || len(draft.Notes) > 0 {
		t.Errorf("problems %q, notes %v in\n%s", problems, draft.Notes, text)
	}
	var said []struct {
		Text, Form, Act, Date string
		Speakers, To          []string
	}
	if err := json.Unmarshal([]byte(data["/data/statements.json"]), &said); err != nil || len(said) != 2 {
		t.Fatalf("%d statements, %v in\n%s", len(said), err, text)
	}
	if s := said[0]; s.Text != "We are ready, all of us." || s.Form != "verbatim" || s.Act != "offer" || !slices.Equal(s.To, []string{"sylvania", "elbonia"}) {
		t.Errorf("%+v", s)
	}
	if s := said[1]; s.Form != "verbatim" || s.Date != "2031-03-09" || s.Speakers[0] != "sylvania" {
		t.Errorf("%+v", s)
	}
	for _, want := range []string{"mood: calm", "publisher: Gazette", "url: https://gazette.example/1", "date: 2031-03-11"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is lost in\n%s", want, text)
		}
	}
}

// The table of TimelineJS's spreadsheet, whose dates are in columns.
func TestSpreadsheetOfTimelineJSIsRead(t *testing.T) {
	draft, err := intake.CSV([]byte("Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,Media Caption,Type,Group,Background\n" +
		"2031,3,9,14:30,,,,,,Talks <b>open</b>,They <a href=\"https://a.example/\">met</a>.,https://a.example/map.png,A. Scribe,A map,,Envoys,#fff\n" +
		"2031,3,,,2031,4,,,spring,Truce,,,,,era,,\n" +
		"-44,3,15,,,,,,,The ides,,,,,,,\n"))
	if err != nil {
		t.Fatal(err)
	}
	data, problems, text := goes(t, draft)
	if len(problems) > 0 {
		t.Errorf("%q in\n%s", problems, text)
	}
	for _, want := range []string{"date: 2031-03-09T14:30", "date: 2031-03/2031-04", "date: -0043-03-15", "shown: spring", "type: era",
		"[met](https://a.example/)", "[A map](<https://a.example/map.png>) (A. Scribe)", "tags: [Envoys]", "background: '#fff'"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Count(data["/data/digests.json"], `"slug"`) != 3 {
		t.Error("not three digests:", text)
	}
}

func TestTablesThatCannotBeReadSayWhatIsMissing(t *testing.T) {
	for text, want := range map[string]string{
		"":             "no first row",
		"Title,Text\n": "no column is a date",
		"Date,Mood\n":  "no column says what happened",
	} {
		if _, err := intake.CSV([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	draft, err := intake.CSV([]byte("date;title\n03/04/2031;Talks\n;\n"))
	if err != nil || len(draft.Files) != 1 || len(draft.Notes) != 1 || !strings.Contains(draft.Notes[0].Text, "03/04/2031") {
		t.Errorf("an ambiguous date: %+v, %v", draft.Notes, err)
	}
}

// A date that cannot be read is told as it is written, kept, and parts two rows as another would.
func TestDatesThatCannotBeReadAreKept(t *testing.T) {
	draft, err := intake.CSV([]byte("date,title,quote,speaker\n2/4/2031,Talks,“We go.”,Firefly\n3/4/2031,Talks,,\n"))
	if err != nil || len(draft.Files) != 2 || len(draft.Notes) != 2 {
		t.Fatal(draft, err)
	}
	if n := draft.Notes[0]; strings.Count(n.Text, "2/4/2031") != 1 || n.Hint != "write 2031-04-02 or 2031-02-04" {
		t.Errorf("%+v", n)
	}
	text := string(draft.Files[0].Text) + string(draft.Files[1].Text)
	for _, want := range []string{"date of a statement: 2/4/2031 (“We go.”)", "date as written: 3/4/2031"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is lost in\n%s", want, text)
		}
	}
}

// The row about the whole timeline has no date, and becomes a page as the title slide does.
func TestTitleRowIsAPage(t *testing.T) {
	draft, err := intake.CSV([]byte("Year,Month,Headline,Text,Type\n,,The marsh,<p>Two countries.</p>,title\n2031,3,Talks,,\n"))
	if err != nil || len(draft.Files) != 2 || len(draft.Notes) != 1 {
		t.Fatal(draft, err)
	}
	if f := draft.Files[1]; f.Path != "content/pages/the-marsh.md" || !strings.Contains(string(f.Text), "Two countries.") {
		t.Errorf("%s\n%s", f.Path, f.Text)
	}
}

// What anyone writes into a cell stays text: no attribution, link, key or file name of theirs.
func TestCellsStayText(t *testing.T) {
	hostile := "“x”\n\n— [[Freedonia]] #warn\n---\ntitle: no\n"
	draft, err := intake.CSV([]byte("date,title,quote,speaker,id,place,via,digest\n2031-03-09,\"" + hostile + "\",\"" + hostile + "\",\"A]] to [[B\",../../x,\"a, b\nc\",\"v, #warn\",../../../etc\n"))
	if err != nil {
		t.Fatal(err)
	}
	data, problems, text := goes(t, draft)
	for _, f := range draft.Files {
		if strings.Contains(f.Path, "..") || !strings.HasPrefix(f.Path, "content/digests/") {
			t.Error(f.Path)
		}
	}
	if strings.Count(data["/data/statements.json"], `"id"`) != 1 || !strings.Contains(data["/data/statements.json"], `"act":"state"`) {
		t.Errorf("not one statement: %q\n%s\n%s", problems, data["/data/statements.json"], text)
	}
}

const timeline = `{"title": {"text": {"headline": "The marsh", "text": "<p>Two countries.</p>"}}, "scale": "cosmological", "events": [
 {"unique_id": "talks-1", "start_date": {"year": "2031", "month": "3", "day": 9, "hour": 14}, "end_date": {"year": 2031, "month": 3, "day": 11},
  "group": "Envoys", "text": {"headline": "Talks &amp; <i>tea</i>", "text": "<ul><li>one</li><li>two</li></ul><script>alert(1)</script>"},
  "media": {"url": "https://a.example/m.png", "caption": "A map", "credit": "A. Scribe", "thumbnail": "https://a.example/t.png"},
  "background": {"color": "#123"}, "autolink": false},
 {"start_date": {"year": -44, "month": 3, "day": 15}, "text": {"text": "It was in March that they met there again for talks"}},
 {"start_date": {"year": 2031, "month": 5}, "display_date": "2031-05~", "unique_id": "odd/ID", "text": {"headline": "May"}},
 {"text": {"headline": "No date"}}],
 "eras": [{"start_date": {"year": 2030}, "end_date": {"year": 2032}, "text": {"headline": "The truce"}}]}`

func TestSlidesAreDigests(t *testing.T) {
	draft, err := intake.TimelineJS([]byte(timeline))
	if err != nil {
		t.Fatal(err)
	}
	data, problems, text := goes(t, draft)
	if len(problems) != 1 || !strings.Contains(problems[0], "date") {
		t.Errorf("problems %q", problems)
	}
	for _, want := range []string{"title: Talks & tea", "date: 2031-03-09/2031-03-11", "slug: talks-1", "tags: [Envoys]", "- one", "[A map](<https://a.example/m.png>) (A. Scribe)",
		"thumbnail: https://a.example/t.png", "color: '#123'", "autolink: false", "start_date: 2031-03-09T14:00", "date: -0043-03-15",
		"title: It was in March that they met there", "date: 2031-05~", "unique_id: odd/ID", "date: 2030/2032", "tags: [era]", "title: The marsh", "Two countries."} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if strings.Contains(text, "alert(1)") {
		t.Error("a script is taken over")
	}
	if strings.Count(data["/data/digests.json"], `"slug"`) != 5 {
		t.Error(data["/data/digests.json"])
	}
	if len(draft.Notes) != 4 { // scale, title slide, no headline, no date
		t.Errorf("%+v", draft.Notes)
	}
}

// A part of a date that is no number is told with its slide and what to write, and kept; everything else is taken.
func TestADateWithAWordIsTold(t *testing.T) {
	draft, err := intake.TimelineJS([]byte(`{"events":[{"start_date":{"year":2031,"month":3,"day":9},"text":{"headline":"Talks"}},` +
		`{"start_date":{"year":"2031","month":"Lent","day":"9"},"end_date":{"year":"c. 2032"},"text":{"headline":"The <i>truce</i>"}}]}`))
	if err != nil || len(draft.Files) != 2 {
		t.Fatal(err, draft)
	}
	want := []intake.Note{
		{Where: "events[1]", Text: "the month of the start_date of “The truce” is no number: “Lent”", Hint: "write a number from 1 to 12 for the month, or the date into the file"},
		{Where: "events[1]", Text: "the year of the end_date of “The truce” is no number: “c. 2032”", Hint: "write a year such as 2031, or -44 for 44 BC for the year, or the date into the file"},
	}
	if !slices.Equal(draft.Notes, want) {
		t.Errorf("%+v", draft.Notes)
	}
	_, problems, text := goes(t, draft)
	if len(problems) > 0 || !strings.Contains(text, "\ndate: 2031-03-09\n") || !strings.Contains(text, "\ndate: 2031\n") {
		t.Errorf("%q in\n%s", problems, text)
	}
	for _, kept := range []string{"start_date month: Lent", "start_date day: 9", "end_date year: c. 2032"} {
		if !strings.Contains(text, kept) {
			t.Errorf("%q is not kept in\n%s", kept, text)
		}
	}
}

// A slide that cannot be read at all is told by its place.
func TestASlideThatIsNoneSaysWhich(t *testing.T) {
	_, err := intake.TimelineJS([]byte(`{"events":[{"text":{"headline":"Talks"}},{"text":{"headline":["a"]}}]}`))
	if err == nil || !strings.Contains(err.Error(), "slide 1 of its list") {
		t.Error(err)
	}
}

// What is published for TimelineJS shows a vague date in words, and has it as EDTF beside these, by which it is taken in.
func TestVagueDatesOfATimelineGoRound(t *testing.T) {
	for _, date := range []string{"-0099?", "../2031-01-10", "2031-05~", "203X"} {
		data, _ := published(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte("---\ntitle: A\ndate: " + date + "\n---\n")}})
		draft, err := intake.TimelineJS([]byte(data["/data/timelinejs.json"]))
		if err != nil {
			t.Fatal(err)
		}
		again, _, text := goes(t, draft)
		if want := map[string]string{"203X": "2030/2039"}[date]; !strings.Contains(text, "\ndate: "+cmp.Or(want, date)+"\n") || strings.Contains(text, "timelinejs:\n    ") {
			t.Errorf("%s became\n%s", date, text)
		}
		if strings.Contains(data["/data/timelinejs.json"], `"display_date":"`+date) || date != "203X" && again["/data/timelinejs.json"] != data["/data/timelinejs.json"] {
			t.Errorf("%s is\n%sand then\n%s", date, data["/data/timelinejs.json"], again["/data/timelinejs.json"])
		}
	}
}

// A timeline that was imported and published has the same slides: ids, dates, headlines and groups.
func TestTimelineGoesRound(t *testing.T) {
	var first, again struct {
		Events []struct {
			ID    string          `json:"unique_id"`
			Start json.RawMessage `json:"start_date"`
			End   json.RawMessage `json:"end_date"`
			Shown string          `json:"display_date"`
			Group string          `json:"group"`
			Text  struct{ Headline string }
		} `json:"events"`
	}
	text := `{"events":[{"unique_id":"b/2","start_date":{"year":-44,"month":3,"day":15},"text":{"headline":"The ides"}},` +
		`{"unique_id":"a-1","start_date":{"year":2031,"month":3,"day":9},"end_date":{"year":2031,"month":4},"group":"Envoys","text":{"headline":"Talks &amp; tea"}},` +
		`{"unique_id":"c","start_date":{"year":2031,"month":5},"display_date":"about May 2031","edtf":"2031-05~","text":{"headline":"May"}}]}`
	draft, err := intake.TimelineJS([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	data, _, _ := goes(t, draft)
	if err := json.Unmarshal([]byte(text), &first); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(data["/data/timelinejs.json"]), &again); err != nil {
		t.Fatal(err)
	}
	want, _ := json.Marshal(first)
	got, _ := json.Marshal(again)
	if string(want) != string(got) {
		t.Errorf("%s\nbecame\n%s", want, got)
	}
}

func TestTimelinesThatAreNoneSaySo(t *testing.T) {
	for text, want := range map[string]string{
		"{":                           "no timeline in JSON",
		"{}":                          `no "events"`,
		`{"timeline": {"date": []}}`:  "TimelineJS 2",
		`{"events": [{"text": "a"}]}`: "no timeline in JSON",
	} {
		if _, err := intake.TimelineJS([]byte(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestHugoFilesAreTakenAsTheyAre(t *testing.T) {
	odd := "+++\ntitle = 'a'\nbroken\n"
	draft := intake.Hugo([]source.File{
		source.New("2031/_index.md", nil), source.New("2031/talks/index.md", []byte(odd)), source.New("2031/talks.md", []byte("{{< x >}}")), source.New("2031/Talks.md", []byte("c")),
	}, []string{"2031/talks/map.png"})
	want := map[string]string{"content/digests/2031/talks.md": odd, "content/digests/2031/talks-2.md": "{{< x >}}", "content/digests/2031/Talks-3.md": "c"}
	for _, f := range draft.Files {
		if string(f.Text) != want[f.Path] {
			t.Errorf("%s is %q", f.Path, f.Text)
		}
	}
	if len(draft.Files) != 3 || len(draft.Notes) != 5 {
		t.Errorf("%v %v", draft.Files, draft.Notes)
	}
}
