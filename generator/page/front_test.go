package page_test

import (
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

func TestTheFrontPageCountsDigestsThatStand(t *testing.T) {
	const talks = "---\ntitle: Talks\ndate: 2031-06-30\n"
	plan := page.New(resolved(t, []txtar.File{
		{Name: "content/digests/a.md", Data: []byte(talks + "---\nNothing was said.\n")},
		{Name: "content/digests/b.md", Data: []byte(talks + "---\n> “No.”\n>\n> — [[Freedonia]] ^no\n")},
		{Name: "content/digests/gone.md", Data: []byte(talks + "withdrawn: It was a hoax.\n---\n> “Never.”\n>\n> — [[Freedonia]] ^never\n")},
	}, "/"), locale.English())
	if n := mainView(t, plan, "/").(page.Front).Key.Digests; n != 2 {
		t.Errorf("it counts %d", n)
	}
}
