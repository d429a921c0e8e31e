package page

import (
	"cmp"
	"html"
	"slices"
	"strings"
	"testing"

	"demarche/generator/dossier"
	"demarche/generator/slug"
	"demarche/generator/source"
)

// namedHref leads to an actor by its name.
func namedHref(a *dossier.Actor) string { return a.Name }

// indexNames makes an index of names as resolve does.
func indexNames(actors []*dossier.Actor) dossier.NameIndex {
	index := dossier.NameIndex{}
	for _, a := range actors {
		for _, name := range append([]string{a.Name}, a.Aliases...) {
			word, _ := slug.FirstWord(name)
			index[word] = append(index[word], dossier.Name{Text: html.EscapeString(name), Actor: a})
		}
	}
	for _, names := range index {
		slices.SortFunc(names, func(x, y dossier.Name) int {
			return cmp.Or(len(y.Text)-len(x.Text), strings.Compare(x.Text, y.Text))
		})
	}
	return index
}

// linked runs autolink over text, in which "[[name]]" is a wikilink to an actor and
// "<…>" a tag, and writes each mention as {mention}.
func linked(t *testing.T, text string, actors []*dossier.Actor) string {
	t.Helper()
	prose := &dossier.Prose{}
	links := map[string]dossier.Target{}
	start := 0
	run := func() {
		if start < len(prose.HTML) {
			prose.Runs = append(prose.Runs, dossier.Run{Start: int32(start), End: int32(len(prose.HTML))})
		}
	}
	for rest := text; rest != ""; {
		at := strings.IndexAny(rest, "[<")
		if at < 0 {
			prose.HTML = append(prose.HTML, rest...)
			break
		}
		prose.HTML = append(prose.HTML, rest[:at]...)
		if rest[at] == '<' {
			run()
			end := strings.IndexByte(rest, '>') + 1
			prose.HTML = append(prose.HTML, rest[at:end]...)
			start, rest = len(prose.HTML), rest[end:]
			continue
		}
		end := strings.Index(rest, "]]")
		ref := dossier.NewRef(rest[at+2:end], "", "", source.Place{})
		for _, a := range actors {
			if a.Name == ref.Target() {
				links[dossier.RefKey(ref)] = dossier.Target{Actor: a}
			}
		}
		prose.Holes = append(prose.Holes, dossier.Hole{At: int32(len(prose.HTML)), Statement: -1, Ref: ref})
		rest = rest[end+2:]
	}
	run()
	found := autolink(new(desk), prose, actors, func(r dossier.Ref) dossier.Target { return links[dossier.RefKey(r)] }, namedHref, indexNames(actors))
	out := string(prose.HTML)
	for _, m := range slices.Backward(found) {
		out = out[:m.Start] + "{" + out[m.Start:m.End] + "}" + out[m.End:]
	}
	return out
}

