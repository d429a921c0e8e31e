package resolve_test

import (
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
)

func TestOnlyVerbatimWordsAreInTheLanguageOfTheSource(t *testing.T) {
	for words, want := range map[string]string{
		"“The marsh is ours.”":       "en",
		"باتلاق از آنِ آنان است.":    "fa",
		"باتلاق «از آنِ ما» نیست.":   "fa",
		"«باتلاق.»\n>\n> > “Marsh.”": "fa",
	} {
		text := "---\ntitle: Talks\ndate: 2031-03-08\nlang: fa\nsources: [{title: Notes, lang: en}]\n---\n\n> " + words + "\n>\n> — [[Freedonia]] ^words\n"
		doc := parse.File(source.New("content/digests/talks.md", []byte(text)), parse.Options{})
		archive, _ := resolve.All([]*dossier.Doc{doc}, resolve.Options{})
		if got := archive.Statements; len(got) != 1 || got[0].Lang != want {
			t.Errorf("%q: got %v, want one statement in %q", words, got, want)
		}
	}
}
