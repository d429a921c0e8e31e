package intake_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"demarche/generator/collate"
	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/intake"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
	"demarche/generator/testdata/cpu"
)

// archived is the archive that knows the people of the articles in testdata/article.
func archived(t testing.TB, more []txtar.File) *dossier.Archive {
	t.Helper()
	text, err := os.ReadFile("testdata/article-actors.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var docs []*dossier.Doc
	for _, f := range append(txtar.Parse(text).Files, more...) {
		if !strings.HasSuffix(f.Name, ".md") {
			continue
		}
		doc := parse.File(source.New(f.Name, f.Data), parse.Options{})
		for _, p := range doc.Problems {
			if p.Severity != diag.Note {
				t.Errorf("%s: %s", f.Name, p.Text)
			}
		}
		docs = append(docs, doc)
	}
	archive, found := resolve.All(docs, resolve.Options{Folder: "site", Now: time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC), Drafts: true})
	for _, p := range found {
		if p.Severity != diag.Note {
			t.Errorf("%s: %s [%s]", p.At.Path, p.Text, p.Code)
		}
	}
	return archive
}

func section(a *txtar.Archive, name string) []byte {
	for _, f := range a.Files {
		if f.Name == name {
			return f.Data
		}
	}
	return nil
}

// drafted is what an article becomes: its statements, and the archived text.
func drafted(t *testing.T, file string) (said []*dossier.Statement, text string, want []marked) {
	t.Helper()
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	parts := txtar.Parse(raw)
	o := intake.ArticleOptions{Language: "en", Date: strings.TrimSpace(string(section(parts, "date"))), Actors: archived(t, nil).Actors}
	draft, err := intake.Article(section(parts, "article"), o)
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	for _, f := range draft.Files {
		if strings.HasSuffix(f.Path, ".txt") {
			text = string(f.Text)
		}
		if testing.Verbose() {
			fmt.Printf("== %s\n%s\n", f.Path, f.Text)
		}
	}
	archive := archived(t, filesOf(draft))
	for _, d := range archive.Digests {
		said = append(said, d.Statements...)
	}
	return said, text, hand(section(parts, "expected"))
}

func names(actors []*dossier.Actor) string {
	var all []string
	for _, a := range actors {
		all = append(all, a.Name)
	}
	slices.Sort(all)
	return strings.Join(all, ",")
}

func plainWords(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" \n.,“”\"‘’'", r) }), " ")
}

func TestEveryQuotedWordIsInTheArchivedText(t *testing.T) {
	files, err := filepath.Glob("testdata/article*/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		said, text, _ := drafted(t, file)
		against := collate.New(text)
		for _, s := range said {
			quoted := []string{s.Text}
			if s.Form != dossier.Verbatim {
				quoted = collate.Quoted(s.Text)
			}
			for _, q := range quoted {
				if !against.Find(q).Found {
					t.Errorf("%s: “%s” is not in the article", file, q)
				}
			}
		}
	}
}

// What an article costs must grow as it does. What took the square of 300 kB would take seconds.
func TestHostileArticlesCostLittle(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	for _, piece := range []string{"“a ", "\"a ", "'a ", "said ", "Ab Cd said ", "Rufus ", ", said ", "he said “no no no” ", "a. ", "Ab Cd said: “never ever again.” ", "Ab Cd said that Aa Bb was “never ever again”. ", "Ab Cd told Aa Bb, Aa Cc, Aa Dd that it is. ", ":“Never ever ”", "according to ", "\n\n“", "Aa Bb. ", "the spokesman said that.\n", "<p>", "<b><p>“a” said ",
		"Aa Bb and Cc Dd said that it is. ", "Responding to Aa Bb, Cc Dd said “never ever again.” ", "Aa Bb: Never again.\n\nCc Dd: Ever.\n\n", "Aa Bb met Cc Dd. Both leaders said that it is. ", "Slamming Aa Bb, Cc Dd condemned Ee Ff. "} {
		text := []byte("Talks\n\n9 March 2031\n\n" + strings.Repeat(piece, 300_000/len(piece)))
		if piece[0] == '<' {
			text = []byte("<meta name=date content=2031-03-09>" + strings.Repeat(piece, 35_000/len(piece)))
		}
		began := cpu.Spent(t)
		if _, err := intake.Article(text, intake.ArticleOptions{Language: "en"}); err != nil {
			t.Logf("%q: %v", piece, err)
		}
		if took := cpu.Spent(t) - began; took > 2*time.Second {
			t.Errorf("%q took %v", piece, took)
		} else {
			t.Logf("%q took %v", piece, took)
		}
	}
}

