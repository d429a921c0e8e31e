package page_test

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/tools/txtar"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/locale"
	"demarche/generator/page"
)

// record makes an archive in which Freedonia addresses Sylvania n times on one topic.
// date gives the date of each statement, oldest first; perDigest of them stand in
// a digest.
func record(t testing.TB, n, perDigest int, date func(int) string) *dossier.Archive {
	t.Helper()
	a := &dossier.Archive{Site: dossier.Site{Title: "Record", BasePath: "/", Language: "en", StatementPages: true, Autolink: true}}
	from, to := &dossier.Actor{Slug: "freedonia", Name: "Freedonia", Kind: "state"}, &dossier.Actor{Index: 1, Slug: "sylvania", Name: "Sylvania", Kind: "state"}
	dyad := &dossier.Dyad{Slug: "freedonia--sylvania", A: from, B: to, AtoB: n}
	topic := &dossier.Topic{Slug: "harbour", Name: "harbour"}
	var digest *dossier.Digest
	for i := range n {
		when, err := edtf.Parse(date(i))
		if err != nil {
			t.Fatal(err)
		}
		if i%perDigest == 0 {
			digest = &dossier.Digest{Doc: &dossier.Doc{Meta: dossier.Meta{Extra: &dossier.Extra{}}}, Index: len(a.Digests), Slug: fmt.Sprintf("digest-%06d", i), Title: "Digest", Lang: "en", When: when}
			a.Digests = append(a.Digests, digest)
		}
		s := &dossier.Statement{
			Quote: &dossier.Quote{ID: fmt.Sprintf("said-%d", i), Text: "We would warn Sylvania.", Words: dossier.Prose{HTML: []byte("<p>We would warn Sylvania.</p>")}, Details: &dossier.Details{}},
			Index: i, Digest: digest, Act: dossier.ActByName("warn"), Lang: "en", When: when,
			Speakers: []*dossier.Actor{from}, To: []*dossier.Actor{to}, Parties: []*dossier.Actor{from}, ToParties: []*dossier.Actor{to},
			Topics: []*dossier.Topic{topic}, Dyads: []*dossier.Dyad{dyad}, Ties: &dossier.Ties{},
		}
		digest.Statements = append(digest.Statements, s)
		a.Statements = append(a.Statements, s)
	}
	from.Said, to.Addressed, dyad.Statements, topic.Statements = a.Statements, a.Statements, a.Statements, a.Statements
	from.Digests, to.Digests, topic.Digests = a.Digests, a.Digests, a.Digests
	a.Actors, a.Topics = []*dossier.Actor{from, to}, []*dossier.Topic{topic}
	if n > 0 {
		a.Dyads = []*dossier.Dyad{dyad}
		from.Dyads, to.Dyads = a.Dyads, a.Dyads
		a.First, a.Last = a.Statements[0].When, a.Statements[n-1].When
	}
	return a
}

// cards are the indexes of the statements that a view shows, ascending.
func cards(view page.View) []int {
	var found []int
	var follow func(v reflect.Value)
	follow = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Pointer, reflect.Interface:
			if !v.IsNil() {
				follow(v.Elem())
			}
		case reflect.Slice:
			for i := range v.Len() {
				follow(v.Index(i))
			}
		case reflect.Struct:
			if ref, ok := v.Interface().(page.CardRef); ok {
				found = append(found, ref.Index)
				return
			}
			if ref, ok := v.Interface().(page.LineRef); ok {
				found = append(found, ref.Index)
				return
			}
			for i := range v.NumField() {
				follow(v.Field(i))
			}
		}
	}
	follow(reflect.ValueOf(view.Main))
	slices.Sort(found)
	return found
}

