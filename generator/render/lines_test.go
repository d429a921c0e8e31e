package render_test

import (
	"strings"
	"testing"

	"demarche/generator/page"
)

// linePage lists one statement twice: once as a line that says how it concerns the actor
// of the page, and once as one that does not.
func linePage(made *int) page.Page {
	ref := page.LineRef{Index: 1, View: func(int) page.Line {
		*made++
		return page.Line{Href: "/repo/digests/talks/warn/", Who: "Rufus T. <!--roles--> Firefly", Words: "„Worte.“", Lang: "de", Hearsay: true, Retracted: true}
	}}
	about := ref
	about.Roles = "counts as about <Sylvania>"
	return page.Page{Template: "front.html", View: func() page.View {
		return page.View{Main: page.Front{Timeline: page.Timeline{Lines: []page.LineRef{about, ref}}}}
	}}
}

func TestALineIsMadeOnceAndItsRolesForEachPage(t *testing.T) {
	var made int
	p := linePage(&made)
	want := renderPage(t, site(t, nil), p)
	const with, without = `<small>hearsay</small> <small>retracted</small> <small><bdi>counts as about &lt;Sylvania&gt;</bdi></small> <a href`, `<small>hearsay</small> <small>retracted</small> <a href`
	if strings.Count(want, `<bdi lang="de">„Worte.“</bdi>`) != 2 {
		t.Errorf("not both lines say in which language the words are:\n%s", want)
	}
	if strings.Count(want, with) != 1 || strings.Count(want, without) != 1 {
		t.Errorf("not one line with roles and one without:\n%s", want)
	}
	r := site(t, nil)
	r.KeepCards(scratch(t), 2)
	made = 0
	for range 2 {
		if got := renderPage(t, r, p); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	}
	if made != 1 {
		t.Errorf("the line was made %d times", made)
	}
}

func TestAnOwnLineMayLeaveTheRolesOut(t *testing.T) {
	var made int
	own := site(t, map[string]string{"line.html": "<li>{{.Who}}</li>"})
	text := renderPage(t, own, linePage(&made))
	if strings.Count(text, "<li>Rufus T. &lt;!--roles--&gt; Firefly</li>") != 2 {
		t.Errorf("got\n%s", text)
	}
}
