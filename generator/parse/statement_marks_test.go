package parse

import (
	"testing"

	"demarche/generator/dossier"
)

func TestMarksOfEveryScriptTellHowWordsStand(t *testing.T) {
	for words, want := range map[string]struct {
		form dossier.Form
		text string
	}{
		"”אף קנה לא נעזוב.”":                            {dossier.Verbatim, "אף קנה לא נעזוב."},
		"״אף קנה לא נעזוב.״":                            {dossier.Verbatim, "אף קנה לא נעזוב."},
		"״נדבר עם ארה״ב מחר.״":                          {dossier.Verbatim, "נדבר עם ארה״ב מחר."},
		"הוא אמר ״לא״ לשלום.":                           {dossier.Mixed, "הוא אמר ״לא״ לשלום."},
		"הוא אמר ”לא” לשלום.":                           {dossier.Mixed, "הוא אמר ”לא” לשלום."},
		"ארה״ב ודו״ח אינם ציטוט.":                       {dossier.Paraphrase, "ארה״ב ודו״ח אינם ציטוט."},
		"大使“乐见”答复。":                                     {dossier.Mixed, "大使“乐见”答复。"},
		"大使は「歓迎」した。":                                    {dossier.Mixed, "大使は「歓迎」した。"},
		"“一根芦苇也不让。”":                                    {dossier.Verbatim, "一根芦苇也不让。"},
		"She said “no “never” no.””":                    {dossier.Mixed, "She said “no “never” no.””"},
		"It’s 5″ of rain, they said":                    {dossier.Paraphrase, "It’s 5″ of rain, they said"},
		`"We will "never" leave the marsh."`:            {dossier.Verbatim, `We will "never" leave the marsh.`},
		`""Never" is what we say."`:                     {dossier.Verbatim, `"Never" is what we say.`},
		`"Yes," she said, "we leave." "Ten of us."`:     {dossier.Mixed, `"Yes," she said, "we leave." "Ten of us."`},
		`״לא נעזוב ״לעולם״ את הביצה״`:                   {dossier.Verbatim, `לא נעזוב ״לעולם״ את הביצה`},
		`"נדבר עם ארה"ב מחר."`:                          {dossier.Verbatim, `נדבר עם ארה"ב מחר.`},
		`The reeds are 6" high and 8" wide, they said.`: {dossier.Paraphrase, `The reeds are 6" high and 8" wide, they said.`},
		`大使说"不会"离开。`:                                    {dossier.Mixed, `大使说"不会"离开。`},
	} {
		form, _, text := unquote([]string{words})
		if form != want.form || text != want.text {
			t.Errorf("%s: %v %q", words, form, text)
		}
	}
}

// The marks around words are kept, since other pages than their own show them too.
func TestMarksAroundWordsAreKept(t *testing.T) {
	for words, want := range map[string]string{
		"“Ten days.”": "“ ”", `"Ten days."`: `" "`, "‘Ten days.’": "‘ ’", "«ده روز.»": "« »", "« Dix jours. »": "«\u202f \u202f»", "«\u00a0Dix jours.\u00a0»": "«\u202f \u202f»",
		"„Zehn Tage.“": "„ “", "„Dziesięć dni.”": "„ ”", "「十日。」": "「 」", "”עשרה ימים.”": "” ”", "״עשרה ימים.״": "״ ״", "“Ten days”, they said.": " ", "Ten days.": " ",
	} {
		_, marks, _ := unquote([]string{words})
		if got := marks.Open() + " " + marks.Close(); got != want {
			t.Errorf("%s: %q, want %q", words, got, want)
		}
	}
	if _, marks, _ := unquote([]string{"„Zehn Tage.", "„Oder elf.“"}); marks.Open() != "„" || marks.Close() != "“" {
		t.Errorf("of two paragraphs they are %q and %q", marks.Open(), marks.Close())
	}
}

func TestAClosingMarkOpensNothing(t *testing.T) {
	for _, words := range []string{"She said “no “never” no.””", "„Ja“, sagte sie.”", "ארה״ב ודו״ח"} {
		if open := leftOpen([]string{words}); open != 0 {
			t.Errorf("%s: %c is left open", words, open)
		}
	}
	if leftOpen([]string{"הוא אמר ״לא ועוד"}) != '״' {
		t.Error("an open gershayim is not told")
	}
}
