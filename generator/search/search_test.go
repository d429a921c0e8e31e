package search

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestWordsAreWithoutCaseAccentsPointsAndVariants(t *testing.T) {
	for text, want := range map[string]string{
		"":                         "",
		"The Envoy’s reply: “No.”": "the envoy s reply no",
		"Élysée, Đurđević, Łódź, Straße":               "elysee durdevic lodz strasse",
		"Sæther, Œuvre, Þór, Ørn, Əliyev, Ŋoto, Ŧorne": "saether oeuvre thor orn eliyev ngoto torne",
		"ΟΔΟΣ":               "οδοσ",
		"İstanbul ısrar":     "istanbul israr",
		"ﬁnal ２０２５":          "final 2025",
		"علي على، كتاب کتاب": "علي علي كتاب كتاب",
		"می\u200cشود ۱۴۰۴":   "ميشود 1404",
		"مُحَمَّد مـحـمـد":   "محمد محمد",
		"שָׁלוֹם":            "שלום",
		"हिन्दी":             "हिन्दी",
		"外交部 said":           "外交 交部 部 said",
		"UN安全":               "un 安全 全",
		"ガス":                 "ガス ス",
		"soft\u00adware":     "software",
	} {
		var got []string
		for w := range Words(text) {
			got = append(got, w)
		}
		if g := strings.Join(got, " "); g != want {
			t.Errorf("Words(%q) = %q, want %q", text, g, want)
		}
	}
}

func TestALongWordIsCutByCharacters(t *testing.T) {
	for word := range Words(strings.Repeat("ж", 200)) {
		if want := strings.Repeat("ж", longest); word != want {
			t.Errorf("%q", word)
		}
	}
}

func TestAWordIsReadTheSameEachTime(t *testing.T) {
	var many strings.Builder
	for i := range mostForeign + 10 {
		fmt.Fprintf(&many, "É%d ", i)
	}
	long := strings.Repeat("外", longestForeign) + " "
	for _, text := range []string{"Élysée’s Élysée’s ", long + long, many.String() + many.String()} {
		words := slices.Collect(Words(text))
		if half := len(words) / 2; half == 0 || !slices.Equal(words[:half], words[half:]) {
			t.Errorf("%.20q… is read as %.20q", text, words)
		}
	}
}

func TestOfForeignWordsSoManyAreRemembered(t *testing.T) {
	var f folder
	for i := range 3 * mostForeign {
		for range f.words(fmt.Appendf(nil, "É%d %s", i, strings.Repeat("外", longestForeign+i%2))) {
		}
		if len(f.foreign) > mostForeign {
			t.Fatalf("%d words are remembered", len(f.foreign))
		}
	}
	for word := range f.foreign {
		if len(word) > longestForeign {
			t.Errorf("%q is remembered", word)
		}
	}
}

// invented makes documents of invented words, some of which stand in nearly all.
func invented(n int, seed uint64) []plainDocument {
	random := rand.New(rand.NewPCG(seed, 1))
	syllables := []string{"ka", "ro", "mi", "sel", "dra", "no", "vi", "tan", "é", "ж"}
	vocabulary := make([]string, 4000)
	for i := range vocabulary {
		for range 2 + random.IntN(3) {
			vocabulary[i] += syllables[random.IntN(len(syllables))]
		}
	}
	docs := make([]plainDocument, n)
	for i := range docs {
		var texts []string
		for range 1 + random.IntN(2) {
			var words []string
			for range 1 + random.IntN(40) {
				words = append(words, vocabulary[int(float64(len(vocabulary))*random.Float64()*random.Float64()*random.Float64())])
			}
			texts = append(texts, strings.Join(words, " "))
		}
		docs[i] = plainDocument{
			texts:  texts,
			tags:   []string{"act=" + syllables[random.IntN(3)], "form=verbatim"},
			day:    fmt.Sprintf("2025-%02d-%02d", 1+i*12/n, 1+i*12%n*28/n),
			record: fmt.Sprintf(`{"n":%d}`, i),
		}
	}
	return docs
}

// wordsOf are the words of each text of each document.
func wordsOf(docs []plainDocument) [][][]string {
	all := make([][][]string, len(docs))
	for i, d := range docs {
		for _, text := range d.texts {
			all[i] = append(all[i], slices.Collect(Words(text)))
		}
	}
	return all
}

// scan finds documents by looking at the words of all of them.
func scan(docs [][][]string, is func(words []string) bool) (found []int) {
	for i, texts := range docs {
		if slices.ContainsFunc(texts, is) {
			found = append(found, i)
		}
	}
	return found
}

