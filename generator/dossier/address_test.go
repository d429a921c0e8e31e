package dossier_test

import (
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

func TestAnAddressIsOnTheWebOrNot(t *testing.T) {
	for address, want := range map[string]bool{
		"https://gazette.example/1": true, "http://gazette.example": true, "HTTPS://gazette.example/": true, "http://": true,
		"": false, "/digests/a/": false, "//gazette.example/": false, "mailto:a@gazette.example": false, "ftp://gazette.example/": false,
		"talks.md": false, "httpſ://gazette.example/": false, "xhttps://gazette.example/": false, "https:/gazette.example": false,
	} {
		if dossier.OnWeb(address) != want || dossier.OnWeb([]byte(address)) != want {
			t.Errorf("%q: want %v", address, want)
		}
	}
}

func TestAnArticleIsItsAddressOrWhatIsKnownOfIt(t *testing.T) {
	day := func(text string) dossier.When {
		date, err := edtf.Parse(text)
		if err != nil {
			t.Fatal(err)
		}
		return dossier.When{Date: date, Set: true}
	}
	for _, c := range []struct {
		a, b dossier.Source
		same bool
	}{
		{dossier.Source{URL: "https://gazette.example/1", Title: "Talks"}, dossier.Source{URL: "https://gazette.example/1", Title: "Talks again", Publisher: "The Gazette"}, true},
		{dossier.Source{URL: "https://gazette.example/1", Title: "Talks"}, dossier.Source{URL: "https://gazette.example/2", Title: "Talks"}, false},
		{dossier.Source{URL: "https://gazette.example/1", Title: "Talks"}, dossier.Source{Title: "Talks"}, false},
		{dossier.Source{Title: "Talks", Date: day("2031-03-09"), Archived: "https://archive.example/"}, dossier.Source{Title: "Talks", Date: day("2031-03-09")}, true},
		{dossier.Source{Title: "Weather", Date: day("2031-03-09")}, dossier.Source{Title: "Weather", Date: day("2031-03-10")}, false},
		{dossier.Source{Title: "Talks", Publisher: "The Gazette"}, dossier.Source{Title: "Talks", Publisher: "The Herald"}, false},
		{dossier.Source{Title: "Talks", Credit: "The Gazette"}, dossier.Source{Title: "Talks", Credit: "The Herald"}, false},
		{dossier.Source{Title: "The Gazette"}, dossier.Source{Publisher: "The Gazette"}, false},
	} {
		if same := c.a.Article() == c.b.Article(); same != c.same {
			t.Errorf("%+v and %+v: %v", c.a, c.b, same)
		}
	}
}
