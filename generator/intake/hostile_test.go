package intake_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"demarche/generator/dossier"
	"demarche/generator/intake"
	"demarche/generator/testdata/cpu"
)

// What a stranger's record says is a file in its folder, a key of its own and one line: never a file
// elsewhere in the site, front matter that cannot be written, or more lines.
func TestStrangersRecordStaysInItsPlace(t *testing.T) {
	draft, err := intake.Record(
		[]byte(`[{"id":"../../x/a","digest":"../../x","speakers":["../../../templates/y"],"text":"We go.","form":"verbatim",
			"date":"2031\n\n# no","dateBasis":"said","act":"state\n\n# no","topics":["../../../z"]}]`),
		[]byte(`[{"slug":"../../../templates/y","name":"Firefly","kind":"person"}]`),
		[]byte(`[{"slug":"../../x","title":"Talks","date":"2031-..","statements":["../../x/a"],"params":{"title":"of the record","mood":["calm"]}}]`),
		[]byte(`[{"slug":"../../../z","name":"The z\n---\n\n# no"},{"slug":"../../../content/y","name":"Another"}]`))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range draft.Files {
		folder, name, _ := strings.Cut(strings.TrimPrefix(f.Path, "content/"), "/")
		if !strings.Contains("actors topics digests", folder) || strings.Contains(name, "/") || strings.Contains(name, "..") {
			t.Error(f.Path)
		}
		if text := string(f.Text); strings.Contains(text, "\n# no") || folder == "digests" && (!strings.Contains(text, "imported title: of the record") || !strings.Contains(text, "mood: [calm]") && !strings.Contains(text, "mood:\n")) {
			t.Error(text)
		}
	}
	if len(draft.Files) != 4 {
		t.Error(draft.Files)
	}
}

// Twenty thousand slides of one name, and ten thousand values of one column, take no longer than they are many.
func TestSamenessCostsLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	const many = 20_000
	began := cpu.Spent(t)
	draft, err := intake.TimelineJS([]byte(`{"events":[` + strings.Repeat(`{"start_date":{"year":2031},"text":{"headline":"Talks"}},`, many) + `{}]}`))
	if err != nil || len(draft.Files) != many {
		t.Fatal(len(draft.Files), err)
	}
	var table strings.Builder
	table.WriteString("digest,date,title,mood\n")
	for i := range many / 2 {
		fmt.Fprintf(&table, "talks,2031,Talks,mood %d\n", i)
	}
	draft, err = intake.CSV([]byte(table.String()))
	if err != nil || len(draft.Files) != 1 || !strings.Contains(string(draft.Files[0].Text), "mood 9999") {
		t.Fatal(len(draft.Files), err)
	}
	if took := cpu.Spent(t) - began; took > 10*time.Second {
		t.Error(took)
	}
}

// A shown date that is less than the slide's own is kept beside it; one that says more takes its place.
func TestShownDatesTakeNothingAway(t *testing.T) {
	for slide, want := range map[string][2]string{
		`"start_date":{"year":2031,"month":5,"day":8},"display_date":"2031"`:                                           {"\ndate: 2031-05-08\n", "display_date: 2031\n"},
		`"start_date":{"year":2031,"month":7,"day":28},"end_date":{"year":2035,"month":11},"display_date":"2031/2035"`: {"\ndate: 2031/2035\n", "start_date: 2031-07-28"},
		`"start_date":{"year":2031,"month":5},"display_date":"2031-05~"`:                                               {"\ndate: 2031-05~\n", ""},
	} {
		draft, err := intake.TimelineJS([]byte(`{"events":[{"text":{"headline":"Talks"},` + slide + `}]}`))
		if err != nil {
			t.Fatal(err)
		}
		text := strings.NewReplacer("'", "", `"`, "").Replace(string(draft.Files[0].Text))
		if !strings.Contains(text, want[0]) || !strings.Contains(text, want[1]) || want[1] == "" && strings.Contains(text, "timelinejs") {
			t.Errorf("%s became\n%s", slide, text)
		}
	}
}

