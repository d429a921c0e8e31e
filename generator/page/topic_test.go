package page_test

import (
	"strings"
	"testing"

	"demarche/generator/locale"
	"demarche/generator/page"

	"golang.org/x/tools/txtar"
)

// TestWherePartiesStoodLastIsWhatHolds holds a party's statements of which one was retracted, and one that ends after those behind it in lists.
func TestWherePartiesStoodLastIsWhatHolds(t *testing.T) {
	const talks = "---\ntitle: Talks\ndate: 2031-06-30\n---\n"
	for name, test := range map[string]struct{ statements, want string }{
		"a retracted one is not": {`
> “We leave.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-03-08 #offer #marsh ^leave

> “We stay for ever.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-03-09 #reject #marsh ^stay

> “That was a slip.”
>
> — [[Freedonia]], 2031-03-10, retracts [[#^stay]] #acknowledge ^slip
`, "“We leave.”, before it “We stay for ever.” retracted"},
		"where it is the only one it is marked": {`
> “We stay for ever.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-03-09 #reject #marsh ^stay

> “That was a slip.”
>
> — [[Freedonia]], 2031-03-10, retracts [[#^stay]] #acknowledge ^slip
`, "“We stay for ever.” retracted"},
		"hearsay that stands goes before one that does not": {`
> “We leave.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-03-08, according to [[Zenda]] #offer #marsh ^leave

> “We stay for ever.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-03-09 #reject #marsh ^stay

> “That was a slip.”
>
> — [[Freedonia]], 2031-03-10, retracts [[#^stay]] #acknowledge ^slip
`, "“We leave.”, before it “We stay for ever.” retracted"},
		"what ends last is last, as in a conversation": {`
> “In March we leave.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-03 #offer #marsh ^leave

> “We stay.”
>
> — [[Freedonia]] to [[Sylvania]], 2031-03-09 #reject #marsh ^stay
`, "“In March we leave.”, before it “We stay.”"},
	} {
		plan := page.New(resolved(t, []txtar.File{
			{Name: "content/topics/marsh.md", Data: []byte("---\ntitle: Marsh\n---\n")}, {Name: "content/digests/talks.md", Data: []byte(talks + test.statements)},
		}, "/"), locale.English())
		told := func(p page.Position) string {
			if p.Retracted {
				return p.Words + " retracted"
			}
			return p.Words
		}
		party := mainView(t, plan, "/topics/marsh/").(page.Topic).Positions[0]
		got := told(party.Position)
		for _, before := range party.Before {
			got += ", before it " + told(before)
		}
		if got != test.want {
			t.Errorf("%s: %s", name, got)
		}
		cell := mainView(t, plan, "/topics/").(page.Topics).Positions.Rows[0].Cells[0]
		if !strings.HasPrefix(test.want, told(cell)) {
			t.Errorf("%s: the matrix has %s", name, told(cell))
		}
	}
}
