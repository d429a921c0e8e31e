package build_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestLinksThatLeadNowhereAreWarnings(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/static/a map.png", "map")
	write(t, dir, "content/digests/talks.md", talks+`
[a](/) [b](/actors/freedonia/) [c](/actors/freedonia) [d](/digests/talks/#x) [e](/2031/05/04/) [f](/feed.xml) [g](../../topics/)
[h](/old/talks/) [i](/data/statements.json) [j](https://a.example/nope) [k](mailto:a@a.example) ![l](/a%20map.png)
![n](../static/a%20map.png)

[o](/nope/) [p](../other/) ![q](z.png) [r](/data/nope.json)

> “See [s](/nope/).”
>
> — [[Freedonia]], in reply to [t](/there/)
`)
	write(t, dir, "content/digests/hidden.md", strings.Replace(talks, "aliases: [/old/talks/]", "draft: true", 1)+"[u](/nope/)\n")
	var got []string
	for _, p := range load(t, open(t, dir)).Problems {
		if p.Code == "dead-link" {
			got = append(got, p.Text)
		}
	}
	want := []string{`"/nope/"`, `"/digests/other/"`, `"/z.png"`, `"/data/nope.json"`, `"/nope/"`, `"/there/"`}
	if !slices.EqualFunc(got, want, func(text, at string) bool { return text == "nothing is published at "+at }) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestLinksOfRawHTMLThatLeadNowhereAreWarnings(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/index.md", "---\ntitle: T\nhtml: sanitized\n---\n")
	write(t, dir, "content/digests/talks.md", talks+`
<a href="/">a</a> <a href="/nope/">b</a> <a href="../other/">c</a> <img src="z.png" alt="d"> <a href="https://a.example/">e</a>
`)
	w := open(t, dir)
	var got []string
	for _, p := range w.Locate(load(t, w).Problems) {
		if p.Code == "dead-link" {
			got = append(got, fmt.Sprintf("%d: %s", p.Position.Column, p.Text))
		}
	}
	want := []string{`19: nothing is published at "/nope/"`, `42: nothing is published at "/digests/other/"`, `68: nothing is published at "/z.png"`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestALinkToAFileOutsideOfContentIsOneWarning(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/digests/talks.md", talks+"\nSee [the notes](../../README.md).\n")
	var got []string
	for _, p := range load(t, open(t, dir)).Problems {
		if p.Code == "dead-link" {
			got = append(got, p.Text+": "+p.Hint)
		}
	}
	if want := []string{`"README.md" is not in content, so it is not published: link to a file in content, or to the whole address of where it can be read`}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAFileElsewhereInTheFolderOfFilesIsProposed(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "content/static/maps/bridge.png", "map")
	write(t, dir, "content/digests/talks.md", talks+"\n![[bridge.png|The bridge]] ![[maps/bridge.png]] ![[tower.png]]\n")
	var got []string
	for _, p := range load(t, open(t, dir)).Problems {
		if p.Code == "dead-link" {
			got = append(got, p.Text+": "+p.Hint)
		}
	}
	want := []string{`nothing is published at "/bridge.png": did you mean "/maps/bridge.png"?`,
		`nothing is published at "/tower.png": correct the address; files and images are published from content/static/`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
