package intake_test

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/intake"
)

// beside are the columns that a row has beside one that is tried, and where it means something only with
// others, those.
var beside = map[string][2]string{
	"":              {"date,title,quote,speaker", "2031-03-09,Talks,We go.,Rufus Firefly"},
	"date":          {"title,quote,speaker", "Talks,We go.,Rufus Firefly"},
	"year":          {"title,quote,speaker", "Talks,We go.,Rufus Firefly"},
	"month":         {"year,title", "2031,Talks"},
	"day":           {"year,month,title", "2031,4,Talks"},
	"time":          {"year,month,day,title", "2031,4,7,Talks"},
	"end year":      {"year,title", "2031,Talks"},
	"end month":     {"year,end year,title", "2031,2032,Talks"},
	"end day":       {"year,end year,end month,title", "2031,2032,5,Talks"},
	"end time":      {"year,month,day,time,end year,end month,end day,title", "2031,3,9,12:00,2031,3,9,Talks"},
	"title":         {"date,quote,speaker", "2031-03-09,We go.,Rufus Firefly"},
	"quote":         {"date,title,speaker", "2031-03-09,Talks,Rufus Firefly"},
	"paraphrase":    {"date,title,speaker", "2031-03-09,Talks,Rufus Firefly"},
	"words":         {"date,title,speaker", "2031-03-09,Talks,Rufus Firefly"},
	"speaker":       {"date,title,quote", "2031-03-09,Talks,We go."},
	"unnamed":       {"date,title,quote,for", "2031-03-09,Talks,We go.,Freedonia"},
	"form":          {"date,title,quote,speaker", "2031-03-09,Talks,We “go”.,Rufus Firefly"},
	"original.lang": {"date,title,quote,speaker,original.text", "2031-03-09,Talks,We go.,Rufus Firefly,Nous partons."},
	"media credit":  {"date,title,media", "2031-03-09,Talks,https://a.example/m.png"},
	"media caption": {"date,title,media", "2031-03-09,Talks,https://a.example/m.png"},
}

// tried are what is written into a column, and what a file or its name has of it where that is another text.
var tried = map[string][2]string{
	"date": {"2031-03-10", ""}, "end date": {"2031-03-11", "2031-03-09/2031-03-11"}, "year": {"2031", "date: 2031"}, "month": {"4", "date: 2031-04"},
	"day": {"7", "date: 2031-04-07"}, "time": {"14:30", "date: 2031-04-07T14:30"}, "end year": {"2032", "date: 2031/2032"},
	"end month": {"5", "date: 2031/2032-05"}, "end day": {"8", "date: 2031/2032-05-08"}, "end time": {"15:45", "15:45"},
	"lang": {"fr", "lang: fr"}, "form": {"mixed", "> We “go”."}, "act": {"warn", "#warn"}, "act 2": {"deny", "#deny"}, "topics": {"marsh", "#marsh"}, "media": {"https://a.example/x", ""},
	"id": {"marsh", "^marsh"}, "digest": {"marsh", "slug: marsh"}, "slug": {"marsh", "slug: marsh"}, "original.lang": {"fr", "(fr)"},
	"reply to": {"other/marsh", "in reply to [[other#^marsh]]"}, "retracts": {"other/marsh", "retracts [[other#^marsh]]"}, "same as": {"other/marsh", "same as [[other#^marsh]]"},
	"source": {"Marsh", "publisher: Marsh"}, "sources.date": {"2031-03-08", "date: 2031-03-08"}, "coded by": {"A. Scribe; B. Reader", "coded_by: [A. Scribe, B. Reader]"}, "reviewed by": {"B. Reader", "reviewed_by: [B. Reader]"},
	"recorded": {"2031-03-10", "recorded: 2031-03-10"}, "date basis": {"reported", "— [[Rufus Firefly]]\n"},
	"type": {"era", "type: era"}, "display date": {"spring", "shown: spring"}, "withdrawn": {"wrong", "withdrawn of a statement: wrong"},
	"date withdrawn": {"2031-04", "date withdrawn of a statement: 2031-04"}, "question": {"Will you go?", "\n> Q: Will you go?\n>\n> “We go.”\n"},
}

