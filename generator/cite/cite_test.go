package cite

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"demarche/generator/edtf"
	"demarche/generator/escape"
)

func date(t testing.TB, text string) edtf.Date {
	t.Helper()
	if text == "" {
		return edtf.Date{}
	}
	d, err := edtf.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var firefly = Name{Whole: "Rufus T. Firefly", Family: "Firefly", Given: "Rufus T."}

// writer is one that writes an item.
func writer(it Item) *Writer {
	w := new(Writer)
	w.Cite(func(room *Item) { *room = it })
	return w
}

// styled are a citation in APA, Chicago and MLA, with "_" around what is in italics.
func styled(it Item) (styles [3]string) {
	w := writer(it)
	for i, write := range []func([]byte) ([]byte, Marks){w.AppendAPA, w.AppendChicago, w.AppendMLA} {
		out, marks := write([]byte("<"))
		italic := marks.Italic
		if styles[i] = string(out[1:]); italic.From < italic.To {
			styles[i] = string(out[1:italic.From]) + "_" + string(out[italic.From:italic.To]) + "_" + string(out[italic.To:])
		}
	}
	return styles
}

// reed is a statement that every format has something to say of.
func reed(t testing.TB) Item {
	return Item{
		Kind: Statement, Key: []byte("reply:not-a-reed"), Authors: []Name{firefly}, Title: []byte("Not a reed of it."), Words: true,
		Medium: []byte("Statement to Trentino"), Within: "Freedonia refuses", Site: "The marsh", Publisher: "Zenda University",
		Issued: date(t, "2031-03-09T14:30+01:00"), URL: []byte("https://marsh.example/digests/reply/not-a-reed/"), Lang: "en",
	}
}

func TestAStatementIsCitedInEachStyle(t *testing.T) {
	it := reed(t)
	for i, want := range []string{
		"Firefly, R. T. (2031, March 9). “Not a reed of it.” [Statement to Trentino]. In _Freedonia refuses._ The marsh. Zenda University. https://marsh.example/digests/reply/not-a-reed/",
		"Firefly, Rufus T. “Not a reed of it.” Statement to Trentino. In “Freedonia refuses.” The marsh. Zenda University. March 9, 2031. https://marsh.example/digests/reply/not-a-reed/.",
		"Firefly, Rufus T. “Not a reed of it.” Statement to Trentino. “Freedonia refuses,” _The marsh_, Zenda University, 9 Mar. 2031, https://marsh.example/digests/reply/not-a-reed/.",
	} {
		if got := styled(it)[i]; got != want {
			t.Errorf("style %d:\n%s\nwant\n%s", i, got, want)
		}
	}
	it.Words, it.Medium, it.Reported, it.Issued = false, []byte("Statement, paraphrased"), true, date(t, "2031-03~")
	if got := styled(it)[apa]; strings.Contains(got, "“") || !strings.Contains(got, "(2031, reported ca. March). Not a reed of it. [Statement, paraphrased]") {
		t.Errorf("a paraphrase is %s", got)
	}
}

func TestAPageAndARecordAreCited(t *testing.T) {
	page := Item{Title: []byte("Who wins?"), Site: "The marsh", Publisher: "The marsh", Issued: date(t, "2031"), URL: []byte("https://marsh.example/a/")}
	record := Item{Kind: Dataset, Title: []byte("The marsh"), Medium: []byte("Data set"), Authors: []Name{{Whole: "A. Scribe"}}}
	for _, c := range []struct {
		it   Item
		want [3]string
	}{
		{page, [3]string{"_Who wins?_ (2031). The marsh. https://marsh.example/a/", "“Who wins?” The marsh. 2031. https://marsh.example/a/.", "“Who wins?” _The marsh_, 2031, https://marsh.example/a/."}},
		{record, [3]string{"A. Scribe. (n.d.). _The marsh [Data set]._", "A. Scribe. “The marsh.” Data set. n.d.", "A. Scribe. “The marsh.” Data set."}},
	} {
		if got := styled(c.it); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// TestWhatIsWrittenFromRightToLeftIsIsolated lists the isolated parts of a citation: whole parts, without the signs that the style
// puts around them, and none that all goes from left to right.
func TestWhatIsWrittenFromRightToLeftIsIsolated(t *testing.T) {
	it := reed(t)
	it.Authors = append(it.Authors, Name{Whole: "وزیر مرداب", Family: "مرداب", Given: "وزیر"}, Name{Whole: "Łukasz"})
	it.Title, it.Within, it.Publisher = []byte("«یک “نی” هم نه 12» 34"), "The reed: נאום", "Éditions \u202ezenda"
	const medium = "Statement to کنسول"
	it.Medium = []byte(medium)
	wrote := [3][]string{
		{"مرداب, وزیر", "«یک ‘نی’ هم نه 12» 34", medium, "The reed: נאום", "Éditions \u202ezenda"},
		{"وزیر مرداب", "«یک ‘نی’ هم نه 12» 34", medium, "The reed: נאום", "Éditions \u202ezenda"},
		{"«یک ‘نی’ هم نه 12» 34", medium, "The reed: נאום", "Éditions \u202ezenda"}, // and no second author
	}
	w := writer(it)
	for i, write := range []func([]byte) ([]byte, Marks){w.AppendAPA, w.AppendChicago, w.AppendMLA} {
		out, marks := write([]byte("<"))
		var got []string
		for _, part := range marks.Isolated {
			got = append(got, string(out[part.From:part.To]))
		}
		if !slices.Equal(got, wrote[i]) {
			t.Errorf("style %d isolates %q, want %q", i, got, wrote[i])
		}
	}
	w = writer(reed(t))
	for i, write := range []func([]byte) ([]byte, Marks){w.AppendAPA, w.AppendChicago, w.AppendMLA} {
		if _, marks := write(nil); len(marks.Isolated) > 0 {
			t.Errorf("style %d isolates %v of what goes from left to right", i, marks.Isolated)
		}
	}
}

// TestAWriterKeepsNothingOfAnItemBefore has one writer write several items, of which the later ones have less.
func TestAWriterKeepsNothingOfAnItemBefore(t *testing.T) {
	items := []Item{reed(t), {Title: []byte("Who wins?"), Note: "seen"}, {}, reed(t)}
	items[0].Authors = append(items[0].Authors, Name{Whole: "\"Wen\"  Hui"})
	items[0].Title = []byte("“Not”  a {reed}\n\"of\" it.")
	var w Writer
	for _, it := range items {
		w.Cite(func(room *Item) {
			it.Key, it.Title, it.Medium = append(room.Key[:0], it.Key...), append(room.Title[:0], it.Title...), append(room.Medium[:0], it.Medium...)
			it.URL, it.Authors = append(room.URL[:0], it.URL...), append(room.Authors[:0], it.Authors...)
			*room = it
		})
		got, want := all(&w), all(writer(it))
		if got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
}

// all is an item in all formats.
func all(w *Writer) string {
	out, _ := w.AppendAPA(nil)
	out, _ = w.AppendChicago(append(out, '\n'))
	out, _ = w.AppendMLA(append(out, '\n'))
	return string(w.AppendCSL(w.AppendRIS(w.AppendBibTeX(append(out, '\n'))), "\n  "))
}

// TestATextIsCopiedOnlyIfNothingInItIsWrittenOtherwise holds what is known of a text to the functions that look at each sign of it.
func TestATextIsCopiedOnlyIfNothingInItIsWrittenOtherwise(t *testing.T) {
	quotes := strings.NewReplacer("“", "‘", "”", "’", "„", "‚", `"`, "'")
	signs := []string{" ", "a", "é", "—", "“", "”", "„", "‟", "…", "«", `"`, `\`, "{", "#", "\n", "\x7f", "\u0085", "\u2028", "\u2029", "\U0001f600", "\ufffd", "\xe2", "\x80", "\xff"}
	count := 0
	for _, a := range append(signs, "") {
		for _, b := range append(signs, "") {
			for _, c := range signs {
				raw := a + b + c
				text := newText([]byte(raw))
				for got, want := range map[string]string{
					"line " + string(text.line(nil)):     "line " + string(appendLine(nil, raw)),
					"nested " + string(text.nested(nil)): "nested " + string(appendLine(nil, quotes.Replace(raw))),
					"tex " + string(text.tex(nil)):       "tex " + string(appendTeX(nil, raw)),
					"json " + string(text.json(nil)):     "json " + string(escape.Quote(nil, escape.JSON, raw)),
				} {
					if got != want {
						t.Errorf("%q is %q, want %q", raw, got, want)
					}
				}
				if text.has == 0 || text.has == blank || text.has == wide {
					count++
				}
			}
		}
	}
	if count < 100 {
		t.Errorf("only %d texts are copied", count)
	}
}

// TestACitationIsPunctuatedAsItsManualHasIt looks at the date that begins a sentence, and at words without a mark at their end.
func TestACitationIsPunctuatedAsItsManualHasIt(t *testing.T) {
	for _, c := range []struct {
		words, date string
		reported    bool
		want        [3]string
	}{
		{"We saw the link", "../2013-01-10", false, [3]string{"(2013, by January 10). “We saw the link” [Statement]. In", "“We saw the link.” Statement. In “Talks.” The marsh. By January 10, 2013.", "“We saw the link.” Statement. “Talks,” _The marsh_, by 10 Jan. 2013."}},
		{"We saw ‘the link’", "2013-01-20", true, [3]string{"(2013, reported January 20). “We saw ‘the link’” [Statement]. In", "“We saw ‘the link.’” Statement. In “Talks.” The marsh. Reported January 20, 2013.", "“We saw ‘the link.’” Statement. “Talks,” _The marsh_, reported 20 Jan. 2013."}},
		{"The sailors’", "2013~", false, [3]string{"(ca. 2013). “The sailors’” [Statement]. In", "“The sailors’.” Statement. In “Talks.” The marsh. Ca. 2013.", "“The sailors’.” Statement. “Talks,” _The marsh_, ca. 2013."}},
		{"Really?", "2013-01/..", false, [3]string{"(2013, since January). “Really?” [Statement]. In", "“Really?” Statement. In “Talks.” The marsh. Since January 2013.", "“Really?” Statement. “Talks,” _The marsh_, since Jan. 2013."}},
		{"We left…", "2013-01", true, [3]string{"(2013, reported January). “We left…” [Statement]. In", "“We left…” Statement. In “Talks.” The marsh. Reported January 2013.", "“We left…” Statement. “Talks,” _The marsh_, reported Jan. 2013."}},
	} {
		it := Item{Kind: Statement, Authors: []Name{firefly}, Title: []byte(c.words), Words: true, Medium: []byte("Statement"), Within: "Talks", Site: "The marsh", Issued: date(t, c.date), Reported: c.reported}
		for i, got := range styled(it) {
			if !strings.Contains(got, c.want[i]) {
				t.Errorf("%s in style %d: %s, want %s", c.words, i, got, c.want[i])
			}
		}
	}
	bare := Item{Title: []byte("Talks"), Issued: date(t, "2013~")}
	if got := styled(bare)[mla]; got != "“Talks.” Ca. 2013." {
		t.Errorf("a date that follows a sentence is %s", got)
	}
}

// TestBibTeXAndBibLaTeXPrintWhereItIs: BibLaTeX prints organization and url of what is online, the classic styles of BibTeX howpublished.
func TestBibTeXAndBibLaTeXPrintWhereItIs(t *testing.T) {
	it := reed(t)
	it.URL = []byte("https://marsh.example/a_b/#v=50%25~x")
	bib := string(writer(it).AppendBibTeX(nil))
	for _, want := range []string{"@online{", "\n  organization = {{The marsh, Zenda University}},", `
  howpublished = {{The marsh, Zenda University, https://marsh.example/a\_b/\#v=50\%25\textasciitilde{}x}},`, "\n  url = {https://marsh.example/a_b/#v=50%25~x},", "\n  year = {2031},\n  month = mar,\n  date = {2031-03-09},"} {
		if !strings.Contains(bib, want) {
			t.Errorf("there is no %s in\n%s", want, bib)
		}
	}
	bare := string(writer(Item{Key: []byte("k"), Title: []byte("t"), Authors: []Name{{Whole: "李文", Family: "李", Given: "文"}}}).AppendBibTeX(nil))
	if bare != "@online{k,\n  author = {{李文}},\n  title = {{t}}\n}\n" {
		t.Errorf("got %s", bare)
	}
}

func TestNamesAreInvertedOnlyByTheirParts(t *testing.T) {
	marshal := Name{Whole: "Wen Hui", Family: "Wen", Given: "Hui"}
	state := Name{Whole: "Republic of Freedonia"}
	envoy := Name{Whole: "Jean-Luc d'Elbonie", Family: "d'Elbonie", Given: "Jean-Luc"}
	mononym := Name{Whole: "Chicolini", Family: "Chicolini"}
	for _, c := range []struct {
		names []Name
		want  [3]string
	}{
		{nil, [3]string{"", "", ""}},
		{[]Name{state}, [3]string{"Republic of Freedonia", "Republic of Freedonia", "Republic of Freedonia"}},
		{[]Name{marshal}, [3]string{"Wen, H.", "Wen Hui", "Wen Hui"}},
		{[]Name{state, marshal}, [3]string{"Republic of Freedonia, & Wen, H.", "Republic of Freedonia and Wen Hui", "Republic of Freedonia and Wen Hui"}},
		{[]Name{marshal, state, envoy}, [3]string{"Wen, H., Republic of Freedonia, & d'Elbonie, J.-L.", "Wen Hui, Republic of Freedonia, and Jean-Luc d'Elbonie", "Wen Hui et al."}},
		{[]Name{{Whole: "李文", Family: "李", Given: "文"}, firefly}, [3]string{"李文, & Firefly, R. T.", "李文 and Rufus T. Firefly", "李文 and Rufus T. Firefly"}},
		{[]Name{{Whole: "김 철", Family: "김", Given: "철"}}, [3]string{"김 철", "김 철", "김 철"}},
		{[]Name{{Whole: "さとう 花", Family: "さとう", Given: "花"}}, [3]string{"さとう 花", "さとう 花", "さとう 花"}},
		{[]Name{mononym}, [3]string{"Chicolini", "Chicolini", "Chicolini"}},
		{[]Name{firefly, envoy}, [3]string{"Firefly, R. T., & d'Elbonie, J.-L.", "Firefly, Rufus T., and Jean-Luc d'Elbonie", "Firefly, Rufus T., and Jean-Luc d'Elbonie"}},
		{[]Name{envoy, marshal, state}, [3]string{"d'Elbonie, J.-L., Wen, H., & Republic of Freedonia", "d'Elbonie, Jean-Luc, Wen Hui, and Republic of Freedonia", "d'Elbonie, Jean-Luc, et al."}},
		{[]Name{{Whole: "علی رضایی", Family: "رضایی", Given: "علی"}}, [3]string{"رضایی, علی", "رضایی, علی", "رضایی, علی"}},
	} {
		for s, want := range c.want {
			if got := string(writer(Item{Authors: c.names}).appendAuthors(nil, style(s))); got != want {
				t.Errorf("style %d: %q, want %q", s, got, want)
			}
		}
	}
	many := make([]Name, 30)
	for i := range many {
		many[i] = Name{Whole: string(rune('A' + i))}
	}
	if got := string(writer(Item{Authors: many}).appendAuthors(nil, apa)); !strings.HasSuffix(got, "R, S, … ^") || strings.Count(got, ",") != 19 {
		t.Errorf("thirty are %s", got)
	}
	if got := string(writer(Item{Authors: many}).appendAuthors(nil, chicago)); got != "A, B, C, D, E, F, G, et al." {
		t.Errorf("thirty are %s", got)
	}
}

// vagueDates are dates with what each format says of them.
var vagueDates = []struct{ date, apa, chicago, mla, csl, bib, ris string }{
	{"", "", "", "", "", "", ""},
	{"2031", "2031", "2031", "2031", `{"date-parts":[[2031]]}`, "year = {2031} date = {2031}", "2031///"},
	{"2031-03", "2031, March", "March 2031", "Mar. 2031", `{"date-parts":[[2031,3]]}`, "year = {2031} month = mar date = {2031-03}", "2031/03//"},
	{"2031-03-09", "2031, March 9", "March 9, 2031", "9 Mar. 2031", `{"date-parts":[[2031,3,9]]}`, "year = {2031} month = mar date = {2031-03-09}", "2031/03/09/"},
	{"2031-03-XX", "2031, March", "March 2031", "Mar. 2031", `{"date-parts":[[2031,3]]}`, "year = {2031} month = mar date = {2031-03-XX}", "2031/03//"},
	{"2031-03-09~", "2031, ca. March 9", "ca. March 9, 2031", "ca. 9 Mar. 2031", `{"date-parts":[[2031,3,9]],"circa":true}`, "year = {2031} month = mar date = {2031-03-09~} note = {dated ca. March 9, 2031}", "2031/03/09/ca. 9 Mar. 2031"},
	{"2031?", "2031?", "2031?", "2031?", `{"date-parts":[[2031]],"circa":true}`, "year = {2031} date = {2031?} note = {dated 2031?}", "2031///2031?"},
	{"203X", "2030s", "2030s", "2030s", `{"date-parts":[[2030],[2039]]}`, "year = {2030--2039} date = {203X} note = {dated 2030s}", "///2030s"},
	{"2031-03-07/2031-03-09", "2031, March 7–9", "March 7–9, 2031", "7–9 Mar. 2031", `{"date-parts":[[2031,3,7],[2031,3,9]]}`, "year = {2031} month = mar date = {2031-03-07/2031-03-09} note = {dated March 7–9, 2031}", "2031/03/07/7–9 Mar. 2031"},
	{"2030/2031-03", "2030–2031, March", "2030–March 2031", "2030–Mar. 2031", `{"date-parts":[[2030],[2031,3]]}`, "year = {2030--2031} date = {2030/2031-03} note = {dated 2030–March 2031}", "2030///2030–Mar. 2031"},
	{"../2031-03-09", "2031, by March 9", "by March 9, 2031", "by 9 Mar. 2031", `{"literal":"by March 9, 2031"}`, "year = {by 2031} note = {dated by March 9, 2031}", "///by 9 Mar. 2031"},
	{"2031-03/..", "2031, since March", "since March 2031", "since Mar. 2031", `{"literal":"since March 2031"}`, "year = {since 2031} note = {dated since March 2031}", "///since Mar. 2031"},
	{"-004X", "50–41 BC", "50–41 BC", "50–41 BC", `{"date-parts":[[-50],[-41]]}`, "year = {50 BC--41 BC} date = {-004X} note = {dated 50–41 BC}", "///50–41 BC"},
	{"-0043", "44 BC", "44 BC", "44 BC", `{"date-parts":[[-44]]}`, "year = {44 BC} date = {-0043} note = {dated 44 BC}", "///44 BC"},
}

func TestVagueDatesComeOutAsVagueAsTheyAre(t *testing.T) {
	for _, c := range vagueDates {
		w := writer(Item{Key: []byte("k"), Title: []byte("t"), Issued: date(t, c.date)})
		for s, want := range map[style]string{apa: c.apa, chicago: c.chicago, mla: c.mla} {
			if got := string(appendDate(nil, s, w.issued, "")); got != want {
				t.Errorf("%s in style %d: %q, want %q", c.date, s, got, want)
			}
		}
		var read struct{ Issued json.RawMessage }
		if err := json.Unmarshal(w.AppendCSL(nil, ""), &read); err != nil || string(read.Issued) != c.csl {
			t.Errorf("%s in CSL: %s, want %s (%v)", c.date, read.Issued, c.csl, err)
		}
		_, bib, _ := strings.Cut(string(w.AppendBibTeX(nil)), "{{t}}")
		if got := strings.TrimSuffix(strings.ReplaceAll(strings.TrimPrefix(bib, ",\n  "), ",\n  ", " "), "\n}\n"); got != c.bib {
			t.Errorf("%s in BibTeX: %q, want %q", c.date, got, c.bib)
		}
		_, ris, _ := strings.Cut(string(w.AppendRIS(nil)), "DA  - ")
		if ris, _, _ = strings.Cut(ris, "\n"); ris != c.ris {
			t.Errorf("%s in RIS: %q, want %q", c.date, ris, c.ris)
		}
	}
}

func TestALanguageIsNamedAsBabelNamesIt(t *testing.T) {
	for tag, want := range map[string]string{
		"fa": "persian", "fa-AF": "persian", "en": "english", "EN": "english", "en-GB": "british", "en-gb": "british", "en-US": "american", "en-IN": "british", "en-NG": "english", "en-GB-oxendict": "british",
		"de": "ngerman", "de-1901": "german", "de-1996": "ngerman", "de-AT": "naustrian", "pt": "portuguese", "pt-BR": "brazilian", "nb": "norsk", "zh": "chinese", "zh-Hant": "chinese-traditional", "zh-Hant-TW": "chinese-traditional", "zh-TW": "chinese-traditional", "ku": "northernkurdish", "az-Latn-AZ": "azerbaijani",
		"sr": "serbianc", "sr-Latn-ME": "serbian", "fa-u-nu-latn": "persian", "sr-Latn-u-nu-latn": "serbian", "az-Cyrl-u-nu-latn": "", "en-x-latn": "english", "en-GB-u": "british", "az-Cyrl": "", "az-Arab-IQ": "", "tlh": "", "x-marsh": "", "": "", "e": "", "-": "", "en\n": "", "fa} x = {": "",
	} {
		bib := string(writer(Item{Key: []byte("k"), Title: []byte("t"), Lang: tag}).AppendBibTeX(nil))
		if got := strings.Contains(bib, "langid"); got != (want != "") || got && !strings.Contains(bib, ",\n  langid = {"+want+"}\n") {
			t.Errorf("%q, want %q:\n%s", tag, want, bib)
		}
	}
}

func TestNoTextEndsItsField(t *testing.T) {
	for _, text := range []string{
		`}} \end{document} $x$ & % # _ ~ ^ {`, "a\nER  - \nTY  - JOUR\nAU  - Nobody", "a  - b", `"}],[{"id":"x"`, "\\\"\x00\x1f\u2028\u2029\u0085", "\xff\xfe", "a, b; c and d", "“a” \"b\"", "%00 {{.}}",
	} {
		it := Item{
			Kind: Statement, Key: []byte("k"), Authors: []Name{{Whole: text}, {Whole: text, Family: text, Given: text}}, Title: []byte(text), Words: true, Medium: []byte(text),
			Within: text, Site: text, Publisher: text + "!", URL: []byte("https://a.example/{" + strings.ToValidUTF8(text[:1], "")), Lang: text, Note: text,
		}
		w := writer(it)
		var csl struct {
			Title  string
			Author []struct{ Literal, Family, Given string }
		}
		if err := json.Unmarshal(w.AppendCSL(nil, "\n  "), &csl); err != nil || csl.Title != strings.ToValidUTF8(strings.ReplaceAll(text, "\xff\xfe", "\uFFFD\uFFFD"), "") || len(csl.Author) != 2 {
			t.Errorf("CSL of %q: %q, %v", text, csl.Title, err)
		}
		if err := checkBibTeX(string(w.AppendBibTeX(nil))); err != "" {
			t.Errorf("BibTeX of %q: %s in\n%s", text, err, w.AppendBibTeX(nil))
		}
		for i, line := range strings.Split(strings.TrimSuffix(string(w.AppendRIS(nil)), "\n"), "\n") {
			tag, value, found := strings.Cut(line, "  - ")
			if !found || len(tag) != 2 || strings.Contains(value, "  - ") || (tag == "TY") != (i == 0) {
				t.Errorf("RIS of %q: %q", text, line)
			}
		}
		for _, text := range styled(it) {
			if strings.ContainsAny(text, "\n\x00\x1f\u2028") {
				t.Errorf("in more than a line: %q", text)
			}
		}
	}
}

// checkBibTeX reads an entry as BibTeX does: by its braces, of which those behind a backslash
// count too.
func checkBibTeX(entry string) string {
	depth := 0
	for i := 0; i < len(entry); i++ {
		switch entry[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 && i < len(entry)-2 {
				return "it ends before its end"
			}
		}
	}
	if depth != 0 {
		return "its braces are not closed"
	}
	return ""
}
