package resolve_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"demarche/generator/dossier"
	"demarche/generator/parse"
	"demarche/generator/resolve"
	"demarche/generator/source"
	"demarche/generator/testdata/cpu"
)

// pull is what one who proposes changes may add: files below content/ by their paths.
type pull map[string]string

const pullHead = "---\ntitle: Talks in Zenda\ndate: 2031-05-04\n---\n\n"

func lines(n int, text string) string {
	var all strings.Builder
	for i := range n {
		all.WriteString(strings.ReplaceAll(text, "{}", fmt.Sprint(i)))
	}
	return all.String()
}

// files adds n files.
func (p pull) files(n int, path, text string) pull {
	for i := range n {
		p[strings.ReplaceAll(path, "{}", fmt.Sprint(i))] = strings.ReplaceAll(text, "{}", fmt.Sprint(i))
	}
	return p
}

// TestManyFilesCostNoMoreThanTheirLength resolves files of each shape, and a quarter of them. What costs the square is sixteen
// times as dear with four times as many.
func TestManyFilesCostNoMoreThanTheirLength(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	for _, shape := range []struct {
		name string
		size int
		make func(n int) pull
	}{
		{"dead links to files", 8000, func(n int) pull {
			return pull{"digests/a.md": pullHead + lines(10*n, "[a](b.md)\n\n")}.files(n, "actors/Office {}.md", "---\nkind: body\n---\n")
		}},
		{"equal statements", 20000, func(n int) pull {
			return pull{}.files(n/400, "digests/{}.md", pullHead+lines(400, "> We will not leave the marsh.\n>\n> — [[Zenda]] and [[Ost]], 2031-05-04\n\n"))
		}},
		{"dead links into folders", 8000, func(n int) pull {
			return pull{"digests/a.md": pullHead + lines(5*n, "[[topics/zenda]]\n\n")}.files(n, "actors/Office {}.md", "---\nkind: body\n---\n")
		}},
		{"dead links of many names", 8000, func(n int) pull {
			p := pull{}
			for i := range n / 400 {
				p.files(1, fmt.Sprintf("digests/%d.md", i), pullHead+lines(1600, fmt.Sprintf("[a](b{}-%d.md)\n\n", i)))
			}
			return p.files(n, "actors/b{}x.md", "---\nkind: body\n---\n")
		}},
		{"an alias of all", 8000, func(n int) pull {
			return pull{"digests/a.md": pullHead + lines(10*n, "[[Zenda]]\n\n")}.files(n, "actors/Office {}.md", "---\naliases: [Zenda]\n---\n")
		}},
		{"a name of all", 8000, func(n int) pull {
			return pull{"digests/a.md": pullHead + lines(10*n, "[[Zenda]]\n\n")}.files(n, "actors/{}.md", "---\nname: Zenda\n---\n")
		}},
		{"a chain of posts", 4000, func(n int) pull {
			said := pull{"digests/a.md": pullHead + lines(n, "> a\n>\n> — [[Office 0]] to [[B]]\n\n")}
			for i := range n {
				said[fmt.Sprintf("actors/Office %d.md", i)] = fmt.Sprintf("---\nposts: [{role: Aide, organization: Office %d}]\n---\n", i+1)
			}
			return said
		}},
		{"many speakers of a body with many posts", 1200, func(n int) pull {
			words := "> a\n>\n> — " + strings.TrimSuffix(lines(n, "[[A{}]], "), ", ") + "\n\n"
			posts := "---\nposts:\n" + lines(n/3, "- {role: Aide, organization: Office {}}\n") + "---\n"
			return pull{"digests/a.md": pullHead + strings.Repeat(words, 60), "actors/X.md": posts}.files(n, "actors/A{}.md", "---\nposts: [{role: Aide, organization: X}]\n---\n")
		}},
		{"unknown sources beside many", 5000, func(n int) pull {
			return pull{"digests/a.md": "---\ntitle: Talks in Zenda\ndate: 2031-05-04\nsources: [" + lines(n*2, "s{},") + "z]\n---\n\n" + lines(n, "> a\n>\n> — [[A]], source x\n\n")}
		}},
		{"an alias behind many", 8000, func(n int) pull {
			return pull{"digests/a.md": pullHead + lines(10*n, "[[Zenda]]\n\n")}.files(5, "actors/{}.md", "---\naliases: ["+lines(n/5, "A{},")+"Zenda]\n---\n")
		}},
	} {
		t.Run(shape.name, func(t *testing.T) {
			cost := func(n int) time.Duration {
				var docs []*dossier.Doc
				for path, text := range shape.make(n) {
					doc := parse.File(source.New("content/"+path, []byte(text)), parse.Options{})
					if doc.Broken {
						t.Fatal(path, doc.Problems)
					}
					docs = append(docs, doc)
				}
				began := cpu.Spent(t)
				resolve.All(docs, resolve.Options{})
				return cpu.Spent(t) - began
			}
			quarter := cost(shape.size / 4)
			if quarter > 2*time.Second {
				t.Fatalf("a quarter took %v", quarter)
			}
			whole := cost(shape.size)
			t.Logf("%v, a quarter %v", whole, quarter)
			if whole > 4*time.Second || whole > 500*time.Millisecond && whole > 8*quarter {
				t.Errorf("%v, and a quarter of it %v", whole, quarter)
			}
		})
	}
}
