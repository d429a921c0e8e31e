package card

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"image"
	"image/png"
	"os"
	"strings"
	"sync"
	"testing"

	"codeberg.org/go-fonts/dejavu/dejavusans"
)

func english(words string) Text { return Text{Words: words, Lang: "en"} }
func persian(words string) Text { return Text{Words: words, Lang: "fa", RTL: true} }
func hebrew(words string) Text  { return Text{Words: words, Lang: "he", RTL: true} }
func arabic(words string) Text  { return Text{Words: words, Lang: "ar", RTL: true} }

// samples are cards of many kinds, of invented countries.
var samples = map[string]Card{
	"english": {Site: english("Freedonia and Sylvania"), Date: english("19 June 2025"), Title: english("Freedonia warns Sylvania against closing the bridge"),
		Who: english("Rufus T. Firefly to Sylvania"), Act: english("warn"), Side: Conflictual, Words: english("“We would like to warn Sylvania of closing the Northern Bridge.”")},
	"long": {Site: english(strings.Repeat("Freedonia and Sylvania ", 12)), Date: english("between 1 January and 19 June 2025"), Title: english(strings.Repeat("A title that goes on, ", 30)),
		Who: english(strings.Repeat("The Permanent Representative ", 12)), Act: english("appeal"), Side: Cooperative, Words: english("“" + strings.Repeat("We would like to say again that our hand is open. ", 40) + "”")},
	"summary": {Site: english("Freedonia"), Date: english("2025"), Title: english("A digest without statements"), Words: english("The bridge was closed, and then it was opened again.")},
	"title":   {Title: english("A digest")},
	"nothing": {},
	"persian": {RTL: true, Site: persian("گاه\u200cشمار فریدونیا"), Date: persian("۲۹ خرداد ۱۴۰۴"), Title: persian("فریدونیا به سیلوانیا دربارهٔ پل هشدار داد"),
		Who: persian("روفوس فایرفلای به سیلوانیا"), Act: persian("هشدار"), Side: Conflictual, Words: persian("«دربارهٔ پل Northern Bridge (شمارهٔ 12) هشدار می\u200cدهیم؛ در ۱۹ ژوئن نیز گفتیم.»")},
	"arabic": {RTL: true, Site: arabic("سجل فريدونيا"), Date: arabic("19 يونيو 2025"), Title: arabic("فريدونيا تُحذّر سيلفانيا من إغلاق الجسر"),
		Who: arabic("روفوس فايرفلاي إلى سيلفانيا"), Act: arabic("تحذير"), Side: Conflictual, Words: arabic("«نودّ أن نُحذّر سيلفانيا بشكلٍ خاص من إغلاق الجسر.»")},
	"hebrew": {RTL: true, Site: hebrew("יומן פרידוניה"), Date: hebrew("19 ביוני 2025"), Title: hebrew("פרידוניה מזהירה את סילבניה מפני סגירת הגשר"),
		Who: hebrew("רופוס פיירפליי אל סילבניה"), Act: hebrew("אזהרה"), Side: Conflictual, Words: hebrew("„אנחנו מזהירים את Sylvania, שָׁלוֹם (12) לכולם.”")},
	"russian": {Site: Text{Words: "Хроника Фридонии", Lang: "ru"}, Title: Text{Words: "Фридония предостерегает Сильванию", Lang: "ru"},
		Who: Text{Words: "Руфус Файрфлай — Сильвании", Lang: "ru"}, Act: Text{Words: "предостерегать", Lang: "ru"}, Words: Text{Words: "«Мы предостерегаем Сильванию.»", Lang: "ru"}},
}

