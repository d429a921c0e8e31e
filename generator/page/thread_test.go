package page_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// threadPlan plans a digest with a chain of that many answers, a pair, one that nobody
// answers, and a digest that mentions the chain's second statement twice. matter is more front matter of the first digest.
func threadPlan(t *testing.T, chain int, index string, matter ...string) *page.Plan {
	t.Helper()
	var b strings.Builder
	b.WriteString("---\ntitle: Talks\ndate: 2025-06-19\n" + strings.Join(matter, "") + "---\nSee [[#^s1]].\n")
	say := func(id, reply string) {
		if reply != "" {
			reply = ", in reply to [[#^" + reply + "]]"
		}
		fmt.Fprintf(&b, "\n> “No, says %s.”\n>\n> — [[Freedonia]] to [[Sylvania]]%s ^%s\n", id, reply, id)
	}
	say("s0", "")
	for i := 1; i < chain; i++ {
		say(fmt.Sprintf("s%d", i), fmt.Sprintf("s%d", i-1))
	}
	say("alone", "")
	say("asks", "")
	say("answers", "asks")
	return page.New(resolved(t, []txtar.File{
		{Name: "content/index.md", Data: []byte(index)},
		{Name: "content/digests/talks.md", Data: []byte(b.String())},
		{Name: "content/digests/later.md", Data: []byte("---\ntitle: Later\ndate: 2025-06-20\n---\nAs [[talks#^s1]] and [[talks#^s1|again]].\n")},
	}, "/"), locale.English())
}

func TestAThreadHasOnePageFromItsFirstStatement(t *testing.T) {
	plan := threadPlan(t, 70, "---\ntitle: Talks\n---\n")
	var routes []string
	for p := range plan.All() {
		if p.Template == "thread.html" {
			routes = append(routes, p.Route)
		}
	}
	if got := strings.Join(routes, " "); got != "/digests/talks/s0/thread/" {
		t.Fatalf("threads are at %q", got)
	}
	p, found := plan.Lookup("/digests/talks/s0/thread/")
	if !found {
		t.Fatal("the thread's page is not found by its route")
	}
	view := p.View().Main.(page.Thread)
	if view.Count != 70 || len(view.Statements) != 70 || view.Pager.Many() {
		t.Errorf("a thread of %d statements shows %d, and is %d pages", view.Count, len(view.Statements), view.Pager.Parts())
	}
	for i, want := range map[int]string{0: "__talks/s0", 69: "__talks/s69"} {
		if got := view.Statements[i].ID; got != want {
			t.Errorf("statement %d is %s, want %s", i, got, want)
		}
	}
	for _, none := range []string{"/digests/talks/s1/thread/", "/digests/talks/asks/thread/", "/digests/talks/alone/thread/", "/digests/talks/thread/"} {
		if _, found := plan.Lookup(none); found {
			t.Errorf("there is a page at %s", none)
		}
	}
}

// TestALongThreadHasNumberedPages: each statement stands on one that its own page leads to.
func TestALongThreadHasNumberedPages(t *testing.T) {
	plan := threadPlan(t, 250, "---\ntitle: Talks\n---\n")
	for i := range 250 {
		href := mainView(t, plan, fmt.Sprintf("/digests/talks/s%d/", i)).(*page.Statement).Thread.Href
		route, id, _ := strings.Cut(href, "#")
		view := mainView(t, plan, route).(page.Thread)
		if !slices.ContainsFunc(view.Statements, func(s page.ThreadCard) bool { return s.ID == id }) {
			t.Errorf("statement %d is not at %s", i, href)
		}
	}
	newest := mainView(t, plan, "/digests/talks/s0/thread/").(page.Thread)
	if newest.Count != 250 || newest.Pager.Older != "/digests/talks/s0/thread/p/2/" || newest.Statements[99].ID != "__talks/s249" || newest.Paper.Pager == nil {
		t.Errorf("the page of the newest is %+v", newest.Pager)
	}
}

