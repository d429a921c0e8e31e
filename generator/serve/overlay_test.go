package serve_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"
)

func TestMistakeKeepsTheLastGoodSiteUnderItsProblem(t *testing.T) {
	s := newSite(t)
	r := start(t, s.dir, nil)
	s.write(talksFile, "---\ntitle: <img src=x onerror=alert(1)>\ndate: June 19\n---\n\nBroken words.\n")
	a := r.await(talksPage, talksFile+":3:7")
	for _, want := range []string{"At first nothing happened.", "June 19", "hint: ", "This is the last good site"} {
		if !strings.Contains(a.body, want) {
			t.Errorf("the page lacks %q: %s", want, a.body)
		}
	}
	if strings.Contains(a.body, "Broken words.") || strings.Contains(a.body, "<img src=x") {
		t.Errorf("the page shows what is broken: %s", a.body)
	}
	if body, overlay := strings.Index(a.body, "<body"), strings.Index(a.body, `class="_preview"`); overlay < body || overlay > body+100 {
		t.Errorf("the problem does not stand on top: it is at %d, the body at %d", overlay, body)
	}
	s.write(talksFile, fmt.Sprintf(talks, "Mended words."))
	if a := r.await(talksPage, "Mended words."); strings.Contains(a.body, `class="_preview"`) {
		t.Errorf("the problem stays after it is mended: %s", a.body)
	}
}

func TestProblemsOfManyFilesStandOnTopErrorsFirst(t *testing.T) {
	s := newSite(t)
	for i := range 30 {
		s.write(fmt.Sprintf("content/digests/%02d.md", i), fmt.Sprintf("---\ntitle: %d\ndate: 2031-05-04\ntitel: x\n---\n", i))
	}
	s.write("content/digests/zz.md", "---\ntitle: Last\n---\n")
	r := start(t, s.dir, nil)
	a := r.get("/")
	first := strings.Index(a.body, "<li class=")
	if first < 0 || !strings.HasPrefix(a.body[first:], `<li class="error"><code>content/digests/zz.md:`) {
		t.Errorf("the error is not the first: %.3000s", a.body)
	}
	if !strings.Contains(a.body, "and 11 more") {
		t.Errorf("nothing says how many more problems there are: %.3000s", a.body)
	}
}

func TestBrokenTemplateKeepsTheLastGoodSite(t *testing.T) {
	for _, c := range []struct{ name, broken, place string }{
		{"syntax", "<h1>{{.Title}}</h1>\n{{if}}", "templates/digest.html:2:1"},
		{"unknown field", "<h1>{{.Title}}</h1>\n{{.Titel}}", "templates/digest.html:2:3"},
		{"open tag", "<h1>{{.Title}}</h1>\n<a href={{.Title}}\n", "templates/digest.html:1:1"}, // html/template knows no line
	} {
		t.Run(c.name, func(t *testing.T) {
			s := newSite(t)
			r := start(t, s.dir, nil)
			s.write("templates/digest.html", c.broken)
			if a := r.await(talksPage, c.place); !strings.Contains(a.body, "At first nothing happened.") {
				t.Errorf("the last good site is gone: %s", a.body)
			}
			s.write(talksFile, fmt.Sprintf(talks, "Words under a broken template."))
			s.write("templates/digest.html", "<h1>{{.Title}}, by my own template</h1>\n")
			r.await(talksPage, "Talks open in Zenda, by my own template")
		})
	}
}

func TestBrokenTemplateAtFirstIsServedWithItsProblem(t *testing.T) {
	s := newSite(t)
	s.write("templates/digest.html", "<h1>{{.Title}}</h1>\n{{if}}")
	r := start(t, s.dir, nil)
	r.await(talksPage, "templates/digest.html:2")
	s.write("templates/digest.html", "<h1>{{.Title}}</h1>\n{{.Titel}}")
	if a := r.await("/", "templates/digest.html:2"); a.status != http.StatusOK {
		t.Errorf("a page by another template answers %d", a.status)
	}
	s.write("templates/digest.html", "<h1>{{.Title}}, by my own template</h1>\n")
	r.await(talksPage, "Talks open in Zenda, by my own template")
}