func fonts(t testing.TB, files ...File) *Fonts {
	t.Helper()
	f, err := NewFonts(files)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func draw(t testing.TB, f *Fonts, c Card) []byte {
	t.Helper()
	data, err := f.Draw(c)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestCardIsAPNGOfItsSizeWithSixteenColours(t *testing.T) {
	f := fonts(t)
	for name, c := range samples {
		data := draw(t, f, c)
		decoded, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(name, err)
		}
		if decoded.Bounds() != image.Rect(0, 0, Width, Height) {
			t.Error(name, decoded.Bounds())
		}
		if p, ok := decoded.(*image.Paletted); !ok || len(p.Palette) != 16 {
			t.Errorf("%s has not 16 colours", name)
		}
		if len(data) > 60_000 {
			t.Errorf("%s has %d bytes", name, len(data))
		}
	}
}

// What was drawn on amd64, where processors that multiply and add at once must draw the same. Beside
// the sum of the pixels is the name: a kept card of that name would stay as it was.
func TestCardHasTheSamePixelsOnEveryMachine(t *testing.T) {
	want := map[string][2]string{
		"arabic":  {"832456b094011c22", "ec1486fb3c"},
		"english": {"0276ff0392590549", "a96f94eff6"},
		"hebrew":  {"887b7d86f439fa18", "b37ce24226"},
		"long":    {"e48efc2ced6444eb", "3ce3677e44"},
		"nothing": {"4c0430d2ad87f21b", "bef9d310a4"},
		"persian": {"dfe2d5fa883ae51e", "b6dc6a1587"},
		"russian": {"0249f75dc5e0f773", "8d7eb7a226"},
		"summary": {"72bd3408e8417269", "399cd287cb"},
		"title":   {"1e52677a789a46c3", "ab9517a0b5"},
	}
	f := fonts(t)
	for name, c := range samples {
		decoded, err := png.Decode(bytes.NewReader(draw(t, f, c)))
		if err != nil {
			t.Fatal(name, err)
		}
		sum := sha256.Sum256(decoded.(*image.Paletted).Pix)
		got := [2]string{hex.EncodeToString(sum[:8]), f.Name(c)}
		switch {
		case got == want[name]:
		case got[1] == want[name][1]:
			t.Errorf("%s is drawn otherwise under the same name: raise look", name)
		default:
			t.Errorf("%q: %q is not as it was: where look was raised, write it here", name, got)
		}
	}
}

func TestCardsDrawnAtOnceOrAfterOthersAreEqual(t *testing.T) {
	f := fonts(t)
	want := map[string][]byte{}
	for name, c := range samples {
		want[name] = draw(t, fonts(t), c)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for name, c := range samples {
				if got, err := f.Draw(c); err != nil || !bytes.Equal(got, want[name]) {
					t.Errorf("%s is another card: %v", name, err)
				}
			}
		})
	}
	group.Wait()
}

func TestLettersThatNoFontHasAreToldAndNotDrawn(t *testing.T) {
	f := fonts(t)
	for text, want := range map[string]rune{"弗里多尼亚": '弗', "फ़्रीडोनिया": 'फ', "Freedonia 🙂": '🙂', "Freedonia": 0, "فریدونیا": 0, "a\u200d\u2066b\ufe0f": 0} {
		c := Card{Title: Text{Words: text, Lang: "en"}}
		if got := f.Missing(c); got != want {
			t.Errorf("%q: %q is missing, want %q", text, got, want)
		}
		if _, err := f.Draw(c); (err != nil) != (want != 0) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if r := f.Missing(Card{Words: english(strings.Repeat("a", WordsLength) + "弗")}); r != 0 {
		t.Errorf("%q is missing, which would not be drawn", r)
	}
}

// TestFontOfTheSiteShapesItsScript has a font that CI installs, and a script whose letters join into others.
func TestFontOfTheSiteShapesItsScript(t *testing.T) {
	devanagari, err := os.ReadFile("/usr/share/fonts/truetype/noto/NotoSansDevanagari-Regular.ttf")
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal(err)
		}
		t.Skip("Debian's fonts-noto-core is not installed")
	}
	f := fonts(t, File{"devanagari.ttf", devanagari})
	hindi := func(words string) Text { return Text{Words: words, Lang: "hi"} }
	draw(t, f, Card{Title: hindi("फ़्रीडोनिया की चेतावनी"), Who: hindi("रूफ़स"), Act: hindi("चेतावनी"), Words: hindi("“पुल बंद न करें।”")})
	d := f.borrow()
	for words, want := range map[string]int{"क्ष": 1, "कि": 2, "क": 1} {
		text := hindi(words)
		line := d.paragraph(&text, letters{style: serif, size: 40}, 1000, 1).lines[0]
		if got := glyphs(line); len(got) != want {
			t.Errorf("%q has the glyphs %d, want %d", words, got, want)
		}
		if face := line[0].Face; len(line) != 1 || has(d.faces[sansBold][0], 'क') || !has(face, 'क') {
			t.Errorf("%q is drawn with another font", words)
		}
	}
	text := hindi("कि") // the sign after the letter stands before it
	alone := hindi("क")
	sign := glyphs(d.paragraph(&text, letters{style: serif, size: 40}, 1000, 1).lines[0])
	letter := glyphs(d.paragraph(&alone, letters{style: serif, size: 40}, 1000, 1).lines[0])
	if sign[1] != letter[0] {
		t.Errorf("the glyphs are %d, and the letter is %d", sign, letter)
	}
}

