package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// pale finds what hardly stands out from what is behind it in the pictures of a page: words with less than
// 4.5:1, lines and areas with less than 3:1. Lines that only part things need not, what empties the time beyond the
// record is not to be seen, and where a pointer may be, nothing is. How many it looked at comes first.
const pale = `(() => {
	const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
	const read = (colour) => {
		canvas.clearRect(0, 0, 1, 1);
		canvas.fillStyle = colour;
		canvas.fillRect(0, 0, 1, 1);
		return [...canvas.getImageData(0, 0, 1, 1).data];
	};
	const light = (colour) => {
		const [r, g, b] = read(colour).map((part) => part / 255).map((part) => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
		return .2126 * r + .7152 * g + .0722 * b;
	};
	const contrast = (one, other) => {
		const [low, high] = [light(one), light(other)].sort((x, y) => x - y);
		return (high + .05) / (low + .05);
	};
	const seen = (colour) => colour !== "none" && (colour.startsWith("url") || read(colour)[3] === 255);
	const behind = (element) => {
		for (; element; element = element.parentElement) {
			const colour = getComputedStyle(element).backgroundColor;
			if (read(colour)[3] === 255) return colour;
		}
		return "Canvas";
	};
	const found = [];
	let looked = 0;
	for (const part of document.querySelectorAll(":is(.bars, .exchange, .network) svg :is(text, line, path, rect, circle)")) {
		const style = getComputedStyle(part);
		if (part.matches(".lane, .beyond") || !part.getClientRects().length && !part.closest("pattern")) continue;
		const [ground, words] = [behind(part), part.localName === "text"];
		const colours = (words ? [style.fill] : [style.fill, style.stroke]).filter((colour) => seen(colour) && !colour.startsWith("url"));
		if (!colours.length && !words) continue;
		looked++;
		const best = Math.max(0, ...colours.map((colour) => contrast(colour, ground)));
		if (best < (words ? 4.5 : 3)) found.push(part.outerHTML.slice(0, 120) + ": " + best.toFixed(2) + " on " + ground);
	}
	return [String(looked), ...new Set(found)];
})()`

// tints are in what colours a reader may see a page.
var tints = []struct{ name, scheme, forced, chosen string }{
	{"light", "light", "none", ""},
	{"dark", "dark", "none", ""},
	{"forced, light", "light", "active", ""},
	{"forced, dark", "dark", "active", ""},
	{"forced, dark, light chosen", "dark", "active", "light"},
	{"forced, light, dark chosen", "light", "active", "dark"},
}

// paleIn is what pale finds in all tints.
func (b *opened) paleIn(t *testing.T) (looked string, all []string) {
	t.Helper()
	for _, tint := range tints {
		media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
			{Name: "prefers-color-scheme", Value: tint.scheme}, {Name: "forced-colors", Value: tint.forced}}}
		if _, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, media); err != nil {
			t.Fatal(err)
		}
		tells[bool](t, b, fmt.Sprintf(`(document.documentElement.dataset.scheme = %q, document.querySelectorAll("details").forEach((d) => { d.open = true }), true)`, tint.chosen))
		// Chromium now and then keeps the colours of before where system and reader choose differently: what is not shown keeps none.
		tells[bool](t, b, `(document.body.style.display = "none", getComputedStyle(document.body).display, document.body.style.display = "", true)`)
		if tint.forced == "active" { // the system's colours come a little later than the rest
			b.until(t, fmt.Sprintf(`(getComputedStyle(document.documentElement).backgroundColor.match(/\d+/g)[0] < 128) === %t`, tint.scheme == "dark"))
		}
		found := tells[[]string](t, b, pale)
		looked = found[0]
		for _, f := range found[1:] {
			all = append(all, tint.name+": "+f)
		}
	}
	return looked, all
}

// TestPicturesAreSeenInEveryColour holds what is drawn to the contrast that WCAG asks of it, also where
// the reader's system chooses all colours and where the reader chose a scheme beside that.
func TestPicturesAreSeenInEveryColour(t *testing.T) {
	t.Parallel()
	r, b := browseKinds(t, reading(t, "en"))
	b.look(t, 1280, "", "light")
	for _, kind := range []string{"front", "month", "actor", "topic", "dyad", "digest", "thread", "network"} {
		b.show(t, r, kind)
		looked, found := b.paleIn(t)
		if looked == "0" {
			t.Errorf("%s has no picture", kind)
		}
		for _, f := range found {
			t.Errorf("%s: %s", kind, f)
		}
	}
}

// TestTheBrowserWouldNoticePalePictures holds the test above to finding what it looks for.
func TestTheBrowserWouldNoticePalePictures(t *testing.T) {
	t.Parallel()
	b := open(t, map[string][]byte{"index.html": []byte(`<!doctype html><title>t</title>
<style>:root { color-scheme: light dark } [data-scheme="light"] { color-scheme: light } :root { background: light-dark(#fff, #000) } text { fill: light-dark(#777, #fff) } line { stroke: #888 } rect { fill: light-dark(#1a1c20, #e9e7e0) }</style>
<figure class="bars"><svg width="90" height="60"><text y="20">w</text><line x2="9" y1="30" y2="30"/><rect width="9" height="9" y="40"/><circle r="4" fill="none"/></svg></figure>`)})
	b.at(t, "")
	looked, found := b.paleIn(t)
	names := ""
	for _, f := range found {
		name, _, _ := strings.Cut(f, " on ")
		names += strings.NewReplacer("\n", "").Replace(name) + "\n"
	}
	for _, want := range []string{"light: <text y=\"20\">w</text>: 4.48", "forced, dark, light chosen: <rect"} {
		if looked != "3" || !slices.ContainsFunc(strings.Split(names, "\n"), func(line string) bool { return strings.HasPrefix(line, want) }) {
			t.Errorf("of %s, it finds %q, want %q", looked, names, want)
		}
	}
}
