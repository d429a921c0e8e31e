package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/generator/intake"
)

// Of a date in parts nothing is lost and nothing made up: what cannot be said is told and kept, and an end of which a part is
// missing ends nothing.
func TestPartsOfDatesInColumnsAreSaidOrKept(t *testing.T) {
	for row, want := range map[string]string{
		"2031,March,9,,,,,,":              "date: 2031-03-09",
		"2031,mar.,,,2031,April,2,,":      "date: 2031-03/2031-04-02",
		"2031,,9,,,,,,":                   "date: 2031 | day: 9 | “Day” (9)",
		"2031,Lent,9,14:30,,,,,":          "date: 2031 | day: 9 | month: Lent | time: 14:30 | “Month” (Lent), “Day” (9), “Time” (14:30)",
		"2031,3,9,,2031,Lent,2,15:45,":    "date: 2031-03-09 | end day: 2 | end month: Lent | end time: 15:45 | end year: 2031 | “End Year” (2031), “End Month” (Lent), “End Day” (2), “End Time” (15:45)",
		"2031,3,9,,,4,2,,":                "date: 2031-03-09 | end day: 2 | end month: 4 | “End Month” (4), “End Day” (2)",
		"2031,3,9,14:30:15,,,,,":          "date: 2031-03-09T14:30:15",
		"2031,3,9,14,,,,,":                "date: 2031-03-09 | time: 14 | “Time” (14)",
		"2031,3,9,2:30 PM,,,,,":           "date: 2031-03-09 | time: 2:30 PM | “Time” (2:30 PM)",
		"2031,0,0,,,,,,":                  "date: 2031",
		"2031,3,9,,,,,,2031-03-11":        "date: 2031-03-09 | end date: 2031-03-11",
		",3,9,14:30,,4,,,2031-03-11":      "date: | date as written: 2031-03-11 | day: 9 | end month: 4 | month: 3 | time: 14:30 | a side of the interval is missing",
		"2031,3,9,10:00,2031,3,11,12:00,": "date: 2031-03-09/2031-03-11 | day: 9 | end day: 11 | end month: 3 | end time: 12:00 | end year: 2031 | month: 3 | time: 10:00 | year: 2031",
	} {
		draft, err := intake.CSV([]byte("Year,Month,Day,Time,End Year,End Month,End Day,End Time,End Date,Title\n" + row + ",Talks\n"))
		if err != nil || len(draft.Files) != 1 {
			t.Fatal(row, draft, err)
		}
		if got := said(draft, "title: Talks"); got != want {
			t.Errorf("%s became\n%s, not\n%s", row, got, want)
		}
	}
}

// A month in words is read, in English, and nothing that may be two days: an editor who looks at what was read does not see that.
func TestDatesOfATableWithAMonthInWordsAreRead(t *testing.T) {
	const none = `date: | date as written: `
	for written, want := range map[string]string{
		"3 March 2031": "date: 2031-03-03", "March 3, 2031": "date: 2031-03-03", "03 MAR 2031": "date: 2031-03-03", "Mar. 3, 2031": "date: 2031-03-03", "Monday, 3 March 2031": "date: 2031-03-03",
		"March 2031": "date: 2031-03", "Tuesday, 3 March 2031": none + "Tuesday, 3 March 2031", "31 February 2031": none + "31 February 2031", "3 March": none + "3 March", "3 March 31": none + "3 March 31",
		"03/04/2031": none + "03/04/2031", "3.4.2031": none + "3.4.2031", "3 März 2031": none + "3 März 2031", "early March 2031": none + "early March 2031",
	} {
		draft, err := intake.CSV([]byte("Date,Title,sources.title,sources.date\n\"" + written + "\",Talks,A report,8 March 2031\n"))
		if err != nil || len(draft.Files) != 1 {
			t.Fatal(written, draft, err)
		}
		got := said(draft, "title: Talks")
		if !strings.HasPrefix(strings.Replace(got, "sources: | - title: A report | date: 2031-03-08 | ", "", 1)+" | ", want+" | ") || !strings.Contains(got, " | date: 2031-03-08") {
			t.Errorf("%s became %s, not %s", written, got, want)
		}
	}
	draft, err := intake.CSV([]byte("Date,End date,Title\n3 March 2031,\"April 5, 2031\",Talks\n"))
	if got := said(draft, "title: Talks"); err != nil || got != "date: 2031-03-03/2031-04-05" {
		t.Error(got, err)
	}
}