// Every name that is listed has a place of its own: what is written there is told where it belongs, and not kept as
// something that nobody knows.
func TestEveryColumnThatIsListedIsUnderstood(t *testing.T) {
	for _, group := range intake.Columns() {
		for _, column := range group.Columns {
			usual := column.Names[0]
			others, isSpecial := beside[usual]
			if !isSpecial {
				others = beside[""]
			}
			value, want := tried[usual][0], tried[usual][1]
			value = cmp.Or(value, "Marsh")
			want = cmp.Or(want, value)
			for _, name := range column.Names {
				draft, err := intake.CSV([]byte(others[0] + "," + name + "\n" + others[1] + "," + value + "\n"))
				if err != nil {
					t.Errorf("%s: %v", name, err)
					continue
				}
				text := string(draft.Files[0].Text)
				if !strings.Contains(text, want) {
					t.Errorf("of %s there is no %q in\n%s", name, want, text)
				}
				if own := usual == "end time" || usual == "slug" || slices.Contains(digestKeys, usual); !own && strings.Contains(text, "\n"+strings.ToLower(name)+": ") && usual != "type" {
					t.Errorf("%s is kept as an unknown key in\n%s", name, text)
				}
			}
		}
	}
}

// digestKeys are columns that have the name of a key.
var digestKeys = []string{"date", "title", "summary", "lang", "actors", "tags", "topics", "recorded"}

// Words in a column of paraphrases are a statement, without quotation marks; those of quotations get them.
func TestColumnSaysWhetherWordsAreQuoted(t *testing.T) {
	draft, err := intake.CSV([]byte("date,title,speaker,paraphrase,quote,words,form\n" +
		"2031-03-09,Talks,Rufus Firefly,They would leave.,,,\n" +
		"2031-03-09,Talks,Rufus Firefly,“They would stay.”,,,\n" +
		"2031-03-09,Talks,Rufus Firefly,in short: we go,We go.,,\n" +
		"2031-03-09,Talks,Rufus Firefly,,He went.,,paraphrase\n" +
		"2031-03-09,Talks,Rufus Firefly,,,He slept.,\n" +
		"2031-03-09,Talks,Rufus Firefly,,“We stood.”,,verbatim\n"))
	if err != nil {
		t.Fatal(err)
	}
	data, problems, text := goes(t, draft)
	var said []struct{ Text, Form string }
	if err := json.Unmarshal([]byte(data["/data/statements.json"]), &said); err != nil || len(problems)+len(draft.Notes) > 0 {
		t.Fatal(err, problems, draft.Notes, text)
	}
	var got []string
	for _, s := range said {
		got = append(got, s.Form+": "+s.Text)
	}
	want := "paraphrase: They would leave.|paraphrase: They would stay.|verbatim: We go.|paraphrase: He went.|paraphrase: He slept.|verbatim: We stood."
	if strings.Join(got, "|") != want {
		t.Errorf("%q in\n%s", got, text)
	}
	if !strings.Contains(text, "paraphrase: 'in short: we go'") {
		t.Errorf("a paraphrase beside a quotation is lost in\n%s", text)
	}
}

