package page

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"demarche/generator/dossier"
	"demarche/generator/locale"
)

func TestLongTextsAreCutBetweenWords(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"", 5, ""},
		{"No.", 5, "No."},
		{"No,  never.", 20, "No,  never."},
		{"No,\n\nnever.", 20, "No, never."},
		{"No,\n\nnever again.", 12, "No, never…"},
		{"No, never again.", 5, "No…"},
		{"Ruritania", 4, "Ruri…"},
		{"A Ruritanian", 8, "A Rurita…"},
		{"他们向 NATO 式的联盟，提出要求", 17, "他们向 NATO 式的联盟，提出要…"},
		{"他们向联盟，提出要求", 6, "他们向联盟…"},
		{"Élboníe", 7, "Élboníe"},
		{"Élboníe sait", 8, "Élboníe…"},
		{"\n", 5, ""},
		{"No", -1, "…"},
	} {
		if got := shorten(c.text, c.limit); got != c.want {
			t.Errorf("%q in %d is %q, want %q", c.text, c.limit, got, c.want)
		}
	}
}

func TestOnlyVerbatimWordsAreQuoted(t *testing.T) {
	p := &Plan{phrases: newPhrases(locale.English())}
	for _, c := range []struct {
		text string
		form dossier.Form
		want string
	}{
		{"We warn you.", dossier.Verbatim, "“We warn…”"},
		{"It warned them.", dossier.Paraphrase, "It warned…"},
		{"", dossier.Verbatim, ""},
	} {
		s := &dossier.Statement{Quote: &dossier.Quote{Text: c.text, Form: c.form}}
		if got := p.quoted(s, 10); got != c.want {
			t.Errorf("%q is %q, want %q", c.text, got, c.want)
		}
	}
}

func TestSpacesBecomeOne(t *testing.T) {
	for text, want := range map[string]string{"": "", " \n": "", "a": "a", " a \t b": "a b", "a\u00a0\u2003é \n": "a é ", "\xffa\x85 b": "\xffa\x85 b", "不。\n\n他们 说": "不。他们 说", "不。\n\nNo.\n\n“不”": "不。 No. “不”"} {
		if got := string(appendSpaced([]byte("<"), text)); got != "<"+want {
			t.Errorf("%q: got %q, want %q", text, got, "<"+want)
		}
	}
}

// plainlyShort is what shorten does, as plainly as it can be written.
func plainlyShort(text string, limit int) string {
	if len(text) <= limit && !strings.Contains(text, "\n") {
		return text
	}
	spaced := func(text string) string {
		words := strings.Join(strings.Fields(text), " ")
		if last, _ := utf8.DecodeLastRuneInString(text); words != "" && unicode.IsSpace(last) {
			words += " "
		}
		return words
	}
	letters := []rune(text)
	if len(letters) <= limit {
		return spaced(strings.TrimSpace(text))
	}
	cut := limit
	for at := limit - 1; at > 0 && 2*at >= limit; at-- {
		if letters[at] == ' ' || letters[at] == '\n' {
			cut = at
			break
		}
	}
	return spaced(strings.TrimRight(string(letters[:cut]), " \n,;:–—，、；：،؛")) + "…"
}

func FuzzTextsAreCutAtASpace(f *testing.F) {
	for _, text := range []string{"", "We would warn Sylvania.", "a  b\nc\n\nd", " a b", "a b ", "a\tb c", "Мы бы  хотели, предупредить", "我们想警告，西尔维尼亚", "a\u00a0b c\u3000d", "“Words” – of a source; and more", "\u2028a\x01b\x7f", "،؛ كلمات  أخرى"} {
		f.Add(text, 9)
	}
	f.Fuzz(func(t *testing.T, text string, limit int) {
		text, limit = strings.ToValidUTF8(text, "?"), max(0, limit)
		if got, want := shorten(text, limit), plainlyShort(text, limit); got != want {
			t.Errorf("%q at %d: got %q, want %q", text, limit, got, want)
		}
	})
}