func TestFontOfTheSiteDrawsWhatOthersLack(t *testing.T) {
	cjk, err := os.ReadFile("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc")
	if err != nil {
		t.Skip("Debian's fonts-noto-cjk is not installed")
	}
	f := fonts(t, File{"cjk.ttc", cjk})
	chinese := func(words string) Text { return Text{Words: words, Lang: "zh"} }
	c := Card{Title: chinese("弗里多尼亚警告西尔瓦尼亚不要关闭北方大桥，并呼吁双方立即恢复对话"), Words: chinese("“这座桥是两国人民共同修建的，谁也没有权利单方面把它关上。”"), Who: chinese("法尔弗莱"), Act: chinese("警告")}
	if r := f.Missing(c); r != 0 {
		t.Fatalf("%q is missing", r)
	}
	draw(t, f, c)
	d := f.borrow()
	p := d.paragraph(&c.Title, letters{style: serifBold, size: 58}, Width-2*margin, 3)
	if len(p.lines) != 2 || !p.fits {
		t.Errorf("a title without spaces takes %d lines", len(p.lines))
	}
	for _, l := range p.lines {
		if r := d.runes[l[0].Runes.Offset]; strings.ContainsRune("，。", r) {
			t.Errorf("a line begins with %q", r)
		}
	}
}

func TestWhatIsNoFontIsTold(t *testing.T) {
	half := bytes.Clone(dejavusans.TTF[:len(dejavusans.TTF)/2])
	for name, data := range map[string][]byte{"empty.ttf": nil, "text.ttf": []byte("a text"), "half.ttf": half, "page.otf": []byte("<html>" + strings.Repeat("x", 1000))} {
		_, err := NewFonts([]File{{name, data}})
		mistake, ok := errors.AsType[*FontError](err)
		if !ok || mistake.File != name {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A font whose bytes were changed here and there is refused by its name, draws a whole card, or is named when it cannot.
// The same font unharmed draws every card: what fails then is not the font.
func TestDamagedFontNeverCrashes(t *testing.T) {
	if testing.Short() {
		t.Skip("slow")
	}
	tables := []string{"glyf", "loca", "GSUB", "GPOS", "cmap", "hmtx"}
	drawn, failed := 0, 0
	for n := range 60 {
		data := bytes.Clone(dejavusans.TTF)
		for i, in := 0, tables[n%len(tables)]; i < n; i++ { // none in the first
			start, size := table(data, in)
			data[start+(n*7919+i*104_729+i*i*31)%size] ^= byte(1 << (i % 8))
		}
		f, err := NewFonts([]File{{"damaged.ttf", data}})
		if err != nil {
			if mistake := (*FontError)(nil); n == 0 || !errors.As(err, &mistake) || mistake.File != "damaged.ttf" {
				t.Errorf("font %d: %v", n, err)
			}
			continue
		}
		for s := range f.faces { // asked for everything
			f.faces[s] = f.faces[s][1:2]
		}
		for name, c := range samples {
			if f.Missing(c) != 0 {
				continue // of the fonts it is asked alone, and lacks a letter
			}
			data, err := f.Draw(c)
			if err != nil {
				if failed++; n == 0 || !strings.Contains(err.Error(), "damaged.ttf") {
					t.Errorf("font %d, %s: %v", n, name, err)
				}
				continue
			}
			drawn++
			if decoded, err := png.Decode(bytes.NewReader(data)); err != nil || decoded.Bounds() != image.Rect(0, 0, Width, Height) {
				t.Errorf("font %d, %s: it is no card: %v", n, name, err)
			}
		}
	}
	if drawn < 60 {
		t.Errorf("%d cards were drawn, and %d failed", drawn, failed)
	}
	t.Logf("%d cards were drawn, and %d failed", drawn, failed)
}

// table is where a table of a TrueType font lies in its file.
func table(ttf []byte, tag string) (start, size int) {
	for at := 12; ; at += 16 {
		if string(ttf[at:at+4]) == tag {
			return int(binary.BigEndian.Uint32(ttf[at+8:])), int(binary.BigEndian.Uint32(ttf[at+12:]))
		}
	}
}

func FuzzDraw(f *testing.F) {
	for _, c := range samples {
		f.Add(c.Title.Words, c.Words.Words, c.RTL)
	}
	f.Add("e"+strings.Repeat("\u0301", 500), strings.Repeat("\u202e\u2067", 300), true)
	f.Add("\xff\xfe", "\x00\u2028\u2029\u00ad\u200b", false)
	all, err := NewFonts(nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, title, words string, rtl bool) {
		c := Card{RTL: rtl, Title: Text{Words: title, RTL: rtl}, Who: english(words), Act: english(title), Words: Text{Words: words, RTL: !rtl}}
		if all.Missing(c) != 0 {
			return
		}
		draw(t, all, c)
	})
}

func BenchmarkDraw(b *testing.B) {
	f := fonts(b)
	c := samples["english"]
	for b.Loop() {
		draw(b, f, c)
	}
}

func BenchmarkMissing(b *testing.B) {
	f := fonts(b)
	c := samples["english"]
	for b.Loop() {
		f.Missing(c)
	}
}