func TestAnArticleOfNoDayIsRefused(t *testing.T) {
	_, err := intake.Article([]byte("Talks\n\nFreedonia said nothing.\n"), intake.ArticleOptions{Language: "en"})
	if err == nil || !strings.Contains(err.Error(), "--date") {
		t.Error(err)
	}
}

func TestADatelineNamesTheDay(t *testing.T) {
	for line, want := range map[string]string{
		"OSTBERG, May 6, 2031 (AP) — \"We will come to the talks,\" Rufus Firefly said.":   "date: 2031-05-06",
		"SYLVANIA CITY, 6 May 2031 - \"We will come to the talks,\" Rufus Firefly said.":   "date: 2031-05-06",
		"OSTBERG, May 6 (AP) — \"We will come to the talks,\" Rufus Firefly said.":         "",
		"Ostberg fell on May 6, 2031 — \"We will come to the talks,\" Rufus Firefly said.": "",
		"OSTBERG — \"We come to the talks of May 6, 2031, and stay,\" Rufus Firefly said.": "",
	} {
		draft, err := intake.Article([]byte("Talks at the river\n\n"+line+"\n"), intake.ArticleOptions{Language: "en", Actors: archived(t, nil).Actors})
		if want == "" {
			if err == nil {
				t.Errorf("%s is of a day:\n%s", line, draft.Files[0].Text)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", line, err)
		} else if !bytes.Contains(draft.Files[0].Text, []byte(want)) || !bytes.Contains(draft.Files[0].Text, []byte("[[Rufus Firefly]]")) {
			t.Errorf("%s:\n%s", line, draft.Files[0].Text)
		}
	}
}

func TestAPageWithoutParagraphsIsReadByItsLines(t *testing.T) {
	text := []byte("<html><head><title>Talks at the river</title></head><body><nav>Home</nav><div>9 March 2031<br><br>\"We will <b>come</b> to the talks,\" Rufus Firefly said.<br></div></body></html>")
	draft, err := intake.Article(text, intake.ArticleOptions{Language: "en", Actors: archived(t, nil).Actors})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"title: Talks at the river", "date: 2031-03-09", "> “We will come to the talks.”\n>\n> — [[Rufus Firefly]]"} {
		if !bytes.Contains(draft.Files[0].Text, []byte(want)) {
			t.Errorf("%q is not in\n%s", want, draft.Files[0].Text)
		}
	}
}

func TestWhatIsNoArticleIsRefused(t *testing.T) {
	for _, text := range []string{"", "\n\n", "Title alone", "<p></p>", "\xff\xfe", "ARTICLE AD BOX\n\nRead Entire Article"} {
		if draft, err := intake.Article([]byte(text), intake.ArticleOptions{Language: "en", Date: "2031-03-09"}); err == nil {
			t.Errorf("%q became %v", text, draft.Files)
		}
	}
}

func TestAnArticleWritesNothingOfItsOwn(t *testing.T) {
	text := "Talks --> [[x]]\n\n9 March 2031\n\n" +
		"Rufus Firefly told the crowd --> # a: \"We will come --> to <b>the</b> talks. > — [[Gloria Teasdale]] #concede ^x\"\n\n" +
		"Rufus Firefly told the [[--> men: \"We will come to them, too.\"\n\n" +
		"\"> — [[Gloria Teasdale]] #concede ^y\", nobody [[said]] --> of it.\n"
	draft, err := intake.Article([]byte(text), intake.ArticleOptions{Language: "en", Actors: archived(t, nil).Actors})
	if err != nil {
		t.Fatal(err)
	}
	said := archived(t, filesOf(draft)).Statements
	if len(said) != 2 {
		t.Errorf("%d statements, not 2", len(said))
	}
	for _, s := range said {
		if names(s.Speakers) != "Rufus Firefly" || s.Act.Name != "state" {
			t.Errorf("%s by %s, as %s", s.Text, names(s.Speakers), s.Act.Name)
		}
	}
}

func TestASiteAddsItsOwnVerbs(t *testing.T) {
	text := []byte("Talks\n\n9 March 2031\n\n\"We will be there at noon,\" Rufus Firefly thundered.\n")
	o := intake.ArticleOptions{Language: "en", Actors: archived(t, nil).Actors}
	for _, rules := range []string{"", "en: {verbs: {threaten: [thundered]}}"} {
		o.Rules = []byte(rules)
		draft, err := intake.Article(text, o)
		if err != nil {
			t.Fatal(err)
		}
		if got := bytes.Contains(draft.Files[0].Text, []byte("#threaten")); got != (rules != "") {
			t.Errorf("with the rules %q: threatens is %v", rules, got)
		}
	}
}
