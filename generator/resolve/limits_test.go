package resolve_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"demarche/generator/resolve"
)

// dumpOf resolves files written as in mistakes.
func dumpOf(t *testing.T, files string) string {
	t.Helper()
	s := readSite(fenced(files))
	return dump(s.files, s.docs(t), resolve.Options{})
}

func TestJointStatementOfThousandsHasNoDyads(t *testing.T) {
	var speakers, addressed []string
	for i := range 70 {
		speakers = append(speakers, fmt.Sprintf("[[Valley %d]]", i))
		addressed = append(addressed, fmt.Sprintf("[[Hill %d]]", i))
	}
	for relation, want := range map[string]string{"to": "to 70 and about 0", "about": "to 0 and about 70"} {
		got := dumpOf(t, "-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “We.”\n>\n> — "+strings.Join(speakers, ", ")+" "+relation+" "+strings.Join(addressed, ", ")+"\n")
		if !strings.Contains(got, "70 parties speak "+want+" [too-many-pairs]") || strings.Contains(got, "\ndyad ") {
			t.Errorf("%s: no error, or dyads all the same", relation)
		}
	}
}

// TestLongWordsInVeryManyListsAreAnError counts the words, and the names and posts that stand with them.
func TestLongWordsInVeryManyListsAreAnError(t *testing.T) {
	speakers := func(n int) string {
		return strings.TrimSuffix(strings.Repeat("[[A%d]], ", n), ", ")
	}
	numbers := func(n int) (all []any) {
		for i := range n {
			all = append(all, i)
		}
		return all
	}
	for words, want := range map[string]bool{strings.Repeat("a ", 100_000): true, strings.Repeat("a ", 10_000): false} {
		got := dumpOf(t, "-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “"+words+"”\n>\n> — "+fmt.Sprintf(speakers(400), numbers(400)...)+"\n")
		if strings.Contains(got, "[too-many-copies]") != want {
			t.Errorf("%d bytes in the lists of 400: %.300s", len(words), got)
		}
	}
	post := "  - {role: " + strings.Repeat("R ", 200) + "%d, organization: B}\n"
	got := dumpOf(t, "-- actors/A.md --\nposts:\n"+fmt.Sprintf(strings.Repeat(post, 100), numbers(100)...)+
		"\n-- digests/a.md --\ntitle: A\ndate: 2025\n\n"+strings.Repeat("> “We.”\n>\n> — [[A]] to [[C]]\n\n", 1000))
	if !strings.Contains(got, "[too-many-copies]") {
		t.Errorf("100 posts on 1,000 cards: %.300s", got)
	}
}

// TestEventsOfVeryManyAreAnError counts the names that each page of those who take part has.
func TestEventsOfVeryManyAreAnError(t *testing.T) {
	names := func(name string, n int) string {
		var all strings.Builder
		for i := range n {
			fmt.Fprintf(&all, "%s %d,", name, i)
		}
		return all.String() + name
	}
	for n, want := range map[int]bool{190: false, 900: true} { // the first is a vote of the world, of each week of a month
		vote := fmt.Sprintf("- {act: vote, date: 2031-05-04, yes: [%s], no: [%s]}\n", names("Freedonian isle", n/2), names("Sylvan isle", n/2))
		got := dumpOf(t, "-- digests/a.md --\ntitle: A\ndate: 2031\nevents:\n"+strings.Repeat(vote, 4))
		if told := strings.Count(got, "the events of content/digests/a.md would take over 64 MB on the pages of all who take part in them [too-many-copies]"); (told == 1) != want || told > 1 {
			t.Errorf("%d errors for votes of %d: %.300s", told, n, got)
		}
	}
}

// Each actor has a page of its own; the name of their conversation's folder is that of both.
func TestAConversationWithTooLongANameIsAnError(t *testing.T) {
	for size, want := range map[int]bool{126: false, 127: true} {
		got := dumpOf(t, "-- digests/a.md --\ntitle: A\ndate: 2031\n"+strings.Repeat("\n> “We.”\n>\n> — [["+strings.Repeat("f", size)+"]] to [["+strings.Repeat("s", 127)+"]]\n", 3))
		if told := strings.Count(got, "would have a folder with a name of 256 bytes, and file systems take 255 [long-address]"); (told == 1) != want || told > 1 {
			t.Errorf("%d errors of %d bytes: %.300s", told, size, got)
		}
	}
}

// The menu stands on every page, so that one of all pages would cost the square of their number.
func TestTheMenuIsBounded(t *testing.T) {
	var pages, names strings.Builder
	for i := range 60 {
		fmt.Fprintf(&pages, "-- pages/page-%02d.md --\ntitle: Page %02d\n\n", i, i)
		fmt.Fprintf(&names, "page-%02d, ", i)
	}
	for menu, want := range map[string]string{
		"":                                       "content/index.md:1:1: warning: the menu stands on every page, so that it has at most 50 entries: 16 of 60 are left out [long-menu]",
		"menu: [pages, search, timeline]\n":      "content/index.md:3:8: warning: the menu stands on every page, so that it has at most 50 entries: 12 of 60 are left out [long-menu]",
		"menu: [" + names.String() + "search]\n": "content/index.md:3:458: warning: the menu stands on every page, so that it has at most 50 entries: 11 of 61 are left out [long-menu]",
		"menu: [" + names.String()[:len("page-00, ")*48] + "pages, search]\n": "content/index.md:3:440: warning: the menu stands on every page, so that it has at most 50 entries: 11 of 12 are left out [long-menu]",
		"menu: [search, page-07]\n": "",
	} {
		got := dumpOf(t, "-- index.md --\ntitle: A\n"+menu+"\n"+pages.String())
		if strings.Count(got, "[long-menu]") != min(1, len(want)) || !strings.Contains(got, want) {
			t.Errorf("%s: no %s in %.3000s", menu, want, got)
		}
		if menu == "menu: [pages, search, timeline]\n" && (!strings.Contains(got, "Page 47") || !strings.Contains(got, "Timeline")) {
			t.Errorf("pages take the place of what stands behind them: %.3000s", got)
		}
	}
}

