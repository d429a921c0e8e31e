package main

import (
	"slices"
	"testing"

	"golang.org/x/image/font/gofont/goregular"
)

// TestAFontOfTheSiteLoadsAndOneFromElsewhereDoesNot has both in the site's own style sheet, on a page with its policy.
func TestAFontOfTheSiteLoadsAndOneFromElsewhereDoesNot(t *testing.T) {
	t.Parallel()
	s := digest("Words.\n")
	s["../templates/assets/near.ttf"] = string(goregular.TTF)
	s["../templates/assets/own.css"] = "@font-face { font-family: Near; src: url(near.ttf) }\n@font-face { font-family: Far; src: url(http://evil.example/far.ttf) }\n"
	b := browse(t, s)
	b.keepPolicy.Store(true)
	b.at(t, "digests/talks/")
	const loads = `window.loaded = {}; for (const name of ["Near", "Far"]) document.fonts.load("1em " + name)
		.then((list) => { loaded[name] = list.length + " " + list.map((f) => f.status) }, (error) => { loaded[name] = error.name }); true`
	tells[bool](t, b, loads)
	b.until(t, "!!(loaded.Near && loaded.Far)")
	if got := tells[string](t, b, "loaded.Near"); got != "1 loaded" {
		t.Errorf("the site's own font: %s", got)
	}
	if got := tells[string](t, b, "loaded.Far"); got != "NetworkError" {
		t.Errorf("one from elsewhere: %s", got)
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	if slices.Contains(b.asked, "evil.example") {
		t.Error("another host was asked for a font")
	}
}
