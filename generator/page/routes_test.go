package page

import (
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
)

func TestSamplesAreHadWithoutAListOfAllPages(t *testing.T) {
	p := New(&dossier.Archive{}, locale.English())
	p.pages = func() []pageKey { t.Error("all pages were listed"); return nil }
	n := 0
	for range p.Samples {
		n++
	}
	if n < 10 {
		t.Errorf("%d pages", n)
	}
}