func TestEndlessChainOfParentsIsCut(t *testing.T) {
	var files strings.Builder
	for i := range 40 {
		fmt.Fprintf(&files, "-- actors/Office %02d.md --\nkind: body\nparent: Office %02d\n\n", i, i+1)
	}
	files.WriteString("-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “We.”\n>\n> — [[Office 00]] to [[Office 39]]\n")
	got := dumpOf(t, files.String())
	if !strings.Contains(got, "error: over 32 bodies stand above Office 00 [parent-depth]") || !strings.Contains(got, "parties: office-00 → office-40") {
		t.Errorf("the chain was not cut at its beginning:\n%s", got)
	}
}

func TestPostsInACircleEndAtTheSpeaker(t *testing.T) {
	got := dumpOf(t, "-- actors/A.md --\nposts: [{role: Aide, organization: B}]\n\n-- actors/B.md --\nposts: [{role: Aide, organization: A}]\n\n-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “We.”\n>\n> — [[A]] to [[C]]\n")
	if !strings.Contains(got, "parties: a → c ") {
		t.Errorf("got:\n%s", got)
	}
}

func TestEveryWayToWriteATimeHides(t *testing.T) {
	now := time.Date(2026, 6, 1, 12, 0, 0, 0, time.UTC)
	for written, hidden := range map[string]bool{
		"2026-06-01T12:00:00Z":      false,
		"2026-06-01T12:00:01Z":      true,
		"2026-06-01T12:01":          true,
		"2026-06-01T11:59":          false,
		"2026-06-01T13:00:00":       true,
		"2026-06-01T13:00+02":       false,
		"2026-06-01T17:30:01+05:30": true,
		"2026-06-01":                false,
		"2026-06-02":                true,
		"2026-06":                   false,
		"2026-07":                   true,
		"2026":                      false,
		"2027":                      true,
		"2026-06-02/2026-06-05":     true,
		"2026-05-02/..":             false,
	} {
		s := readSite(fenced("-- digests/a.md --\ntitle: A\ndate: 2025\npublishDate: " + written + "\n"))
		archive, _ := resolve.All(s.docs(t), resolve.Options{Now: now})
		if (len(archive.Hidden) == 1) != hidden {
			t.Errorf("publishDate %s: hidden is %t, want %t", written, !hidden, hidden)
		}
	}
}

// TestAnEndlessChainOfPostsIsAnError has posts in bodies that have posts themselves, with a parent between them.
func TestAnEndlessChainOfPostsIsAnError(t *testing.T) {
	for n, want := range map[int]bool{32: false, 33: true, 3000: true} {
		var files strings.Builder
		for i := range n {
			next := fmt.Sprintf("posts: [{role: Aide, organization: Office %04d}]", i+1)
			if i%2 == 1 {
				next = fmt.Sprintf("parent: Office %04d", i+1)
			}
			fmt.Fprintf(&files, "-- actors/Office %04d.md --\n%s\n\n", i, next)
		}
		files.WriteString("-- digests/a.md --\ntitle: A\ndate: 2025\n\n> “We.”\n>\n> — [[Office 0000]] to [[C]]\n\n> “We.”\n>\n> — [[Office 0000]] to [[C]]\n")
		got := dumpOf(t, files.String())
		if told := strings.Contains(got, "actors/Office 0000.md:2:36: error: over 32 bodies stand above Office 0000, by posts and by parents [parent-depth]"); told != want || strings.Count(got, "[parent-depth]") > 1 {
			t.Errorf("%d: told is %v:\n%.2000s", n, told, got)
		}
	}
}

// TestManyPostsAboveManyStatementsAreAnError has bodies each of which has posts in all others.
func TestManyPostsAboveManyStatementsAreAnError(t *testing.T) {
	const offices = 60
	var files, posts strings.Builder
	for i := range offices {
		fmt.Fprintf(&posts, "  - {role: Aide, organization: Office %d}\n", i)
	}
	for i := range offices {
		fmt.Fprintf(&files, "-- actors/Office %d.md --\nposts:\n%s\n", i, posts.String())
	}
	for n, want := range map[int]bool{20: false, 1000: true} {
		got := dumpOf(t, files.String()+"-- digests/a.md --\ntitle: A\ndate: 2025\n\n"+strings.Repeat("> “We.”\n>\n> — [[Office 0]] to [[Office 1]]\n\n", n))
		if told := strings.Count(got, "[too-many-posts]"); (told == 1) != want || told > 1 {
			t.Errorf("%d statements: told %d times", n, told)
		}
	}
}
