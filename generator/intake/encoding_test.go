package intake_test

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"demarche/generator/intake"
)

// TestWhatIsNotInUTF8IsRefused and says in which line, whatever is imported: no letter is lost in silence.
func TestWhatIsNotInUTF8IsRefused(t *testing.T) {
	var utf16le bytes.Buffer
	if err := binary.Write(&utf16le, binary.LittleEndian, utf16.Encode([]rune("\ufeffdate,title\n2031-01-01,Talks\n"))); err != nil {
		t.Fatal(err)
	}
	imports := map[string]func([]byte) (intake.Draft, error){
		"csv": intake.CSV, "timelinejs": intake.TimelineJS,
		"article": func(text []byte) (intake.Draft, error) {
			return intake.Article(text, intake.ArticleOptions{Language: "en", Date: "2031-03-09"})
		},
		"statements": func(text []byte) (intake.Draft, error) {
			return intake.Record(text, []byte("[]"), []byte("[]"), nil)
		},
		"topics": func(text []byte) (intake.Draft, error) {
			return intake.Record([]byte("[]"), []byte("[]"), []byte("[]"), text)
		},
	}
	for _, c := range []struct{ kind, text, want string }{
		{"csv", "date,title,quote,speaker\n2031-01-01,Caf\xe9,\x93No\x94,Ada\n", "line 2: the table is not in UTF-8"},
		{"csv", "date,title,quote,speaker\n2031-01-01,Talks,Il a dit \x93Non\x94.,Ada\n", "CSV UTF-8"},
		{"csv", "date,title\n2031-01-01,Caf\xe9 talks\n", "line 2"},
		{"csv", utf16le.String(), "UTF-16"},
		{"csv", "PK\x03\x04...", "workbook"},
		{"csv", `{"events": []}`, "JSON"},
		{"csv", "date,title\n2031-01-01,Ta\x00lks\n", "line 2"},
		{"timelinejs", "{\"events\": [\n{\"text\": {\"headline\": \"Caf\xe9\"}, \"start_date\": {\"year\": \"2031\"}}]}", "line 2: the timeline is not in UTF-8"},
		{"article", "Talks\n\nThe caf\xe9.\n", "line 3: the article is not in UTF-8; save it as plain text in UTF-8"},
		{"article", "<title>Talks</title>\n<p>The caf\xe9.\n", "line 2: the article is not in UTF-8"},
		{"article", "<meta charset=reeds><title>Talks</title>\n<p>The caf\xe9.\n", "line 2: the article is not in UTF-8"},
		{"article", "<meta charset=utf-8><title>Talks</title>\n<p>The caf\xe9.\n", "line 2: the article is not in UTF-8"},
		{"article", "<meta charset=windows-1252><title>Talks</title>\n<p>The \x81 caf\xe9.\x00\n", "line 2: the article is not in UTF-8"},
		{"article", "PK\x03\x04...", "a document of a word processor"},
		{"article", "<title>Talks</title>" + strings.Repeat("<div>", 600) + "<p>“We go,” Ada Klim said.", "the page cannot be read: html: "},
		{"statements", "[{\"id\": \"caf\xe9\"}]", "statements.json"},
		{"topics", "[{\"slug\": \"caf\xe9\"}]", "topics.json"},
	} {
		draft, err := imports[c.kind]([]byte(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q: %v, want %q; %d files", c.kind, c.text, err, c.want, len(draft.Files))
		}
	}
	for _, text := range []string{"\ufeffdate,title\n2031-01-01,Café “talks” \ufffd\n"} {
		if draft, err := intake.CSV([]byte(text)); err != nil || !bytes.Contains(draft.Files[0].Text, []byte("Café “talks”")) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestAPageIsReadInTheEncodingThatItNames takes in what browsers save of older sites as it is shown there.
func TestAPageIsReadInTheEncodingThatItNames(t *testing.T) {
	for _, head := range []string{`<meta charset="windows-1251">`, `<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">`} {
		page := "<html><head>" + head + "<title>Talks at the marsh</title></head><p>\xab\xc1\xee\xeb\xee\xf2\xee \xed\xe0\xf8\xe5,\xbb Ada Klim said in \xc7\xe5\xed\xe4\xe0.</p>"
		draft, err := intake.Article([]byte(page), intake.ArticleOptions{Language: "en", SiteLanguage: "en", Date: "2031-03-09"})
		if err != nil || !bytes.Contains(draft.Files[len(draft.Files)-1].Text, []byte("«Болото наше,» Ada Klim said in Зенда.")) {
			t.Errorf("%s: %s, %v", head, draft.Files, err)
		}
	}
}
