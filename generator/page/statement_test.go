package page_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// TestLongThreadsAreCutAndSaySo reads the last statement of a chain of answers:
// the nearest are named, oldest first.
func TestLongThreadsAreCutAndSaySo(t *testing.T) {
	var b strings.Builder
	b.WriteString("---\ntitle: Talks\ndate: 2025-06-19\n---\n")
	for i := range 9 {
		reply := ""
		if i > 0 {
			reply = fmt.Sprintf(", in reply to [[#^s%d]]", i-1)
		}
		fmt.Fprintf(&b, "\n> “No. %d”\n>\n> — [[Freedonia]] to [[Sylvania]], 2025-06-%02d%s ^s%d\n", i, 10+i, reply, i)
	}
	plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(b.String())}}, "/"), locale.English())
	for id, want := range map[string]struct {
		answers int
		first   string
		earlier bool
	}{"s8": {6, "“No. 2”", true}, "s6": {6, "“No. 0”", false}, "s1": {1, "“No. 0”", false}} {
		p, _ := plan.Lookup("/digests/a/" + id + "/")
		view := p.View().Main.(*page.Statement)
		if len(view.Answers) != want.answers || view.Answers[0].Words != want.first || view.Earlier != want.earlier {
			t.Errorf("%s answers %d statements from %s on, earlier ones %t", id, len(view.Answers), view.Answers[0].Words, view.Earlier)
		}
	}
}

// TestAStatementSaysWhoCodedItByWhichTestAndWhereToReportAnError looks at what stands on
// the page of each statement, and not on the tombstone of a withdrawn one.
func TestAStatementSaysWhoCodedItByWhichTestAndWhereToReportAnError(t *testing.T) {
	files := txtar.Parse([]byte(`
-- content/index.md --
---
report_url: "https://errors.example/new?title="
---
-- content/digests/a.md --
---
title: Talks
date: 2031-03-09
coded_by: [A, B, C, D, E, F, G]
reviewed_by: [H]
withdrawn: {gone: "not said"}
---

> “No.”
>
> — [[Freedonia]] to [[Sylvania]] #reject #warn ^no

> “Gone.”
>
> — [[Freedonia]] ^gone
-- content/digests/b.md --
---
title: Talks
date: 2031-03-09
---

> “No.”
>
> — [[Freedonia]] ^no
`)).Files
	plan := page.New(resolved(t, files, "/"), locale.English())
	for route, want := range map[string]string{
		"/digests/a/no/":   "[A B C D E F …] [H] reject: refuses a proposal or a request; warn: speaks of harm to come, or against an act, and names no harm of its own doing; https://errors.example/new?title=content/digests/a.md",
		"/digests/a/gone/": "[] [] https://errors.example/new?title=content/digests/a.md",
		"/digests/b/no/":   "[] [] state: does nothing that another test names, or says “we may” without a condition; https://errors.example/new?title=content/digests/b.md",
	} {
		p, _ := plan.Lookup(route)
		view := p.View().Main.(*page.Statement)
		got := fmt.Sprintf("%v %v ", view.CodedBy, view.ReviewedBy)
		for _, act := range view.Acts {
			got += act.Name + ": " + act.Test + "; "
		}
		if got += view.Report; got != want {
			t.Errorf("%s: %s", route, got)
		}
	}
}

// TestAViewShowsNothingOfTheOneThatItsRoomWasUsedFor makes the views of all statements and digests in rooms of their own, and then
// each once more in the room of the one before.
func TestAViewShowsNothingOfTheOneThatItsRoomWasUsedFor(t *testing.T) {
	archive := sample(t, "")
	plan := page.New(archive, locale.English())
	view := func(route string) page.View {
		p, _ := plan.Lookup(route)
		return p.View()
	}
	var routes []string
	for _, s := range archive.Statements {
		routes = append(routes, s.OwnRoute())
	}
	for _, d := range archive.Digests {
		routes = append(routes, d.Route())
	}
	alone := map[string]string{}
	for _, route := range routes {
		alone[route] = dump(view(route))
	}
	for range 2 {
		for _, route := range routes {
			again := view(route)
			if shown := dump(again); shown != alone[route] {
				t.Errorf("%s\nis in a room that was used\n%s", alone[route], shown)
			}
			again.Done()
		}
		slices.Reverse(routes)
	}
}