func TestAStatementLeadsToItsThreadAndToWhatMentionsIt(t *testing.T) {
	plan := threadPlan(t, 3, "---\ntitle: Talks\n---\n")
	for id, want := range map[string]string{
		"s0": "/digests/talks/s0/thread/#__talks/s0", "s2": "/digests/talks/s0/thread/#__talks/s2", "alone": "", "asks": "", "answers": "",
	} {
		p, _ := plan.Lookup("/digests/talks/" + id + "/")
		view := p.View().Main.(*page.Statement)
		if view.Thread.Href != want || want != "" && view.InThread != 3 {
			t.Errorf("%s leads to %q, of %d statements; want %q", id, view.Thread.Href, view.InThread, want)
		}
		mentioned := 0
		if id == "s1" {
			mentioned = 1
		}
		if len(view.Mentions) != mentioned {
			t.Errorf("%s is mentioned in %v", id, view.Mentions)
		}
	}
	p, _ := plan.Lookup("/digests/talks/s1/")
	if got := p.View().Main.(*page.Statement).Mentions; len(got) != 1 || got[0].Href != "/digests/later/" {
		t.Errorf("mentioned in %v, want the other digest once", got)
	}
}

// TestAThreadCountsWhatStands: and says apart how much of it was withdrawn, which keeps its place and leads there.
func TestAThreadCountsWhatStands(t *testing.T) {
	plan := threadPlan(t, 70, "---\ntitle: Talks\n---\n", "withdrawn: {s0: Never said, s1: Nor this, s65: Nor that, asks: Never asked}\n")
	at := func(route string) any {
		p, found := plan.Lookup(route)
		if !found {
			t.Fatalf("there is no page at %s", route)
		}
		return p.View().Main
	}
	p, _ := plan.Lookup("/digests/talks/s0/thread/")
	if title := p.View().Head.Title; !strings.HasPrefix(title, "Thread of 67 statements") {
		t.Errorf("the title is %q", title)
	}
	thread := at("/digests/talks/s0/thread/").(page.Thread)
	if thread.Count != 67 || thread.Withdrawn != 3 || len(thread.Statements) != 70 {
		t.Errorf("the thread says that %d stand and %d do not, shows %d", thread.Count, thread.Withdrawn, len(thread.Statements))
	}
	for _, id := range []string{"s0", "s1", "s2"} {
		view := at("/digests/talks/" + id + "/").(*page.Statement)
		if view.Thread.Href != "/digests/talks/s0/thread/#__talks/"+id || view.InThread != 67 || view.GoneInThread != 3 {
			t.Errorf("%s leads to %q, of %d statements and %d withdrawn", id, view.Thread.Href, view.InThread, view.GoneInThread)
		}
	}
	if got := at("/digests/talks/asks/").(*page.Statement).Replies; len(got) != 1 || got[0].Href != "/digests/talks/answers/" {
		t.Errorf("a withdrawn statement names %v, want the one that answers it", got)
	}
}

// TestAThreadOfWhichLittleStandsCountsAll: what stands alone answers nothing. Of what is withdrawn whole nothing is to be found.
func TestAThreadOfWhichLittleStandsCountsAll(t *testing.T) {
	const index = "---\ntitle: Talks\n---\n"
	for _, c := range []struct {
		matter           string
		count, withdrawn int
		hidden           bool
	}{
		{"withdrawn: Never said\n", 3, 0, true},
		{"withdrawn: {s0: Never said, s1: Nor this, s2: Nor that}\n", 3, 0, true},
		{"withdrawn: {s0: Never said, s1: Nor this}\n", 3, 0, false},
		{"withdrawn: {s0: Never said}\n", 2, 1, false},
	} {
		plan := threadPlan(t, 3, index, c.matter)
		p, _ := plan.Lookup("/digests/talks/s0/thread/")
		view := p.View()
		thread := view.Main.(page.Thread)
		title := fmt.Sprintf("Thread of %d statements", c.count)
		if thread.Count != c.count || thread.Withdrawn != c.withdrawn || !strings.HasPrefix(view.Head.Title, title) {
			t.Errorf("%s: %q counts %d and %d withdrawn, want %d and %d", c.matter, view.Head.Title, thread.Count, thread.Withdrawn, c.count, c.withdrawn)
		}
		if p.NoIndex != c.hidden || view.Head.NoIndex != c.hidden {
			t.Errorf("%s: hidden from search engines: %v, and by itself %v", c.matter, p.NoIndex, view.Head.NoIndex)
		}
		p, _ = plan.Lookup("/digests/talks/s2/")
		if s := p.View().Main.(*page.Statement); s.InThread != c.count || s.GoneInThread != c.withdrawn {
			t.Errorf("%s: a statement leads to %d and %d withdrawn, want %d and %d", c.matter, s.InThread, s.GoneInThread, c.count, c.withdrawn)
		}
	}
}