// A link to what stands beside a slide has words, else nobody would see it.
func TestALinkToMediaHasWords(t *testing.T) {
	for media, want := range map[string]string{
		`"caption":"<br>","title":" ","alt":"A <i>map</i>","credit":"<b></b>"`: "\n[A map](<https://a.example/m.png>)\n",
		`"caption":"<br>"`:                  "\n[Media](<https://a.example/m.png>)\n",
		`"caption":"A map","title":"Reeds"`: "\n[A map](<https://a.example/m.png>)\n",
	} {
		draft, err := intake.TimelineJS([]byte(`{"events":[{"start_date":{"year":2031},"text":{"headline":"Talks"},"media":{"url":"https://a.example/m.png",` + media + `}}]}`))
		if err != nil || !strings.Contains(string(draft.Files[0].Text), want) {
			t.Errorf("%s became\n%s, %v", media, draft.Files, err)
		}
	}
}

// A table may have the two ends of a time in columns of their own.
func TestDateFromAndDateToAreADate(t *testing.T) {
	draft, err := intake.CSV([]byte("Date From,Date To,Title,Quote,Speaker\n2031-03-09,2031-03-11,Talks,We go.,Firefly\n"))
	if err != nil || !strings.Contains(string(draft.Files[0].Text), "\ndate: 2031-03-09/2031-03-11\n") || strings.Contains(string(draft.Files[0].Text), "[[2031") {
		t.Errorf("%s %v", draft.Files, err)
	}
}

// Names are compared in seconds, however many there are.
func TestManyNamesCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	names := make([]string, 100_000)
	for i := range names {
		names[i] = fmt.Sprintf("Minister Number%d", i)
	}
	began := cpu.Spent(t)
	intake.Alike(names, setOf(names))
	intake.Alike(names, setOf(names[90_000:]))
	if took := cpu.Spent(t) - began; took > 10*time.Second {
		t.Error(took)
	}
}

// A run of titles without a name is read in its own time: each looked through all that follow.
func TestARunOfTitlesCostsLittle(t *testing.T) {
	text := "Talks\n\n9 March 2031\n\n“We warn" + strings.Repeat(" Foreign Minister", 10_000) + ",” said Ada Brisk."
	began := cpu.Spent(t)
	if _, err := intake.Article([]byte(text), intake.ArticleOptions{Language: "en"}); err != nil {
		t.Error(err)
	}
	if took := cpu.Spent(t) - began; took > 10*time.Second {
		t.Error(took)
	}
}

// What a page says of itself in JSON-LD is read in its own time, however deep it is nested: a page of 1 MB could take minutes.
func TestDeepTypesCostLittle(t *testing.T) {
	deep := strings.Repeat(`{"@type":`, 9000) + `"x"` + strings.Repeat("}", 9000)
	began := cpu.Spent(t)
	draft, err := intake.Article([]byte(`<html><script type="application/ld+json">`+deep+`</script><script type="application/ld+json">{"@type":["Thing","NewsArticle"],"datePublished":"2031-03-09"}</script>
<body><h1>Talks</h1><p>“We will go home,” said Ada Brisk.</p></body></html>`), intake.ArticleOptions{Language: "en"})
	if err != nil || len(draft.Files) == 0 {
		t.Error(draft, err)
	}
	if took := cpu.Spent(t) - began; took > 5*time.Second {
		t.Error(took)
	}
}

