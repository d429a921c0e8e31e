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
		"”אף קנה לא נעזוב.”":         {dossier.Verbatim, "אף קנה לא נעזוב."},
		"״אף קנה לא נעזוב.״":         {dossier.Verbatim, "אף קנה לא נעזוב."},
		"״נדבר עם ארה״ב מחר.״":       {dossier.Verbatim, "נדבר עם ארה״ב מחר."},
		"הוא אמר ״לא״ לשלום.":        {dossier.Mixed, "הוא אמר ״לא״ לשלום."},
		"הוא אמר ”לא” לשלום.":        {dossier.Mixed, "הוא אמר ”לא” לשלום."},
		"ארה״ב ודו״ח אינם ציטוט.":    {dossier.Paraphrase, "ארה״ב ודו״ח אינם ציטוט."},
		"大使“乐见”答复。":                  {dossier.Mixed, "大使“乐见”答复。"},
		"大使は「歓迎」した。":                 {dossier.Mixed, "大使は「歓迎」した。"},
		"“一根芦苇也不让。”":                 {dossier.Verbatim, "一根芦苇也不让。"},
		"She said “no “never” no.””": {dossier.Mixed, "She said “no “never” no.””"},
		"It’s 5″ of rain, they said": {dossier.Paraphrase, "It’s 5″ of rain, they said"},
	} {
		form, text := unquote([]string{words})
		if form != want.form || text != want.text {
			t.Errorf("%s: %v %q", words, form, text)
		}
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
