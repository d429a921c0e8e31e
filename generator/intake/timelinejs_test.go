package intake_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/generator/intake"
)

// What people write into a timeline under keys of their own is kept in the slide that has it, and told where none has.
func TestNoKeyOfATimelineIsDropped(t *testing.T) {
	draft, err := intake.TimelineJS([]byte(`{"remarks": "Compiled in Zenda.", "Scale": "human", "theme": {"colour": "red"},
		"title": {"text": {"headline": "The marsh", "author": "A. Scribe"}},
		"events": [
			{"start_date": {"year": 2031, "Month": 3, "day": 9, "calendar": "julian", "format": "", "millisecond": null, "display_date": "Sunday"},
			 "end_date": {"year": 2031, "month": 3, "day": 10, "timezone": "+03:00", "display_date": "Monday"},
			 "display_date": "That week", "text": {"Headline": "Talks", "text": "They met.", "reporter": ["C."]}, "casualties": 3},
			{"start_date": {"year": 2032, "display_date": "Later"}, "text": {"headline": "Reply"}}],
		"eras": [{"start_date": {"year": 2030}, "end_date": {"year": 2031}, "text": {"headline": "The long year", "source": "Gazette"}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, f := range draft.Files {
		text += string(f.Text)
	}
	for _, want := range []string{"    text author: A. Scribe\n", "    start_date calendar: julian\n", "    start_date display_date: Sunday\n", "    end_date timezone: \"+03:00\"\n",
		"    end_date display_date: Monday\n", "    display_date: That week\n", "    text reporter:\n        - C.\n", "    casualties: 3\n", "    display_date: Later\n", "    text source: Gazette\n"} {
		if strings.Count(text, want) != 1 {
			t.Errorf("%q is not once in\n%s", want, text)
		}
	}
	for _, no := range []string{"Month", "Headline", "format", "millisecond", "start_date display_date: Later"} {
		if strings.Contains(text, no) {
			t.Errorf("%q is in\n%s", no, text)
		}
	}
	notes := fmt.Sprint(draft.Notes)
	for _, want := range []string{`{remarks “remarks” stands beside the slides and is not kept: "Compiled in Zenda." write`, `{theme “theme” stands beside the slides and is not kept: {"colour": "red"} write`} {
		if !strings.Contains(notes, want) {
			t.Errorf("%q is not in %s", want, notes)
		}
	}
	if strings.Contains(notes, "Scale") {
		t.Error(notes)
	}
}

// A page of the web may hold millions of them.
func TestSlidesThatHoldNothingAreToldOnce(t *testing.T) {
	draft, err := intake.TimelineJS([]byte(`{"events": [{}, {"text": {"headline": "Talks"}}` + strings.Repeat(`, {"text": {"headline": ""}, "unique_id": "x"}`, 3000) + `]}`))
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, n := range draft.Notes {
		if strings.Contains(n.Text, "hold nothing") {
			told++
			if n.Where != "events[0]" || !strings.Contains(n.Text, "3000 more") {
				t.Errorf("%+v", n)
			}
		}
	}
	if len(draft.Files) != 1 || told != 1 {
		t.Errorf("%d files, told %d times", len(draft.Files), told)
	}
}
