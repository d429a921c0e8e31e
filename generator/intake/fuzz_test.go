package intake_test

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/tools/txtar"

	"demarche/generator/collate"
	"demarche/generator/dossier"
	"demarche/generator/intake"
	"demarche/generator/parse"
	"demarche/generator/source"
)

// wellFormed reads the files of a draft as a site does: each is in UTF-8 and in its folder, once, and has front matter that
// can be read.
func wellFormed(t *testing.T, draft intake.Draft) []*dossier.Doc {
	t.Helper()
	var docs []*dossier.Doc
	paths := map[string]bool{}
	for _, f := range draft.Files {
		if paths[f.Path] || !strings.HasPrefix(f.Path, "content/") || f.Path != filepath.ToSlash(filepath.Clean(f.Path)) {
			t.Errorf("%q is no path of its own in content/", f.Path)
		}
		paths[f.Path] = true
		if !utf8.Valid(f.Text) {
			t.Errorf("%s is not in UTF-8: %q", f.Path, f.Text)
		}
		if !strings.HasSuffix(f.Path, ".md") {
			continue
		}
		doc := parse.File(source.New(f.Path, f.Text), parse.Options{})
		for _, p := range doc.Problems {
			if doc.Broken || strings.HasPrefix(p.Code, "front-matter") && p.Code != "front-matter-limit" {
				t.Errorf("%s: %s [%s] in\n%q", f.Path, p.Text, p.Code, f.Text)
			}
		}
		docs = append(docs, doc)
	}
	return docs
}

// twice is what an importer makes of a record, which is the same when it is asked again.
func twice(t *testing.T, read func() (intake.Draft, error)) intake.Draft {
	t.Helper()
	first, err := read()
	second, again := read()
	if (err == nil) != (again == nil) || !reflect.DeepEqual(first, second) {
		t.Fatalf("one record became\n%q, %v\nand\n%q, %v", first, err, second, again)
	}
	return first
}

// FuzzArticle reads any text as an article, in plain text or HTML. What it makes are statements as many as it wrote, each
// quotation is in the text that is archived, and an editor's tools can read the files.
// Ten minutes: go test -fuzz FuzzArticle -fuzztime 10m ./generator/intake
func FuzzArticle(f *testing.F) {
	files, err := filepath.Glob("testdata/article*/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatal(len(files), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(section(txtar.Parse(text), "article")))
	}
	f.Add("Talks at the river\n\nBy İsmail Demir\n\n“A new dawn,” Rufus Firefly left Ostberg, saying that talks had failed.")
	f.Add("<html><head><title>Talks &amp; more</title></head><body><h1>Talks</h1><p>\"We <b>will</b> come,\" Rufus Firefly told the men.<p>By ȺȺ | 9 March 2031</body>")
	actors := archived(f, nil).Actors
	f.Fuzz(func(t *testing.T, article string) {
		draft := twice(t, func() (intake.Draft, error) {
			return intake.Article([]byte(article), intake.ArticleOptions{Date: "2031-03-09", Language: "en", Actors: actors})
		})
		if len(draft.Files) == 0 {
			return
		}
		var archived, digest string
		for _, file := range draft.Files {
			switch {
			case strings.HasPrefix(file.Path, "content/sources/"):
				archived = string(file.Text)
			case strings.HasPrefix(file.Path, "content/digests/"):
				digest = string(file.Text)
			}
		}
		against := collate.New(archived)
		for _, doc := range wellFormed(t, draft) {
			if doc.Kind != dossier.KindDigest {
				continue
			}
			written := strings.Count(digest, "\n<!-- review: ") - strings.Count(digest, "\n<!-- review: nobody was found") - strings.Count(digest, "\n<!-- review: these may be events")
			if len(doc.Statements) != written {
				t.Errorf("%d statements were written, and %d are read, in\n%s", written, len(doc.Statements), digest)
			}
			for i := range doc.Statements {
				s := &doc.Statements[i]
				quoted := []string{s.Text}
				if s.Form != dossier.Verbatim {
					quoted = collate.Quoted(s.Text)
				}
				for _, q := range quoted {
					if !against.Find(q).Found {
						t.Errorf("“%s” is not in the article, but in\n%s", q, digest)
					}
				}
			}
		}
	})
}

