package intake_test

import (
	"testing"

	"demarche/generator/intake"
)

// JSON that was changed by hand is refused with the place of the mistake, in words that name no part of a program.
func TestWrongJSONIsToldWithItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		"{\"events\": [\n  {\"text\": {\"headline\": \"Talks\"},}\n]}": "line 2, column 34: “}” stands where a key in quotation marks should; a comma before it may be too many",
		"{\"events\": [\n  {},\n]}":                                    "line 3, column 1: “]” stands where a value should; a comma before it may be too many, or marks around a text be missing",
		"{\"events\": [{}\n  {}]}":                                     "line 2, column 3: a comma or a closing bracket is missing before “{”",
		"{\"events\": []\n\"eras\": []}":                               "line 2, column 1: a comma or a closing brace is missing before “\"”",
		"{\"events\" []}":                                              "line 1, column 11: a colon is missing before “[”",
		"{\"events\": []}\n\n}":                                        "line 3, column 1: “}” stands behind the end",
		"{\"scale\": \"Él\\bonia\\x\"}":                                "line 1, column 21: \\ means nothing before “x”; a \\ in a text is written twice",
		"{\"scale\": \"hu\nman\"}":                                     "line 1, column 14: a line ends within quotation marks; write \\n for it",
		"{\"events\": [\n {\"text\": {\"headline\": \"Talks\"}\n\n":    "line 2, column 32: a quotation mark, a bracket or a brace is never closed",
		"{\"events\": [\n  {\"text\": \"Talks\"}]}":                    "line 2, column 18: slide 0 of its list, counted from 0: “text” must hold braces with such keys as headline, text, and holds a text",
		"{\"events\": [\n  {\"text\": {\"headline\": \"Élbonia\"}},\n  {\"text\": {\"headline\": [\"a\"]}}]}": "line 3, column 25: slide 1 of its list, counted from 0: “text.headline” must hold a text, and holds a list",
		"{\"events\":\n {}}":                                     "line 2, column 2: the slides: it must hold a list, and holds braces with keys",
		"{\"events\": [],\n \"title\": \"Talks\"}":               "the title slide: it must hold braces with such keys as unique_id, start_date, end_date, and holds a text",
		"{\"events\": [],\n \"title\": {\"group\": false}}":      "line 2, column 25: the title slide: “group” must hold a text, and holds true or false",
		"{\"events\": [\n {\"start_date\": 2031}]}":              "line 2, column 20: slide 0 of its list, counted from 0: “start_date” must hold braces with such keys as year, month, day, and holds a number",
		"{\"events\": [\n {\"media\": \"https://a.example/\"}]}": "line 2, column 31: slide 0 of its list, counted from 0: “media” must hold braces with keys, and holds a text",
		"\n[]": "line 2, column 1: it must hold braces with such keys as title, events, eras, and holds a list",
	} {
		_, err := intake.TimelineJS([]byte(text))
		if err == nil || err.Error() != "this is no timeline in JSON: "+want {
			t.Errorf("%s\n%v, not\n%s", text, err, want)
		}
	}
	for text, want := range map[string]string{
		"[{\"id\": \"talks/a\",\n \"to\": \"Sylvania\"}]": "line 2, column 17: “to” must hold a list, and holds a text",
		"[{\"id\": 1}]":        "line 1, column 9: “id” must hold a text, and holds a number",
		"{}":                   "line 1, column 1: it must hold a list, and holds braces with keys",
		"[{\"original\": []}]": "line 1, column 15: “original” must hold braces with such keys as text, lang, and holds a list",
		"":                     "line 1, column 1: it is empty",
	} {
		_, err := intake.Record([]byte(text), []byte("[]"), []byte("[]"), nil)
		if err == nil || err.Error() != "statements.json: "+want {
			t.Errorf("%s\n%v, not\n%s", text, err, want)
		}
	}
}