func TestFirstMentionsOfActorsAreFound(t *testing.T) {
	actors := []*dossier.Actor{
		{Name: "Freedonia", Aliases: []string{"the Republic"}},
		{Name: "Sylvania"},
		{Name: "Sylvania Sea Patrol"},
		{Name: "houthland movement"},
		{Name: "Chicolini & Sons"},
		{Name: "中国"},
		{Name: "外交部"},
		{Name: "U.S."},
		{Name: "Al-Qadim"},
		{Name: "Élbonie"},
		{Name: "É́"},
	}
	for _, c := range []struct{ text, want string }{
		{"Freedonia spoke. Freedonia again.", "{Freedonia} spoke. Freedonia again."},
		{"the Freedonia, The Sylvania", "{the Freedonia}, {The Sylvania}"},
		{"breathe Freedonia", "breathe {Freedonia}"},
		{"Bathe Freedonia; non-the Sylvania", "Bathe {Freedonia}; non-the {Sylvania}"},
		{"freedonia", "freedonia"},
		{"FREEDONIA", "FREEDONIA"},
		{"Houthland movement and houthland movement", "{Houthland movement} and houthland movement"},
		{"Freedonian, Freedonias, NeoFreedonia", "Freedonian, Freedonias, NeoFreedonia"},
		{"Freedonia’s and Sylvania's", "{Freedonia}’s and {Sylvania}'s"},
		{"D’Freedonia", "D’Freedonia"},
		{"’Freedonia’", "’{Freedonia}’"},
		{"Sylvania-Freedonia talks, Freedonia–Sylvania talks", "Sylvania-Freedonia talks, {Freedonia}–{Sylvania} talks"},
		{"Freedonia- or", "{Freedonia}- or"},
		{"the Sylvania Sea Patrol of Sylvania", "{the Sylvania Sea Patrol} of {Sylvania}"},
		{"Sylvania Sea Patrols", "{Sylvania} Sea Patrols"},
		{"Chicolini &amp; Sons", "{Chicolini &amp; Sons}"},
		{"&quot;Freedonia&quot;", "&quot;{Freedonia}&quot;"},
		{"中国外交部说中国", "{中国}{外交部}说中国"},
		{"the U.S. and", "{the U.S.} and"},
		{"the Republic and The Republic", "{the Republic} and The Republic"},
		{"The Republic", "{The Republic}"},
		{"al-Qadim, Al-Qadim", "al-Qadim, {Al-Qadim}"},
		{"Élbonie élbonie", "{Élbonie} élbonie"},
		{"Free<em>donia</em>", "Free<em>donia</em>"},
		{"<em>Freedonia</em>", "<em>{Freedonia}</em>"},
		{"[[Freedonia]] and Freedonia", " and Freedonia"},
		{"Freedonia and [[Freedonia]]", "{Freedonia} and "},
		{"[[Nowhere]] Freedonia", " {Freedonia}"},
		{"Free[[Sylvania]]donia Sylvania", "Freedonia Sylvania"},
		{"&", "&"},
		{"\xff Freedonia\xff", "\xff {Freedonia}\xff"},
	} {
		if got := linked(t, c.text, actors); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

func TestOnlyTheDigestsOwnActorsAreLinked(t *testing.T) {
	own, other := &dossier.Actor{Name: "Freedonia"}, &dossier.Actor{Name: "Sylvania"}
	prose := &dossier.Prose{HTML: []byte("Sylvania, Freedonia"), Runs: []dossier.Run{{Start: 0, End: 19}}}
	found := autolink(new(desk), prose, []*dossier.Actor{own}, nil, namedHref, indexNames([]*dossier.Actor{own, other}))
	if len(found) != 1 || found[0] != (Insert{10, 19, "Freedonia"}) {
		t.Errorf("found %+v", found)
	}
}

func FuzzAutolink(f *testing.F) {
	f.Add("the Freedonia &amp; Sylvania-Freedonia’s 中国", 4, 9)
	actors := []*dossier.Actor{{Name: "Freedonia"}, {Name: "a"}, {Name: "中"}, {Name: "the a"}, {Name: "&a;"}, {Name: "É b"}}
	names := indexNames(actors)
	f.Fuzz(func(t *testing.T, text string, a, b int) {
		start, end, size := int32(min(max(0, a), len(text))), int32(min(max(0, b), len(text))), int32(len(text))
		prose := &dossier.Prose{HTML: []byte(text), Runs: []dossier.Run{{Start: 0, End: min(start, end)}, {Start: min(start, end), End: size}}}
		last := 0
		for _, m := range autolink(new(desk), prose, actors, nil, namedHref, names) {
			if m.Start < last || m.End <= m.Start || m.End > len(text) {
				t.Fatalf("%q: mention %d to %d after %d", text, m.Start, m.End, last)
			}
			last = m.End
		}
	})
}

// BenchmarkAutolink searches a text of ordinary length for a dozen actors, the last of
// whom it does not name.
func BenchmarkAutolink(b *testing.B) {
	sentence := "On Tuesday the minister told Sylvania that no ship of its fleet may anchor before the talks on the harbour end. "
	prose := &dossier.Prose{HTML: []byte(strings.Repeat(sentence, 24))}
	prose.Runs = []dossier.Run{{Start: 0, End: int32(len(prose.HTML))}}
	var actors []*dossier.Actor
	for _, name := range []string{"Freedonia", "Sylvania", "Rufus Firefly", "Ambassador Trentino", "Chicolini", "Pinky", "Gloria Teasdale", "Vera Marcal", "Bob Roland", "Zander", "Ruritania", "Elbonia"} {
		actors = append(actors, &dossier.Actor{Name: name})
	}
	names := indexNames(actors)
	for b.Loop() {
		autolink(new(desk), prose, actors, nil, namedHref, names)
	}
}