// A speaker without words is told by line, and so is an act that is nearly one.
func TestRowsThatAreNearlyStatementsAreTold(t *testing.T) {
	draft, err := intake.CSV([]byte("date,title,speaker,quote,act\n2031-03-09,Talks,Rufus Firefly,,\n2031-03-10,Talks,Rufus Firefly,We go.,threat\n" +
		"2031-03-10,Talks,Rufus Firefly,We stay.,warning\n2031-03-10,Talks,Rufus Firefly,We wait.,dance\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range draft.Notes {
		got = append(got, n.Where+": "+n.Text+"; "+n.Hint)
	}
	want := []string{
		"line 2: a speaker without words; write them in quote or paraphrase; a digest that says nothing else is a draft until then",
		`line 3: “threat” is no act; take threaten if the speaker announces harm that it would do itself, as in an ultimatum`,
		`line 4: “warning” is no act; did you mean warn?`,
		`line 5: “dance” is no act; choose one of the acts at /acts/`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
	if text := string(draft.Files[1].Text); !strings.Contains(text, "act of a statement:") || !strings.Contains(text, "- threat (“We go.”)\n") {
		t.Error(text)
	}
}

// A private remark is kept, and is neither prose nor a title.
func TestRemarksInATableAreNoText(t *testing.T) {
	for _, name := range []string{"Notes", "note", "comment", "Comments"} {
		draft, err := intake.CSV([]byte("date,title,quote,speaker," + name + "\n2031-03-09,,We go.,Rufus Firefly,ask Ada\n2031-03-10,,,,ask Ada\n"))
		if err != nil || len(draft.Files) != 2 {
			t.Fatal(draft, err)
		}
		for _, f := range draft.Files {
			text := string(f.Text)
			if strings.Count(text, "ask Ada") != 1 || !strings.Contains(text, "\n"+strings.ToLower(name)+": ask Ada\n") || strings.Contains(f.Path, "ada") {
				t.Errorf("%s\n%s", f.Path, text)
			}
		}
	}
}

// Words that are told stand there as they were written, with … where there are more.
func TestWordsInMessagesStandAsTheyWereWritten(t *testing.T) {
	draft, err := intake.CSV([]byte("date,title,speaker,quote\n2031-03-09,Talks,Rufus Firefly,\"He said \"\"no\"\" twice.\"\n" +
		"2031-03-09,Talks,,\"He said \"\"no\"\" at the gate and at the bridge.\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, n := range draft.Notes {
		got = append(got, n.Where+": "+n.Text)
	}
	want := "line 2: words with quotation marks around a part, which are taken as partly quoted: He said \"no\" twice.\n" +
		"line 3: words without a speaker: He said \"no\" at the gate and at…"
	if strings.Join(got, "\n") != want {
		t.Errorf("%s", strings.Join(got, "\n"))
	}
}

// A heading is understood whatever stands around it, and one that is nearly a column is told with the one that was meant, unless
// the table has that, too.
func TestHeadingsThatAreNearlyColumnsAreTold(t *testing.T) {
	draft, err := intake.CSV([]byte("\ufeff\"\"\"Date\u00a0\"\"\",*Title*,Quote:,Said\u00a0by,\u200bTo\u200b\n2031-03-09,Talks,We go.,Rufus Firefly,Sylvania\n"))
	if err != nil || len(draft.Files) != 1 || len(draft.Notes) > 0 {
		t.Fatal(draft, err)
	}
	if text := string(draft.Files[0].Text); !strings.Contains(text, "— [[Rufus Firefly]] to [[Sylvania]], 2031-03-09") {
		t.Error(text)
	}
	for heads, want := range map[string]string{
		"date,title,quote,Speaker state":    "[{line 1 “Speaker state” is no column that is understood, and kept as it is did you mean speaker?} {line 2",
		"date,title,Best quote,speaker":     "[{line 1 “Best quote” is no column that is understood, and kept as it is did you mean quote?} {line 2",
		"date,title,qoute,speaker":          "[{line 1 “qoute” is no column that is understood, and kept as it is did you mean quote?} {line 2",
		"date,title,quote,speaker,mood":     "[]",
		"date,title,quote,speaker,titles":   "[]",
		"date,title,quote,speaker,notes,no": "[]",
	} {
		draft, err := intake.CSV([]byte(heads + "\n2031-03-09,Talks,We go.,Rufus Firefly,x\n"))
		if got := fmt.Sprint(draft.Notes); err != nil || !strings.HasPrefix(got, want) {
			t.Errorf("%s: %s, %v", heads, got, err)
		}
	}
	_, err = intake.CSV([]byte("Daet,title\n2031,Talks\n"))
	if err == nil || !strings.Contains(err.Error(), "did you mean date by “Daet”?") {
		t.Error(err)
	}
}
