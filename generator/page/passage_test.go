package page

import (
	"testing"
	"time"

	"demarche/generator/dossier"
)

func TestStatementsLeadToTheirPassage(t *testing.T) {
	quote := func(form dossier.Form, text string) *dossier.Quote {
		return &dossier.Quote{Form: form, Text: text, Details: &dossier.Details{}}
	}
	const url = "https://gazette.example/marsh"
	translated := quote(dossier.Verbatim, "Not a reed.")
	translated.Details = &dossier.Details{Original: dossier.Original{Text: "Kein Schilfrohr.", Lang: "de"}}
	for name, c := range map[string]struct {
		quote   *dossier.Quote
		source  dossier.Source
		checked dossier.Checked
		want    string
	}{
		"verbatim":                   {quote(dossier.Verbatim, "Ten days."), dossier.Source{URL: url}, dossier.Found, url + "#:~:text=Ten%20days"},
		"not checked":                {quote(dossier.Verbatim, "Ten days."), dossier.Source{URL: url}, dossier.Unchecked, url + "#:~:text=Ten%20days"},
		"not found":                  {quote(dossier.Verbatim, "Ten days."), dossier.Source{URL: url}, dossier.Missing, ""},
		"no address":                 {quote(dossier.Verbatim, "Ten days."), dossier.Source{}, dossier.Found, ""},
		"a fragment of its own":      {quote(dossier.Verbatim, "Ten days."), dossier.Source{URL: url + "#top"}, dossier.Found, url + "#top:~:text=Ten%20days"},
		"marks of the directive":     {quote(dossier.Verbatim, "Mud & reeds, ten-day."), dossier.Source{URL: url}, dossier.Found, url + "#:~:text=Mud%20%26%20reeds%2C%20ten%2Dday"},
		"mixed":                      {quote(dossier.Mixed, "He gave “ten days” to leave."), dossier.Source{URL: url}, dossier.Found, url + "#:~:text=ten%20days"},
		"a paraphrase":               {quote(dossier.Paraphrase, "He gave ten days."), dossier.Source{URL: url}, dossier.Unchecked, ""},
		"a translation of ours":      {translated, dossier.Source{URL: url}, dossier.FoundOriginal, url + "#:~:text=Kein%20Schilfrohr"},
		"a translation by language":  {translated, dossier.Source{URL: url, Lang: "de"}, dossier.Unchecked, url + "#:~:text=Kein%20Schilfrohr"},
		"a translation by theirs":    {translated, dossier.Source{URL: url, Lang: "en"}, dossier.Unchecked, url + "#:~:text=Not%20a%20reed"},
		"nothing that can be found":  {quote(dossier.Verbatim, "…"), dossier.Source{URL: url}, dossier.Unchecked, ""},
		"mixed without a whole part": {quote(dossier.Mixed, "He gave ten days"), dossier.Source{URL: url}, dossier.Unchecked, ""},
	} {
		s := &dossier.Statement{Quote: c.quote, Source: &c.source, Checked: c.checked}
		if got := passage(s); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestSnapshotsAreDatedByTheirAddress(t *testing.T) {
	for address, want := range map[string]string{
		"https://web.archive.org/web/20310309123456/https://gazette.example/1":          "2031-03-09",
		"https://web.archive.org/web/20310309123456id_/https://gazette.example/1":       "2031-03-09",
		"https://archive.example/abc":                                                   "",
		"https://archive.example/20310399123456/https://gazette.example/20310309000000": "2031-03-09",
		"https://archive.example/2031030912345":                                         "",
		"":                                                                              "",
	} {
		at, known := Snapshot(address)
		if got := at.Format(time.DateOnly); known != (want != "") || known && got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
}
