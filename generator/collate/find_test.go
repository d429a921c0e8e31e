package collate_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"demarche/generator/collate"
)

var all = strings.Join([]string{gazette, kurier, sahifa, itonut, bao, shinbun, freiheit, lignes, paragraph}, "\n\n")

// TestWhatIsCutFromATextIsFound quotes stretches of a text, leaves words out of
// their middle and marks that.
func TestWhatIsCutFromATextIsFound(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := strings.Fields(strings.NewReplacer("…", " ", "[", "", "]", "").Replace(all))
	text := collate.New(strings.Join(words, " "))
	for range 3000 {
		from := random.IntN(len(words) - 12)
		cut := words[from : from+3+random.IntN(9)]
		quotation := strings.Join(cut, " ")
		if gap := 2 + random.IntN(4); len(cut) > 6 && utf8.RuneCountInString(cut[gap]) < 10 { // Chinese has no spaces
			quotation = strings.Join(cut[:gap], " ") + " […] " + strings.Join(cut[gap+1:], " ")
		}
		if r := text.Find(quotation); collate.HasWords(quotation) && !r.Found {
			t.Fatalf("%q: %+v", quotation, r)
		}
	}
}

// TestWithALetterChangedNothingIsFound changes one letter of what a text holds.
func TestWithALetterChangedNothingIsFound(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	words := strings.Fields(strings.NewReplacer("…", " ", "[", "", "]", "").Replace(all))
	text := collate.New(strings.Join(words, " "))
	for range 3000 {
		from := random.IntN(len(words) - 12)
		quotation := []rune(strings.Join(words[from:from+3+random.IntN(9)], " "))
		at := random.IntN(len(quotation))
		if !unicode.IsLetter(quotation[at]) || quotation[at] == 'ـ' {
			continue
		}
		quotation[at] = 'ʘ' // a letter that no text here has
		r := text.Find(string(quotation))
		if r.Found {
			t.Fatalf("%q is found", string(quotation))
		}
		if r.Nearest != "" && r.Wrote == "" {
			t.Fatalf("%q: %+v does not tell of the letter", string(quotation), r)
		}
	}
}

// FuzzFind looks for any quotation in any text. Nothing may panic, a quotation that holds no
// bracket and no ellipsis is found in itself, and what is not found is told.
// Ten minutes: go test -fuzz FuzzFind -fuzztime 10m ./generator/collate
func FuzzFind(f *testing.F) {
	for _, r := range rules {
		f.Add(r.text, r.quotation)
	}
	f.Fuzz(func(t *testing.T, text, quotation string) {
		x := collate.New(text)
		r := x.Find(quotation)
		if r.Found && (r.Nearest != "" || r.Apart || r.Costly) {
			t.Errorf("found, and %+v", r)
		}
		collate.Denies(quotation)
		collate.Around(quotation)
		collate.Joins(quotation)
		for _, quoted := range collate.Quoted(quotation) {
			if !strings.Contains(quotation, quoted) {
				t.Errorf("%q is not in %q", quoted, quotation)
			}
		}
		if fragment := string(collate.AppendFragment(nil, quotation)); strings.ContainsAny(fragment, "&#\"'<> \n") || !utf8.ValidString(fragment) {
			t.Errorf("%q has the fragment %q", quotation, fragment)
		}
		plain := strings.NewReplacer("[", "", "]", "", "…", "", "⋯", "", "‥", "", ".", "", "\n", " ").Replace(quotation)
		if collate.HasWords(plain) && !collate.New(plain).Find(plain).Found {
			t.Errorf("%q is not found in itself", plain)
		}
	})
}
