package slug

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestMake(t *testing.T) {
	for text, want := range map[string]string{
		"Maria Example":               "maria-example",
		"2025-06-19-sylvania-warns":   "2025-06-19-sylvania-warns",
		"Côte d’Ivoire":               "cote-d-ivoire",
		"  --Straße / Łódź.. ":        "strasse-lodz",
		"STRAẞE":                      "strasse",
		"Ærø, Đà Nẵng, Þór, Iğdır":    "aero-da-nang-thor-igdir",
		"İstanbul":                    "istanbul",
		"Åland Å":                     "aland-a", // the second is the sign of a unit
		"ﬁnland Ａ Ⅳ":                  "finland-a-iv",
		"e\u0301te\u0301":             "ete",
		"Сергей Йод":                  "сергей-йод",
		"Серге\u0438\u0306":           "сергей",
		"ΣΟΦΟΣ Ἀθῆναι":                "σοφοσ-ἀθῆναι",
		"حِزب الله":                   "حِزب-الله",
		"می\u200cخواهم":               "میخواهم",
		"בְּרֵאשִׁית":                 norm.NFC.String("בְּרֵאשִׁית"),
		"हिन्दी क\u094d\u200dष":       "हिन्दी-क्ष",
		"中华人民共和国 外交部":                 "中华人民共和国-外交部",
		"조선민주주의인민공화국":                 "조선민주주의인민공화국",
		"コーヒー":                        "コーヒー",
		"ประเทศไทยคำ":                 "ประเทศไทยคำ",
		"\u202eabc\u202c\ufeffd":      "abcd",
		"٢٠٢٥ year":                   "٢٠٢٥-year",
		"Hawaiʻi":                     "hawai-i",
		"1️⃣ x²":                      "1-x",
		"a\x00b\xffc":                 "a-b-c",
		"../../etc/passwd":            "etc-passwd",
		"…—!":                         "",
		"":                            "",
		"\u0301\u094d":                "",
		"R2-D2 & the_rest":            "r2-d2-the-rest",
		"Azərbaycan Respublikası":     "azerbaycan-respublikasi",
		"Nagorno‑Karabakh\u00adville": "nagorno-karabakhville",
	} {
		if got := Make(text); got != want {
			t.Errorf("Make(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestMakeCutsAtHyphenElseBetweenCharacters(t *testing.T) {
	word := strings.Repeat("a", 150)
	for text, want := range map[string]string{
		word + " " + word:                                     word,
		strings.Repeat("b", 200) + " c":                       strings.Repeat("b", 200),
		strings.Repeat("b", 199) + " c":                       strings.Repeat("b", 199),
		strings.Repeat("d", 300):                              strings.Repeat("d", 200),
		strings.Repeat("中", 100):                              strings.Repeat("中", 66),
		"а" + strings.Repeat("\u0301", 1000):                  "а" + strings.Repeat("\u0301", maxMarks),
		strings.Repeat("x-", 5000):                            strings.TrimSuffix(strings.Repeat("x-", 100), "-"),
		"क" + strings.Repeat("\u094d\u034f\u0301\u200d", 500): "क" + strings.Repeat("\u094d", maxMarks/2) + strings.Repeat("\u0301", maxMarks/2), // in canonical order,
	} {
		if got := Make(text); got != want {
			t.Errorf("Make(%.20q…) = %q, want %q", text, got, want)
		}
	}
}

func TestMakeOfSlugDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Make("2025-06-19-sylvania-warns-freedonia") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// valid says whether text is already a slug.
func valid(text string) bool { return text != "" && Make(text) == text }

func TestASlugStaysAsItIs(t *testing.T) {
	for text, want := range map[string]bool{
		"": false, "a": true, "a-b": true, "-a": false, "a-": false, "a--b": false, "A": false, "é": false, "e\u0301": false,
		"й": true, "и\u0306": false, "a/b": false, "..": false, "中文": true, strings.Repeat("a", 200): true, strings.Repeat("a", 201): false,
	} {
		if got := valid(text); got != want {
			t.Errorf("valid(%q) = %v", text, got)
		}
	}
}

func TestKeyJoinsSpellings(t *testing.T) {
	for _, same := range [][]string{
		{"The Republic of Freedonia", "republic-of-freedonia", "Republic of Freedonia", "the-republic-of-freedonia"},
		{"Élodie Müller", "Elodie Muller"},
		{"Сергей Ёлкин", "сергеи елкин"},
		{"حِزْب", "حزب", "حـــزب"},
		{"أحمد", "احمد"},
		{"בְּרֵאשִׁית", "בראשית"},
		{"ΟΔΥΣΣΕΥΣ", "Οδυσσεύς"},
		{"The", "the"},
		{"हिन्दी"},
		{"آقای کیانی", "آقاي كياني", "آقاى كيانى", "ﺁﻗﺎﯼ ﮐﯿﺎﻧﯽ", "اقای-کیانی"},
		{"مسئول", "مسيول"},
		{"Group 17", "Group ۱۷", "Group ١٧", "Group １７", "group-१७", "Ｇｒｏｕｐ 𝟭𝟳"},
		{"ガーナ", "ｶﾞｰﾅ"},
		{"عليه وسلم", "عليه وسلـم"},
	} {
		for _, name := range same {
			if Key(name) != Key(same[0]) || Key(name) == "" {
				t.Errorf("Key(%q) = %q, Key(%q) = %q", name, Key(name), same[0], Key(same[0]))
			}
		}
	}
	for _, other := range [][2]string{{"The", "Them"}, {"Theodora", "Odora"}, {"की", "क"}, {"カ", "ガ"}} {
		if Key(other[0]) == Key(other[1]) {
			t.Errorf("%q and %q have one key", other[0], other[1])
		}
	}
}

func TestDigitsStandInTens(t *testing.T) {
	for _, r := range unicode.Nd.R16 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%+v", r)
		}
	}
	for _, r := range unicode.Nd.R32 {
		if r.Stride != 1 || (r.Hi-r.Lo+1)%10 != 0 {
			t.Errorf("%+v", r)
		}
	}
	for zero, want := range map[rune]string{'٠': "a-0123456789", '𑄶': "a-0123456789"} {
		all := "a "
		for i := range rune(10) {
			all += string(zero + i)
		}
		if got := Key(all); got != want {
			t.Errorf("Key(%q) = %q", all, got)
		}
	}
}

func TestKeyOfASlugInASCIIDoesNotAllocate(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { Key("rufus-firefly-17") }); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestFirstWord(t *testing.T) {
	for text, want := range map[string]string{
		"Sylvania's army":   "Sylvania",
		"sylvania-Freedon":  "Sylvania",
		"élan vital":        "Élan",
		"e\u0301lan vital":  "E\u0301lan",
		"O’Brien":           "O",
		"G20 meets":         "G20",
		"R. Firefly":        "R",
		"中国外交部":             "中",
		"กิน":               "กิ",
		"हिन्दी भाषा":       "हिन्दी",
		"می\u200cخواهم که":  "می\u200cخواهم",
		"abc中":              "Abc",
		"حـزب":              "حـزب",
		" x":                "",
		"’x":                "",
		"":                  "",
		"\xff":              "",
		"росси\u0438\u0306": "Росси\u0438\u0306",
		"한국 정부":             "한국",
	} {
		word, size := FirstWord(text)
		if word != want || size > len(text) || (want == "") != (size == 0) {
			t.Errorf("FirstWord(%q) = %q, %d, want %q", text, word, size, want)
		}
	}
}

func TestFirstWordLeavesOnlyFirstLetterFree(t *testing.T) {
	for name, prose := range map[string]string{"the Hague": "The Hague", "Ångström": "ångström", "яна": "Яна"} {
		indexed, _ := FirstWord(name)
		found, _ := FirstWord(prose)
		if indexed != found {
			t.Errorf("%q stands under %q, prose finds %q", name, indexed, found)
		}
	}
	if word, _ := FirstWord("us"); word == "US" {
		t.Error("more than the first letter was raised")
	}
}

// TestEveryCharacter tries each character of Unicode between others, because a
// slug that changes when it is read again would move a published page.
func TestEveryCharacter(t *testing.T) {
	if testing.Short() {
		t.Skip("much work of one goroutine, in which the race detector has nothing to see")
	}
	for r := range unicode.MaxRune + 1 {
		if !unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.Cf) {
			continue
		}
		text := "a" + string(r) + "я" + string(r) + "\u0301\u0323" + string(r)
		s := Make(text)
		if Make(s) != s || Key(s) != Key(text) || !norm.NFC.IsNormalString(s) {
			t.Errorf("%U: Make(%+q) = %+q, again %+q", r, text, s, Make(s))
		}
	}
}

