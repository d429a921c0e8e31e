package page

import (
	"testing"

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
	for text, want := range map[string]string{"": "", " \n": "", "a": "a", " a \t b": "a b", "a\u00a0\u2003é \n": "a é ", "\xffa\x85 b": "\xffa\x85 b"} {
		if got := string(appendSpaced([]byte("<"), text)); got != "<"+want {
			t.Errorf("%q: got %q, want %q", text, got, "<"+want)
		}
	}
}