// TestFactsHaveTheGregorianDayToo: on a Persian site, where a reader compares them with a source, and cards do not.
func TestFactsHaveTheGregorianDayToo(t *testing.T) {
	files := []txtar.File{{Name: "content/digests/talks.md", Data: []byte("---\ntitle: گفتگو\ndate: 2025-06-21\nlastmod: 2025-06-22\nrecorded: 2025-06-23\n" +
		"sources: [{title: گزارش, date: 2025-06-20, accessed: 2025-06}]\ncorrections: [{date: 2025-06-24, text: نه}]\nwithdrawn: {gone: {date: 2025-06-25, reason: نه}}\n---\n> «نه.»\n>\n> — [[Freedonia]], 2025-06-19T09:05+03:30 ^no\n\n> «شاید.»\n>\n> — [[Freedonia]], 2025-06-18~ ^maybe\n\n> «هرگز.»\n>\n> — [[Freedonia]], 2025-06-18 ^gone\n")}}
	files = append(files, txtar.File{Name: "content/pages/method.md", Data: []byte("---\ntitle: روش\ndate: 2025-06-24\n---\n")})
	for _, c := range []struct{ site, said, published, recorded, modified, source, accessed, card, corrected, gone, about string }{
		{"language: fa", "۲۹ خرداد ۱۴۰۴ (۱۹ ژوئن ۲۰۲۵)، ساعت ۹:۰۵ (UTC+۳:۳۰)", "۳۰ خرداد ۱۴۰۴ (۲۰ ژوئن ۲۰۲۵)", "۲ تیر ۱۴۰۴ (۲۳ ژوئن ۲۰۲۵)", "۱ تیر ۱۴۰۴ (۲۲ ژوئن ۲۰۲۵)",
			"۳۰ خرداد ۱۴۰۴ (۲۰ ژوئن ۲۰۲۵)", "ژوئن ۲۰۲۵", "۲۹ خرداد ۱۴۰۴، ساعت ۹:۰۵ (UTC+۳:۳۰)",
			"۳ تیر ۱۴۰۴ (۲۴ ژوئن ۲۰۲۵)", "در ۴ تیر ۱۴۰۴ (۲۵ ژوئن ۲۰۲۵) پس گرفته شد:", "حدود ۲۸ خرداد ۱۴۰۴ (۱۸ ژوئن ۲۰۲۵)"},
		{"language: fa\ncalendar: gregorian", "۱۹ ژوئن ۲۰۲۵، ساعت ۹:۰۵ (UTC+۳:۳۰)", "۲۰ ژوئن ۲۰۲۵", "۲۳ ژوئن ۲۰۲۵", "۲۲ ژوئن ۲۰۲۵", "۲۰ ژوئن ۲۰۲۵", "ژوئن ۲۰۲۵", "۱۹ ژوئن ۲۰۲۵، ساعت ۹:۰۵ (UTC+۳:۳۰)",
			"۲۴ ژوئن ۲۰۲۵", "در ۲۵ ژوئن ۲۰۲۵ پس گرفته شد:", "حدود ۱۸ ژوئن ۲۰۲۵"},
	} {
		tag := "fa"
		if strings.Contains(c.site, "gregorian") {
			tag = "fa-u-ca-gregory"
		}
		l, err := locale.New(tag, os.DirFS("../../templates"))
		if err != nil {
			t.Fatal(err)
		}
		plan := page.New(resolved(t, append(files, txtar.File{Name: "content/index.md", Data: []byte("---\ntitle: Talks\n" + c.site + "\n---\n")}), "/"), l)
		p, _ := plan.Lookup("/digests/talks/no/")
		one := p.View().Main.(*page.Statement)
		p, _ = plan.Lookup("/digests/talks/")
		digest := p.View().Main.(*page.Digest)
		p, _ = plan.Lookup("/digests/talks/gone/")
		gone := p.View().Main.(*page.Statement)
		p, _ = plan.Lookup("/digests/talks/maybe/")
		maybe := p.View().Main.(*page.Statement)
		for what, got := range map[string][2]string{
			"said":      {one.Said.Label, c.said},
			"published": {one.Published.Label, c.published},
			"recorded":  {one.Recorded.Label, c.recorded},
			"changed":   {digest.Modified.Label, c.modified},
			"source":    {digest.Sources[0].Date.Label, c.source},
			"accessed":  {digest.Sources[0].Accessed.Label, c.accessed},
			"card":      {cardOf(one.Card).Date.Label, c.card},
			"corrected": {one.Corrected.Label, c.corrected},
			"ledger":    {digest.Corrections[1].Date.Label, c.corrected},
			"gone":      {cardOf(gone.Card).WithdrawnOn.Label, c.gone},
			"about":     {maybe.Said.Label, c.about},
			"a page":    {mainView(t, plan, "/method/").(page.Text).Date.Label, c.corrected},
		} {
			if got[0] != got[1] {
				t.Errorf("%s, %s: %s, want %s", c.site, what, got[0], got[1])
			}
		}
	}
}

// TestADayIsNamedOnlyWhereSomethingIsSurelyOfIt reads headings of the front page and of an actor, and the pages of the days.
func TestADayIsNamedOnlyWhereSomethingIsSurelyOfIt(t *testing.T) {
	for dates, want := range map[string]string{
		"2031-03-09~":                           "9 March 2031",
		"2031-03-09?":                           "9 March 2031",
		"2031-03-09%":                           "9 March 2031",
		"2031-03-09~/2031-04":                   "9 March 2031",
		"../2031-03-09~":                        "9 March 2031",
		"2031-03-09/2031-04-02~":                "Sunday, 9 March 2031",
		"2031-03-09~ 2031-03-09":                "Sunday, 9 March 2031",
		"2031-03-09~ 2031-03-09T14:30":          "Sunday, 9 March 2031",
		"2031-03-09~ 2031-03-09? ../2031-03-09": "Sunday, 9 March 2031",
	} {
		text := "---\ntitle: Talks\ndate: 2031-05\n---\n"
		for i, date := range strings.Fields(dates) {
			text += fmt.Sprintf("\n> “No.”\n>\n> — [[Freedonia]], %s ^no-%d\n", date, i)
		}
		plan := page.New(resolved(t, []txtar.File{{Name: "content/digests/a.md", Data: []byte(text)}}, "/"), locale.English())
		front := mainView(t, plan, "/").(page.Front).Timeline.Days
		actor := mainView(t, plan, "/actors/freedonia/").(*page.Actor).Timeline.Days
		day := mainView(t, plan, "/2031/03/09/").(page.Period)
		if got := []string{front[len(front)-1].Label, actor[0].Label, day.Title, day.Timeline.Days[0].Label}; slices.ContainsFunc(got, func(label string) bool { return label != want }) {
			t.Errorf("of %s the headings are %q, want %q", dates, got, want)
		}
	}
}