func FuzzMake(f *testing.F) {
	for _, seed := range []string{"", "Côte d’Ivoire", "ẞﬁŉ ǆ", "हिन्दी", "a\u0345Ά", "\u1fbc", "ᄀ\u1160\u11a8", "the the", "\xff", "Ꭰꭰ", "\u0130", "क\u094d\u034f"} {
		f.Add(seed)
	}
	f.Add("α" + strings.Repeat("\u0301\u0323", 40))
	f.Fuzz(func(t *testing.T, text string) {
		s := Make(text)
		if Make(s) != s {
			t.Fatalf("Make(%q) = %q = %+q, again %+q", text, s, s, Make(s))
		}
		if s != "" && !valid(s) {
			t.Fatalf("Make(%q) = %q is not valid", text, s)
		}
		if len(s) > MaxBytes || !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) {
			t.Fatalf("Make(%q) = %q: %d bytes", text, s, len(s))
		}
		if strings.Contains(s, "--") || strings.ContainsAny(s, "/. \\\x00%?#'\"<>&ABCXYZ") || strings.Trim(s, "-") != s {
			t.Fatalf("Make(%q) = %q", text, s)
		}
		if k := Key(text); k != Key(s) || (k == "") != (s == "") {
			t.Fatalf("Key(%q) = %q, of its slug %q", text, k, Key(s))
		}
		word, size := FirstWord(text)
		if size < 0 || size > len(text) || (word == "") != (size == 0) {
			t.Fatalf("FirstWord(%q) = %q, %d", text, word, size)
		}
		if same, n := FirstWord([]byte(text)); string(same) != word || n != size {
			t.Fatalf("FirstWord(%q) = %q, %d, and of its bytes %q, %d", text, word, size, same, n)
		}
		if again, n := FirstWord(word); again != word || n != len(word) {
			t.Fatalf("FirstWord(%q) = %q, %d", word, again, n)
		}
	})
}