// FuzzTable reads any text as a table.
func FuzzTable(f *testing.F) {
	f.Add([]byte("\ufeffDate,Headline,Quote,Speaker,To,Act,Source,URL,Mood\n2031-03-09,Talks open,\"“We are ready, all of us.”\",Rufus Firefly,Sylvania; Elbonia,offer,Gazette,https://gazette.example/1,calm\n"))
	f.Add([]byte("Year;Month;Day;Time;End Year;End Month;End Day;End Time;Display Date;Headline;Text;Media;Media Credit;Media Caption;Type;Group\n2031;3;9;12:30;;;;;;Talks;<b>They</b> met;https://pictures.example/1;A;B;;x\n;;;;;;;;;The river;;;;;title;\n"))
	f.Add([]byte("id,url,digest,date,dateBasis,speakers,unnamed,for,to,about,act,act2,form,text,sources.publisher,withdrawn,dateWithdrawn,replyTo,retracts,sameAs,question,place,via,viaUrl\n" +
		"talks/a,/x/,talks,2031,said,firefly,,,,,warn,,verbatim,'=1,Gazette,,,talks/b,,,Is it?,Ostberg,radio,https://radio.example/\ntalks/b,/x/,talks,2031,said,firefly,,,,,warn,,mixed,,Gazette,forged,2032,,,,,,,\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		wellFormed(t, twice(t, func() (intake.Draft, error) { return intake.CSV(text) }))
	})
}

// FuzzTimelineJS reads any text as a timeline.
func FuzzTimelineJS(f *testing.F) {
	f.Add([]byte(`{"title":{"text":{"headline":"The river","text":"<p>All</p>"}},"eras":[{"start_date":{"year":2031},"end_date":{"year":"2,032"},"text":{"headline":"Era"}}],"scale":"cosmological","events":[
		{"unique_id":"Talks 1","start_date":{"year":-44,"month":3,"day":"x","hour":"1"},"end_date":{"year":2031},"display_date":"2031~","edtf":"2031?","group":"a","text":{"headline":"<b>Talks","text":"x<br>y"},"media":{"url":"https://pictures.example/(1)","caption":"[a]","credit":"b"},"background":{"color":"#fff"}}]}`))
	f.Add([]byte(`{"events":[{"media":{"url":"<iframe src=x>"}},{}]}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		wellFormed(t, twice(t, func() (intake.Draft, error) { return intake.TimelineJS(text) }))
	})
}

// FuzzRecord reads any texts as the data of another site.
func FuzzRecord(f *testing.F) {
	f.Add(`[{"id":"talks/a","digest":"talks","speakers":["x"],"text":"We go.","form":"verbatim","date":"2031","dateBasis":"said","act":"state","topics":["z"],"recorded":"2031-03-09","replyTo":["talks/b"],"sameAs":["other/c"],"original":{"text":"a","lang":"de"}}]`,
		`[{"slug":"x","name":"Firefly","kind":"person","posts":[{"role":"a","organization":"y","from":"2031"}],"relations":[{"with":"y","kind":"truce"}]}]`,
		`[{"slug":"talks","title":"Talks","date":"2031","statements":["talks/a"],"params":{"title":"x","mood":["calm",{"a":1}]},"events":[{"act":"meet","by":["x"]}],"sources":[{"title":"A"}]}]`, `[{"slug":"z","name":"The z"}]`)
	f.Fuzz(func(t *testing.T, statements, actors, digests, topics string) {
		wellFormed(t, twice(t, func() (intake.Draft, error) {
			return intake.Record([]byte(statements), []byte(actors), []byte(digests), []byte(topics))
		}))
	})
}