func TestPartsOfDatesOfSlidesAreSaidOrKept(t *testing.T) {
	for slide, want := range map[string]string{
		`"start_date":{"year":2031,"month":"March","day":9}`:                 "date: 2031-03-09",
		`"start_date":{"year":2031,"day":9}`:                                 "date: 2031 | start_date day: 9 | the day of the start_date of “Talks” stands alone: 9",
		`"start_date":{"year":2031,"month":"","day":9,"hour":5}`:             "date: 2031 | start_date day: 9 | start_date hour: 5 | the day of the start_date of “Talks” stands alone: 9",
		`"start_date":{"month":3}`:                                           `date: | start_date month: 3 | the month of the start_date of “Talks” stands alone: 3 | "Talks" has no date that could be read`,
		`"start_date":{"year":2031},"end_date":{"year":2031,"day":9}`:        "date: 2031 | end_date day: 9 | end_date year: 2031 | the day of the end_date of “Talks” stands alone: 9",
		`"start_date":{"year":2031},"end_date":{"year":2031,"month":"x"}`:    "date: 2031 | end_date month: x | end_date year: 2031 | the month of the end_date of “Talks” is no number: “x”",
		`"start_date":{"year":2031,"month":3,"day":9,"hour":14,"second":30}`: "date: 2031-03-09T14:00 | start_date second: 30 | the second of the start_date of “Talks” stands alone: 30",
		`"start_date":{"year":2031,"month":0,"day":0,"hour":0}`:              "date: 2031",
	} {
		draft, err := intake.TimelineJS([]byte(`{"events":[{"text":{"headline":"Talks"},` + slide + `}]}`))
		if err != nil {
			t.Fatal(slide, err)
		}
		if got := said(draft, "title: Talks"); got != want {
			t.Errorf("%s became\n%s, not\n%s", slide, got, want)
		}
	}
}

// A title slide loses nothing either.
func TestATitleSlideKeepsWhatAPageHasNoPlaceFor(t *testing.T) {
	draft, err := intake.TimelineJS([]byte(`{"events":[],"title":{"unique_id":"top","group":"Envoys","start_date":{"year":2031,"day":9},"end_date":{"year":2032},"display_date":"long ago",` +
		`"text":{"headline":"The marsh"},"media":{"url":"https://a.example/m.png","thumbnail":"https://a.example/t.png"},"autolink":false}}`))
	if err != nil || len(draft.Files) != 1 {
		t.Fatal(draft, err)
	}
	want := "autolink: false | display_date: long ago | end_date: 2032 | group: Envoys | media: | thumbnail: https://a.example/t.png | url: https://a.example/m.png | start_date: 2031 | start_date day: 9 | unique_id: top"
	if got := said(draft, "title: The marsh"); !strings.HasPrefix(got, want+" | ") {
		t.Errorf("%s, not\n%s", got, want)
	}
}

// said is the front matter of the first file on one line, without what is left out, and the notes behind it.
func said(draft intake.Draft, without string) string {
	_, matter, _ := strings.Cut(string(draft.Files[0].Text), "---\n")
	matter, _, _ = strings.Cut(matter, "---\n")
	var all []string
	for line := range strings.Lines(strings.NewReplacer(`"`, "", "'", "").Replace(matter)) {
		if line = strings.TrimSpace(line); line != "timelinejs:" && line != without {
			all = append(all, line)
		}
	}
	for _, n := range draft.Notes {
		all = append(all, strings.TrimPrefix(n.Text, "a date was made without "))
	}
	return fmt.Sprint(strings.Join(all, " | "))
}
