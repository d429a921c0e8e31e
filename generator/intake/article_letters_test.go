package intake_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"demarche/generator/dossier"
	"demarche/generator/intake"
)

// digestOf is the digest that a short article of 9 March 2031 becomes.
func digestOf(t *testing.T, paragraphs string) string {
	t.Helper()
	draft, err := intake.Article([]byte("Talks at the river\n\n9 March 2031\n\n"+paragraphs+"\n"), intake.ArticleOptions{Language: "en", Actors: archived(t, nil).Actors})
	if err != nil {
		t.Fatalf("%s: %v", paragraphs, err)
	}
	for _, f := range draft.Files {
		if !utf8.Valid(f.Text) {
			t.Errorf("%s: %s is not in UTF-8: %q", paragraphs, f.Path, f.Text)
		}
	}
	for _, f := range draft.Files {
		if strings.HasPrefix(f.Path, "content/digests/") {
			return string(f.Text)
		}
	}
	t.Fatalf("%s: no digest", paragraphs)
	return ""
}

func TestAQuotationBeforeItsSubjectIsNoPartOfIt(t *testing.T) {
	for _, text := range []string{
		"“A new dawn,” Rufus Firefly left Ostberg, saying that talks had failed.",
		"“A new dawn” and Rufus Firefly left Ostberg, saying that talks had failed.",
		"“A new dawn,” President Rufus Firefly left Ostberg, saying that talks had failed.",
	} {
		if got := digestOf(t, text); !strings.Contains(got, "— [[Rufus Firefly]] #state\n") {
			t.Errorf("%s became\n%s", text, got)
		}
	}
	if got := digestOf(t, "“A new dawn is near us all,” according to “the men at the river”."); !strings.Contains(got, "- “A new dawn is near us all”\n") {
		t.Error(got)
	}
}

// A letter may have more bytes, or fewer, in lower case: İ, Ⱥ, and K, the sign of Kelvin.
func TestABylineAndACreditAreWholeWhateverTheirLetters(t *testing.T) {
	for byline, want := range map[string]string{
		"By İsmail Demir": "author: İsmail Demir\n",
		"By ȺȺȺȺ":         "author: ȺȺȺȺ\n",
		"BY KKKK Demir":   "author: KKKK Demir\n",
		"Published by İİ": "publisher: İİ\n",
	} {
		if got := digestOf(t, byline+"\n\nRufus Firefly said that talks had failed."); !strings.Contains(got, want) {
			t.Errorf("%s became\n%s", byline, got)
		}
	}
	for _, before := range []string{"İ", "ȺȺ", "İİK", "K"} {
		got := digestOf(t, "Rufus Firefly said that talks had failed at "+before+". Inputs from AFP.")
		if !strings.Contains(got, "credit: Inputs from AFP\n") || !strings.Contains(got, "> Talks had failed at "+before+".\n") {
			t.Errorf("%s became\n%s", before, got)
		}
	}
}

func TestAProposedActorHasTheNameOfTheArticle(t *testing.T) {
	for _, name := range []string{"Ada Klim", "Ada K\U0001d165lim", "Ada Klímová"} {
		draft, err := intake.Article([]byte("Talks at the river\n\n9 March 2031\n\nSylvania’s foreign minister, "+name+", said: “The talks have failed.”\n"),
			intake.ArticleOptions{Language: "en", Actors: archived(t, nil).Actors})
		if err != nil {
			t.Fatal(err)
		}
		var actors []*dossier.Actor
		for _, a := range archived(t, filesOf(draft)).Actors {
			if a.Doc != nil && strings.Contains(a.Doc.Path, "content/actors/ad") {
				actors = append(actors, a)
			}
		}
		if len(actors) != 1 || actors[0].Name != name || len(actors[0].Posts) != 1 || actors[0].Posts[0].Role != "foreign minister" {
			t.Errorf("%q: %q", name, filesOf(draft))
		}
	}
}

func TestAReportThatBreaksOffIsNoStatement(t *testing.T) {
	got := digestOf(t, "Rufus Firefly told all the reporters that.")
	if strings.Contains(got, "\n> ") || !strings.Contains(got, "- Rufus Firefly told all the reporters that.\n") {
		t.Error(got)
	}
}

// The capital behind an apostrophe goes on with a name; an s ends one, and any other letter a verb.
func TestANameWithAnApostropheIsWhole(t *testing.T) {
	for text, want := range map[string]string{
		"“A new dawn is near us all,” said Rufus O'Klim of Ostberg.":        "Rufus O'Klim",
		"“A new dawn is near us all,” said Rufus O’Klim of Ostberg.":        "Rufus O’Klim",
		"Rufus D'Ostberg said that talks had failed.":                       "Rufus D'Ostberg",
		"L'envoy of l'Ostria, Anna Ostra, said that talks had failed.":      "Anna Ostra",
		"Rufus O'Klim's envoy, Anna Ostra, said that talks had not failed.": "Anna Ostra",
	} {
		if got := digestOf(t, text); !strings.Contains(got, "— [["+want+"]]") {
			t.Errorf("%s became\n%s", text, got)
		}
	}
}