func TestTheIndexFindsWhatAScanFinds(t *testing.T) {
	docs := invented(3000, 7)
	f := build(t, docs)
	root := f.root()
	if root.Docs != len(docs) || len(root.Words) < 4 || len(root.Pairs) < 4 || len(root.Prefixes) == 0 {
		t.Fatalf("too small to try all: %d documents, %d, %d and %d parts", root.Docs, len(root.Words), len(root.Pairs), len(root.Prefixes))
	}
	read := wordsOf(docs)
	for i := range 25 {
		words := read[i*70][0]
		word := words[len(words)/2]
		if got, want := f.find(root.Words, word), scan(read, func(w []string) bool { return slices.Contains(w, word) }); !slices.Equal(got, want) {
			t.Fatalf("%q: found %v, want %v", word, got, want)
		}
		for n, r := range word {
			prefix := word[:n+len(string(r))]
			got, want := f.prefix(root, prefix), scan(read, func(w []string) bool {
				return slices.ContainsFunc(w, func(s string) bool { return strings.HasPrefix(s, prefix) })
			})
			if !slices.Equal(got, want) {
				t.Fatalf("%q*: found %d, want %d", prefix, len(got), len(want))
			}
		}
		if len(words) < 2 {
			continue
		}
		got, want := f.pair(root, words[0], words[1]), scan(read, func(w []string) bool {
			for i := 1; i < len(w); i++ {
				if w[i-1] == words[0] && w[i] == words[1] {
					return true
				}
			}
			return false
		})
		if !slices.Equal(got, want) {
			t.Fatalf("%q %q: found %v, want %v", words[0], words[1], got, want)
		}
	}
	if got := f.find(root.Tags, "form=verbatim"); len(got) != len(docs) {
		t.Errorf("a tag of all finds %d", len(got))
	}
	if got := f.find(root.Words, "nothing"); got != nil {
		t.Errorf("a word of none finds %v", got)
	}
}

func TestEveryRecordIsWhereItsNumberSays(t *testing.T) {
	docs := invented(2100, 8)
	f := build(t, docs)
	for i := range docs {
		var directory []string
		f.json(f.root().Records[i/1024], &directory)
		var records []struct{ N int }
		f.json(directory[i%1024/16], &records)
		if records[i%16].N != i {
			t.Fatalf("document %d has the record of %d", i, records[i%16].N)
		}
	}
}

func TestTheSameDocumentsGiveTheSameFiles(t *testing.T) {
	a, b := build(t, invented(700, 9)), build(t, invented(700, 9))
	if len(a.all) != len(b.all) {
		t.Fatalf("%d and %d files", len(a.all), len(b.all))
	}
	for name, data := range a.all {
		if string(b.all[name]) != string(data) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestOneMoreDocumentLeavesMostFilesAsTheyWere(t *testing.T) {
	docs := invented(6000, 10)
	more := append(slices.Clone(docs), plainDocument{texts: []string{"karo mi dra sel"}, record: "1"})
	before, after := build(t, docs), build(t, more)
	same := 0
	for name := range after.all {
		if _, ok := before.all[name]; ok {
			same++
		}
	}
	if same < len(after.all)*9/10 {
		t.Errorf("%d of %d files are as they were", same, len(after.all))
	}
}

func TestAnEmptyIndexIsOne(t *testing.T) {
	r := build(t, nil).root()
	if r.Docs != 0 || r.Words == nil || r.Records == nil {
		t.Errorf("%+v", r)
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"The envoy", "Élysée", "می\u200cشود", "外交部 said", "\xff", "\xf2É", "İ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for w := range Words(text) {
			if w == "" || strings.ContainsAny(w, " =.,") {
				t.Errorf("%q is no word", w)
			}
			again := slices.Collect(Words(w))
			if len([]rune(w)) < longest && (len(again) == 0 || again[0] != w) {
				t.Errorf("%q is read as %q", w, again)
			}
		}
	})
}

func BenchmarkIndex(b *testing.B) {
	docs := invented(5000, 11)
	plain := strings.NewReplacer("é", "e", "ж", "zh", "karo", "karo’s")
	size := 0
	for _, d := range docs {
		for i, t := range d.texts {
			d.texts[i] = plain.Replace(t)
			size += len(d.texts[i])
		}
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		x := New(func(string, []byte) error { return nil })
		for _, d := range docs {
			if err := x.Add(d.document(x)); err != nil {
				b.Fatal(err)
			}
		}
		if err := x.Finish(); err != nil {
			b.Fatal(err)
		}
	}
}