// datings are ways in which the statements of a record may lie in time.
var datings = map[string]func(int) string{
	"day by day": func(i int) string {
		return time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, i).Format(time.DateOnly)
	},
	"on one day":          func(int) string { return "2025-06-19" },
	"in an unknown day":   func(int) string { return "2025-06" },
	"in an unknown month": func(int) string { return "2025" },
	"in an unknown year":  func(int) string { return "202X" },
	"twenty to a day":     func(i int) string { return fmt.Sprintf("2025-%02d-%02d", 1+i/400, 1+i/20%20) },
	"year by year":        func(i int) string { return fmt.Sprintf("%04d-01-01", i+1) },
}

// lists are the long lists of a record.
var lists = []string{"/", "/actors/freedonia/", "/actors/sylvania/", "/topics/harbour/", "/conversations/freedonia--sylvania/", "/acts/warn/"}

func TestEveryEntryOfALongListStandsOnAPage(t *testing.T) {
	for name, date := range datings {
		for _, n := range []int{0, 1, 99, 100, 101, 199, 200, 201, 350} {
			plan := page.New(record(t, n, 1, date), locale.English())
			for _, list := range lists {
				found := map[int]bool{}
				route := list
				for route != "" {
					p, ok := plan.Lookup(route)
					if !ok {
						if n > 0 || !strings.HasPrefix(list, "/conv") {
							t.Errorf("%d %s: no page %s", n, name, route)
						}
						break
					}
					view := p.View()
					shown := cards(view)
					for _, at := range shown {
						found[at] = true
					}
					pager := pagerOf(view)
					if pager.Number > 0 && len(shown) != 100 {
						t.Errorf("%d %s: %s shows %d", n, name, route, len(shown))
					}
					if pager.Number == 0 && len(shown) != min(n, 100) {
						t.Errorf("%d %s: %s shows %d", n, name, route, len(shown))
					}
					route = pager.Older
				}
				if len(found) != n {
					t.Errorf("%d %s: %s and older show %d", n, name, list, len(found))
				}
			}
		}
	}
}

func pagerOf(view page.View) page.Pager {
	switch main := view.Main.(type) {
	case *page.Dyad:
		return main.Pager
	default:
		return reflect.Indirect(reflect.ValueOf(main)).FieldByName("Timeline").Interface().(page.Timeline).Pager
	}
}

func TestEveryStatementCanBeReachedThroughYearsMonthsAndDays(t *testing.T) {
	for name, date := range datings {
		const n = 350
		archive := record(t, n, 1, date)
		plan := page.New(archive, locale.English())
		found := map[int]bool{}
		for p := range plan.All() {
			if p.Template != "period.html" {
				continue
			}
			view := p.View()
			shown := cards(view)
			for _, at := range shown {
				found[at] = true
			}
			if len(shown) > 100 {
				t.Errorf("%s: %s shows %d", name, p.Route, len(shown))
			}
		}
		if len(found) != n {
			t.Errorf("%s: %d of %d stand under a year", name, len(found), n)
		}
	}
}

func TestAFullPageNeverMoves(t *testing.T) {
	for name, date := range datings {
		before, after := page.New(record(t, 250, 1, date), locale.English()), page.New(record(t, 420, 1, date), locale.English())
		moved := 0
		for p := range before.All() {
			if !strings.Contains(p.Route, "/p/") {
				continue
			}
			now, ok := after.Lookup(p.Route)
			if !ok || !slices.Equal(cards(p.View()), cards(now.View())) {
				t.Errorf("%s: %s shows other statements when newer ones have come", name, p.Route)
			}
			moved++
		}
		if moved < 2*len(lists) {
			t.Errorf("%s: only %d numbered pages", name, moved)
		}
	}
}

