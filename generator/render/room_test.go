package render_test

import (
	"runtime"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// TestAnAddressThatMovedGivesItsRoomBack looks at what is allocated: new memory for a view takes 3,500 bytes.
func TestAnAddressThatMovedGivesItsRoomBack(t *testing.T) {
	const pages, most = 1000, 2000
	archive := &dossier.Archive{Site: dossier.Site{BasePath: "/", Language: "en"}, Redirects: []dossier.Redirect{{From: "/old/", To: "/new/"}}}
	plan := page.New(archive, locale.English())
	site := newSet(t, nil).Site(plan.Layout, "/", locale.English())
	moved, found := plan.Lookup("/old/")
	if !found {
		t.Fatal("the address that moved has no page")
	}
	var out []byte
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range pages {
		var err error
		if out, err = site.AppendPage(out[:0], moved); err != nil {
			t.Fatal(err)
		}
	}
	runtime.ReadMemStats(&after)
	if each := (after.TotalAlloc - before.TotalAlloc) / pages; each > most {
		t.Errorf("such a page allocates %d bytes, more than %d", each, most)
	}
}