// What is copied out of a PDF holds characters that no file of a site may: a blank stands for each.
func TestControlCharactersAreNotTakenOver(t *testing.T) {
	article := func(text string) func() (intake.Draft, error) {
		return func() (intake.Draft, error) {
			return intake.Article([]byte(text), intake.ArticleOptions{Date: "2031-03-09", Language: "en"})
		}
	}
	for name, read := range map[string]func() (intake.Draft, error){
		"text": article("Talks\x01at\x0bthe river\n\n“We will come to the\x01talks,” Ada Klim said.\n"),
		"HTML": article("<title>Talks&#1;at&#11;the river</title><p>“We will come to the&#1;talks,” Ada Klim said.<p>It rained."),
		"table": func() (intake.Draft, error) {
			return intake.CSV([]byte("date,title,quote,speaker\n2031,Talks\x01at\x0bthe river,We will come to the\x01talks,Ada Klim\n"))
		},
		"slides": func() (intake.Draft, error) {
			return intake.TimelineJS([]byte(`{"events":[{"start_date":{"year":2031},"text":{"headline":"Talks\u0001at\fthe river","text":"We will come to the\u0008talks \\\\u0001"}}]}`))
		},
		"record": func() (intake.Draft, error) {
			return intake.Record([]byte(`[{"id":"talks/a","digest":"talks","speakers":["ada"],"text":"We will come to the\u007ftalks","form":"verbatim"}]`), []byte("[]"),
				[]byte(`[{"slug":"talks","title":"Talks\u0001at\u000Bthe river","date":"2031","statements":["talks/a"]}]`), nil)
		},
	} {
		draft, err := read()
		if err != nil {
			t.Fatal(name, err)
		}
		text := ""
		for _, doc := range wellFormed(t, draft) {
			if doc.Kind == dossier.KindDigest {
				text = doc.Meta.Title.Value
			}
		}
		if text != "Talks at the river" || !strings.Contains(fmt.Sprintf("%s", draft.Files), "come to the talks") || name == "slides" && !strings.Contains(fmt.Sprintf("%s", draft.Files), "u0001") {
			t.Errorf("%s became %q:\n%s", name, text, draft.Files)
		}
	}
	if draft, err := intake.CSV([]byte("date,title\n2031,Caf\xe9\n")); err == nil || !strings.Contains(err.Error(), "UTF-8") {
		t.Errorf("a table in Latin-1 became %q, %v", draft.Files, err)
	}
}

// What holds more than any digest may is refused with its place: read as JSON or as columns of their own it would take
// hundreds of times its size.
func TestWhatNoDigestHoldsIsRefused(t *testing.T) {
	large := strings.Repeat("{},", 400_000) + "{}"
	cells := strings.Repeat(",", 20_000)
	for want, read := range map[string]func() (intake.Draft, error){
		"line 2, column 1: slide 1 of its list, counted from 0: it is larger than 1024 kB": func() (intake.Draft, error) {
			return intake.TimelineJS([]byte("{\"events\":[{\"start_date\":{\"year\":2031},\"text\":{\"headline\":\"Talks\"}},\n{\"x\":[" + large + "]}]}"))
		},
		"line 1, column 10: the title slide: it is larger than 1024 kB": func() (intake.Draft, error) {
			return intake.TimelineJS([]byte(`{"title":{"x":[` + large + `]},"events":[]}`))
		},
		"digests.json: line 2, column 10: “params” of a digest: it is larger than 1024 kB": func() (intake.Draft, error) {
			return intake.Record([]byte("[]"), []byte("[]"), []byte("[{\"slug\":\"talks\",\n\"params\":{\"x\":["+large+"]}}]"), nil)
		},
		"line 1: the row has 20002 cells": func() (intake.Draft, error) { return intake.CSV([]byte("date,title" + cells + "\n2031,Talks\n")) },
		"line 2: the row has 20002 cells": func() (intake.Draft, error) { return intake.CSV([]byte("date,title\n2031,Talks" + cells + "\n")) },
		"line 3: cell 2 of the row that begins there: it is larger than 1024 kB": func() (intake.Draft, error) {
			return intake.CSV([]byte("date,title\n2031,Talks\n2031," + strings.Repeat("<b>", 400_000) + "\n"))
		},
	} {
		began := cpu.Spent(t)
		if _, err := read(); err == nil || !strings.HasPrefix(err.Error(), want) && !strings.Contains(err.Error(), ": "+want) {
			t.Errorf("%v, want %s", err, want)
		}
		if took := cpu.Spent(t) - began; took > 5*time.Second {
			t.Errorf("%s took %v", want, took)
		}
	}
}
