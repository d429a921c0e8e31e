package page

import (
	"slices"
	"strings"

	"demarche/generator/dossier"
)

// statementsByAct lists the counted statements of each act of the vocabulary,
// first or second, oldest first.
func statementsByAct(statements []*dossier.Statement) [][]*dossier.Statement {
	place := map[*dossier.Act]int{}
	for i := range dossier.Acts {
		place[&dossier.Acts[i]] = i
	}
	byAct := make([][]*dossier.Statement, len(dossier.Acts))
	for _, s := range statements {
		if !s.Counted() {
			continue
		}
		first := place[s.Act]
		byAct[first] = append(byAct[first], s)
		if s.Act2 != nil && s.Act2 != s.Act {
			second := place[s.Act2]
			byAct[second] = append(byAct[second], s)
		}
	}
	return byAct
}

// actsView is the vocabulary.
func (p *Plan) actsView(e entry) View {
	view := Acts{Crumbs: p.crumbs(p.locale.Text("Acts"))}
	view.Twice = slices.ContainsFunc(p.archive.Statements, func(s *dossier.Statement) bool { return s.Counted() && s.Act2 != nil && s.Act2 != s.Act })
	for i := range dossier.Acts {
		entry := p.vocabulary()[&dossier.Acts[i]]
		entry.Count = len(p.acts()[i])
		view.Acts = append(view.Acts, entry)
	}
	counts := map[*dossier.Act]int{}
	for _, event := range p.archive.Events {
		counts[event.Act]++
	}
	for i := range dossier.Deeds {
		deed := &dossier.Deeds[i]
		entry := p.vocabulary()[deed]
		entry.Count = counts[deed]
		view.Deeds = append(view.Deeds, entry)
	}
	says := p.locale.Text("What statements do: the words of this record's coding, each with its test and its code.")
	return View{Head: p.head(e, "website", p.locale.Text("Acts"), says), Main: view}
}

// newVocabulary is every act and deed with its test and codes, without its count.
func (p *Plan) newVocabulary() map[*dossier.Act]ActEntry {
	vocabulary := make(map[*dossier.Act]ActEntry, len(dossier.Acts)+len(dossier.Deeds))
	for i := range dossier.Acts {
		a := &dossier.Acts[i]
		vocabulary[a] = p.actEntry(a, actWord, "_act-"+a.Name, p.href(a.Route()))
	}
	for i := range dossier.Deeds {
		a := &dossier.Deeds[i]
		id := "_deed-" + a.Name
		vocabulary[a] = p.actEntry(a, deedWord, id, p.href("/acts/")+"#"+id)
	}
	return vocabulary
}

// Contexts of the names of acts, which are messages as their tests are.
const (
	actWord  = "act of a statement"
	deedWord = "deed"
)

func (p *Plan) actEntry(a *dossier.Act, context, id, href string) ActEntry {
	return ActEntry{
		ActTag: ActTag{Name: p.locale.Text(a.Name, context), Href: href, Side: a.Side.String()},
		ID:     id,
		Test:   p.locale.Text(a.Test, "after: The speaker"),
		PLOVER: a.PLOVER,
		CAMEO:  strings.Join(a.CAMEO, ", "),
	}
}

// act is the page of one act of the vocabulary.
func (p *Plan) act(e entry, index int) View {
	a := &dossier.Acts[index]
	series := p.series(p.acts()[index])
	series.line = func(s *dossier.Statement) LineRef { return p.lineRef(s.Index) }
	entry := p.vocabulary()[a]
	entry.Count = len(p.acts()[index])
	view := Act{
		Crumbs: p.crumbs(entry.Name, p.linkTo(actsPage)),
		Act:    entry,
		Look: p.lookOnce(a.Route(), func() Look {
			look := p.look(slices.Values(p.acts()[index]))
			look.Acts = slices.DeleteFunc(look.Acts, func(other ActTally) bool { return other.Href == entry.Href })
			return look
		}),
		Timeline: timelinePage(p, e, series, a.Route()),
	}
	says := p.locale.Format("The act “{act}”: the speaker {test}.", "act", entry.Name, "test", entry.Test)
	return View{Head: p.head(e, "website", p.titled(capital(entry.Name), view.Timeline.Pager), says), Main: view}
}
