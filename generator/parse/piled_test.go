package parse

import (
	"strings"
	"testing"

	"demarche/generator/source"
)

const heap = "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"

// TestPiledMarksAreTold writes a letter with eleven marks in every place of which the text is shown, and in every way.
func TestPiledMarksAreTold(t *testing.T) {
	const head, words = "---\ntitle: A\ndate: 2031-03-09\n", "---\n\n> “Ten days.”\n>\n"
	for _, text := range []string{
		"---\ntitle: " + heap + "\ndate: 2031-03-09\n---\n",
		"---\ntitle: \"a" + strings.Repeat(`\u0301`, 11) + "\"\ndate: 2031-03-09\n---\n",
		head + "summary: " + heap + "\n---\n",
		head + "actors: [" + heap + "]\n---\n",
		head + "tags: [" + heap + "]\n---\n",
		head + "sources: [{title: T, publisher: P, author: " + heap + "}]\n---\n",
		head + "events: [{act: aid, by: Zenda, date: 2031, text: " + heap + "}]\n---\n",
		head + "corrections: [{date: 2031, text: " + heap + "}]\n---\n",
		head + "withdrawn: " + heap + "\n---\n",
		head + "---\n\nThe " + heap + " marsh.\n",
		head + "---\n\n# The " + heap + " marsh\n",
		head + "---\n\nThe a" + strings.Repeat("&#769;", 11) + " marsh.\n",
		head + "---\n\nThe a" + strings.Repeat("&DownBreve;", 11) + " marsh.\n",
		head + "---\n\nThe a" + strings.Repeat("\u0301<!-- -->", 11) + " marsh.\n",
		head + "---\n\nThe a" + strings.Repeat("[\u0301](/a/)", 11) + " marsh.\n",
		head + "---\n\nThe [[" + heap + "]] marsh.\n",
		head + "---\n\nThe [[Zenda|" + heap + "]] marsh.\n",
		head + "---\n\n> “Ten " + heap + " days.”\n>\n> — [[Trentino]] ^ten\n",
		head + "---\n\n> “Ten days.”\n>\n> > „" + heap + "“ (de)\n>\n> — [[Trentino]] ^ten\n",
		head + "---\n\n> Q: " + heap + "?\n>\n> “Ten days.”\n>\n> — [[Trentino]] ^ten\n",
		head + words + "> — [[" + heap + "]] ^ten\n",
		head + words + "> — [[Zenda|" + heap + "]] ^ten\n",
		head + words + "> — an " + heap + " official for [[Zenda]] ^ten\n",
		head + words + "> — [[Zenda]], at " + heap + " ^ten\n",
		head + words + "> — [[Zenda]], via " + heap + " ^ten\n",
		head + words + "> — [[Zenda]], via [" + heap + "](https://a.example/) ^ten\n",
		head + words + "> — [[Zenda]], according to " + heap + " ^ten\n",
		head + words + "> — [[Zenda]], in reply to [" + heap + "](https://a.example/) ^ten\n",
	} {
		doc := File(source.New("content/digests/a.md", []byte(text)), Options{})
		told := 0
		for _, p := range doc.Problems {
			if p.Code == "piled-marks" {
				told++
				if line := text[:p.At.Start]; strings.Count(line, "\n") == 0 {
					t.Errorf("told in the first line: %q", text)
				}
			}
		}
		if told == 0 {
			t.Errorf("not told: %q, but %v", text, doc.Problems)
		}
	}
	if doc := File(source.New("content/pages/"+heap+".md", []byte("A marsh.")), Options{}); len(doc.Problems) == 0 {
		t.Error("not told of a file's name")
	}
}

// TestMarksOfWritingAreRight holds that nothing is said of what is written so in some language.
func TestMarksOfWritingAreRight(t *testing.T) {
	for _, right := range []string{
		"\u0f67\u0f90\u0fb5\u0fa8\u0fb3\u0fba\u0fbc\u0fbb\u0f82", // the highest syllable of Tibetan
		"བསྒྲུབས་པའི་", "בְּרֵאשִׁ֖ית בָּרָ֣א אֱלֹהִ֑ים", "بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ", "ผู้ใหญ่ที่นี่ น้ำ", "Tiếng Việt", "Tie\u0302\u0301ng Vie\u0323\u0302t",
		"क्षत्रिय र्त्स्न्य", "ဖြစ်ကြောင်းတို့", "ខ្ញុំស្រឡាញ់ភាសាខ្មែរ", "ग्र॒त्स॑मदः", "1\ufe0f\u20e3 ❤\ufe0f", "ᾄ̓", "a\u0308\u0304\u0301\u0323", strings.Repeat("e\u0301", 500),
	} {
		text := "---\ntitle: \"" + right + "\"\ndate: 2031-03-09\n---\n\nThe " + right + " marsh, **" + right + "**.\n"
		doc := File(source.New("content/digests/a.md", []byte(text)), Options{})
		for _, p := range doc.Problems {
			if p.Code == "piled-marks" {
				t.Errorf("%q is told: %v", right, p)
			}
		}
	}
}