func TestOlderPagesOfActorsAndActsShowLines(t *testing.T) {
	plan := page.New(record(t, 250, 1, datings["day by day"]), locale.English())
	for route, lines := range map[string]int{
		"/actors/freedonia/": 0, "/actors/freedonia/p/2/": 100, "/acts/warn/": 0, "/acts/warn/p/1/": 100,
		"/p/1/": 0, "/topics/harbour/p/1/": 0, "/2024/06/": 0,
	} {
		p, _ := plan.Lookup(route)
		timeline := reflect.Indirect(reflect.ValueOf(p.View().Main)).FieldByName("Timeline").Interface().(page.Timeline)
		if len(timeline.Lines) != lines || lines > 0 && len(timeline.Days) > 0 || lines == 0 && len(timeline.Days) == 0 {
			t.Errorf("%s has %d lines and %d days", route, len(timeline.Lines), len(timeline.Days))
		}
	}
	p, _ := plan.Lookup("/actors/sylvania/p/2/")
	want := page.Line{Href: "/digests/digest-000199/said-199/", Who: "Freedonia", To: "Sylvania", Words: "We would warn Sylvania.",
		Act: page.ActTag{Name: "warn", Href: "/acts/warn/", Side: "conflictual"}, Date: page.Date{Label: "18 July 2024", Machine: "2024-07-18"},
		Facts: page.LineFacts{By: "freedonia", To: "sylvania", Acts: "warn", Topics: "harbour", Form: "paraphrase", Day: "2024-07-18"}}
	line := p.View().Main.(*page.Actor).Timeline.Lines[0]
	if got := line.View(line.Index); got != want {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

func TestALongIndexLeadsToEveryEntry(t *testing.T) {
	a := record(t, 3, 1, datings["day by day"])
	for i := len(a.Actors); i < 250; i++ {
		a.Actors = append(a.Actors, &dossier.Actor{Index: i, Slug: fmt.Sprintf("x-%03d", i), Name: fmt.Sprintf("X %03d", i)})
	}
	plan := page.New(a, locale.English())
	first, _ := plan.Lookup("/actors/")
	index := first.View().Main.(page.Actors)
	if !index.Folded || index.Total != 250 || len(index.Pages) != 3 || index.Groups[0].Actors[0].Label != "Freedonia" {
		t.Errorf("the index shows %+v", index.Pages)
	}
	count := 0
	for _, leaf := range index.Pages {
		p, ok := plan.Lookup(leaf.Href)
		if !ok {
			t.Fatalf("no page %s", leaf.Href)
		}
		for _, group := range p.View().Main.(page.Actors).Groups {
			count += len(group.Actors)
		}
	}
	if count != 250 {
		t.Errorf("the directory has %d actors", count)
	}
}

func BenchmarkCard(b *testing.B) {
	p, _ := page.New(sample(b, ""), locale.English()).Lookup("/digests/talks/warn-sylvania/")
	card := p.View().Main.(*page.Statement).Card
	for b.Loop() {
		cardOf(card)
	}
}

func BenchmarkFront(b *testing.B) {
	p, _ := page.New(record(b, 4_000, 4, datings["day by day"]), locale.English()).Lookup("/")
	for b.Loop() {
		p.View()
	}
}

// TestRelationsThatOthersWriteAreBounded: an actor's page shows its own first, and says how many more there are.
func TestRelationsThatOthersWriteAreBounded(t *testing.T) {
	files := []txtar.File{{Name: "content/actors/Freedonia.md", Data: []byte("---\nkind: state\nrelations: [{with: Zenda, kind: truce}]\n---\n")}}
	for i := range 40 {
		name := fmt.Sprintf("content/actors/Ally %d.md", i)
		files = append(files, txtar.File{Name: name, Data: []byte("---\nkind: state\nrelations: [{with: Freedonia, kind: treaty}]\n---\n")})
	}
	plan := page.New(resolved(t, files, "/"), locale.English())
	p, _ := plan.Lookup("/actors/freedonia/")
	view := p.View().Main.(*page.Actor)
	if len(view.Relations) != 30 || view.MoreRelations != 11 || view.Relations[0].With.Label != "Zenda" {
		t.Errorf("it shows %d, of which the first is with %q, and says that there are %d more", len(view.Relations), view.Relations[0].With.Label, view.MoreRelations)
	}
}
