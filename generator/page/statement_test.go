package page_test

import (
	"fmt"
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
		view := p.View().Main.(page.Statement)
		if len(view.Answers) != want.answers || view.Answers[0].Words != want.first || view.Earlier != want.earlier {
			t.Errorf("%s answers %d statements from %s on, earlier ones %t", id, len(view.Answers), view.Answers[0].Words, view.Earlier)
		}
	}
}