// TestAThreadCoversWhatItCounts: not the days of what was withdrawn, unless that is counted.
func TestAThreadCoversWhatItCounts(t *testing.T) {
	const body = "> “No.”\n>\n> — [[Freedonia]], 2025-06-01 ^s0\n\n> “Yes.”\n>\n> — [[Sylvania]], 2025-06-05, in reply to [[#^s0]] ^s1\n\n" +
		"> “No.”\n>\n> — [[Freedonia]], 2025-06-07, in reply to [[#^s1]] ^s2\n\n> “Yes.”\n>\n> — [[Sylvania]], 2025-06-09, in reply to [[#^s2]] ^s3\n"
	for withdrawn, want := range map[string]string{
		"{s0: Never said}":                                      "5–9 June 2025",
		"{s0: Never said, s3: Nor this}":                        "5–7 June 2025",
		"{s1: Never said}":                                      "1–9 June 2025",
		"{s0: Never said, s1: Nor this, s2: Nor that}":          "1–9 June 2025",
		"{s0: Never said, s1: Nor, s2: Nor that, s3: Nor this}": "1–9 June 2025",
	} {
		plan := page.New(resolved(t, []txtar.File{
			{Name: "content/index.md", Data: []byte("---\ntitle: Talks\n---\n")},
			{Name: "content/digests/talks.md", Data: []byte("---\ntitle: Talks\ndate: 2025-06-19\nwithdrawn: " + withdrawn + "\n---\n" + body)},
		}, "/"), locale.English())
		p, _ := plan.Lookup("/digests/talks/s0/thread/")
		if got := p.View().Main.(page.Thread).Covers; got != want {
			t.Errorf("without %s the thread covers %s, want %s", withdrawn, got, want)
		}
	}
}

func TestWithoutStatementPagesThereAreNoThreads(t *testing.T) {
	plan := threadPlan(t, 5, "---\ntitle: Talks\nstatement_pages: false\n---\n")
	for p := range plan.All() {
		if p.Template == "thread.html" {
			t.Errorf("%s is a page that nothing leads to", p.Route)
		}
	}
}

// TestAnOldAddressOfAThreadLeadsAlong: where a digest was renamed, and not where an editor says otherwise or there is no page.
func TestAnOldAddressOfAThreadLeadsAlong(t *testing.T) {
	const talks = "title: Talks\ndate: 2025-06-19\naliases: [/digests/old/, /digests/older/, \"/digests/talks/thread/#s1\"]\n---\n" +
		"> “No.”\n>\n> — [[Freedonia]] ^s0\n\n> “Yes.”\n>\n> — [[Sylvania]], in reply to [[#^s0]] ^s1\n\n> “No.”\n>\n> — [[Freedonia]], in reply to [[#^s1]] ^s2\n"
	for _, c := range []struct {
		pages string
		want  map[string]string // by old address; "" where there is none
	}{
		{"true", map[string]string{
			"/digests/old/s0/thread/": "/digests/talks/s0/thread/", "/digests/older/s0/thread/": "/digests/later/",
			"/digests/old/s1/thread/": "", "/digests/old/s0/": "/digests/talks/s0/",
			"/digests/talks/thread/": "/digests/talks/s1/", // "thread" was its id
		}},
		{"false", map[string]string{"/digests/old/s0/thread/": "", "/digests/old/s0/": "/digests/talks/#s0"}},
	} {
		plan := page.New(resolved(t, []txtar.File{
			{Name: "content/index.md", Data: []byte("---\ntitle: Talks\nstatement_pages: " + c.pages + "\n---\n")},
			{Name: "content/digests/talks.md", Data: []byte("---\n" + talks)},
			{Name: "content/digests/later.md", Data: []byte("---\ntitle: Later\ndate: 2025-06-20\naliases: [/digests/older/S0/thread/]\n---\n")},
		}, "/"), locale.English())
		all := map[string]bool{}
		for p := range plan.All() {
			all[strings.ToLower(p.Route)] = true
		}
		for from, want := range c.want {
			p, found := plan.Lookup(from)
			if want == "/digests/later/" {
				p, found = plan.Lookup(strings.Replace(from, "s0", "S0", 1))
			}
			if found != (want != "") || all[from] != found {
				t.Errorf("with pages of statements %s, %s is found: %v, and listed: %v", c.pages, from, found, all[from])
			} else if found {
				if to := p.View().Main.(page.Redirect).Href; to != want {
					t.Errorf("%s leads to %s, want %s", from, to, want)
				}
			}
		}
	}
}
