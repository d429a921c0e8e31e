package main

import (
	"fmt"
	"strings"
)

// archiveOrdeals are sites of many files, each of which may cost as much as a
// digest alone.
func archiveOrdeals() []ordeal {
	return []ordeal{
		{name: "a day of 10,000 statements", size: 2, unit: "digests", digests: 2, make: func(n int) site {
			s := site{}
			for i := range max(n, 1) {
				s[fmt.Sprintf("digests/talks-%d.md", i)] = ordealHead + numbered(maxStatements, "> “a {}”\n>\n> — [[A]] to [[B]] #warn\n\n")
			}
			return s
		}},
		{name: "1,900 old addresses", size: maxStatements, unit: "statements", make: func(n int) site {
			s := digest(numbered(n, "> “a {}”\n>\n> — [[A]] to [[B]] #warn\n\n"))
			s["digests/talks.md"] = strings.Replace(s["digests/talks.md"], "date:", "aliases: ["+numbered(1900, "/digests/t{}/,")+"/t]\ndate:", 1)
			return s
		}},
		{name: "feeds of long statements at old addresses", size: 1000, unit: "addresses", digests: 2, make: func(n int) site {
			s := digest(strings.Repeat("> "+strings.Repeat("Never. ", 2800)+"\n>\n> — [[A]] to [[B]]\n\n", 49))
			s["actors/A.md"] = "---\naliases: [" + numbered(n, "/actors/a{}/,") + "/a]\n---\n"
			return s
		}},
		{name: "votes of all", size: 1800, unit: "actors", make: func(n int) site {
			s := digest("")
			vote := "- {act: vote, date: 2031-05-04, yes: [" + numbered(n/2, "a{},") + "a], no: [" + numbered(n/2, "b{},") + "b]}\n"
			s["digests/talks.md"] = strings.Replace(s["digests/talks.md"], "date:", "events:\n"+strings.Repeat(vote, 6)+"date:", 1)
			return s
		}},
		{name: "pages in the menu of all", size: 2000, unit: "pages", digests: 2, make: func(n int) site {
			s := site{}
			for i := range n {
				s[fmt.Sprintf("pages/page-%d.md", i)] = "---\ntitle: Zenda\n---\n"
			}
			return s
		}},
		{name: "parents of parents", size: 1000, unit: "actors", make: func(n int) site {
			s := digest("> a\n>\n> — [[Office 0]] to [[Office 9]]\n")
			for i := range n {
				s[fmt.Sprintf("actors/Office %d.md", i)] = fmt.Sprintf("---\nkind: body\nparent: Office %d\n---\n", i+1)
			}
			return s
		}},
		{name: "posts in posts", size: 60, unit: "actors", digests: 2, make: func(n int) site {
			s := digest(numbered(maxStatements, "> a {}\n>\n> — [[Office 0]] to [[Office 1]]\n\n"))
			for i := range n {
				posts := steps(n, func(k int) string { return fmt.Sprintf("  - {role: Aide, organization: Office %d}\n", k) })
				s[fmt.Sprintf("actors/Office %d.md", i)] = "---\nposts:\n" + posts + "---\n"
			}
			return s
		}},
		{name: "a chain of posts", size: 5000, unit: "actors", digests: 2, make: func(n int) site {
			s := digest(numbered(maxStatements, "> a {}\n>\n> — [[Office 0]] to [[B]]\n\n"))
			for i := range n {
				s[fmt.Sprintf("actors/Office %d.md", i)] = fmt.Sprintf("---\nposts: [{role: Aide, organization: Office %d}]\n---\n", i+1)
			}
			return s
		}},
		{name: "one alias of all", size: 1000, unit: "actors", make: func(n int) site {
			s := digest(strings.Repeat("> a\n>\n> — [[Zenda]]\n\n", maxStatements))
			for i := range n {
				s[fmt.Sprintf("actors/Office %d.md", i)] = "---\naliases: [Zenda]\n---\n"
			}
			return s
		}},
		{name: "dead links beside many files", size: 4000, unit: "actors", make: func(n int) site {
			s := digest(strings.Repeat("[a](b.md)\n\n", 80_000))
			for i := range n {
				s[fmt.Sprintf("actors/Office %d.md", i)] = "---\nkind: body\n---\n"
			}
			return s
		}},
		{name: "an alias of all, linked to", size: 4000, unit: "actors", make: func(n int) site {
			s := digest(strings.Repeat("[[Zenda]]\n\n", 80_000))
			for i := range n {
				s[fmt.Sprintf("actors/Office %d.md", i)] = "---\naliases: [Zenda]\n---\n"
			}
			return s
		}},
		{name: "names that begin alike", size: 1000, unit: "actors", make: func(n int) site {
			s := digest(strings.Repeat("Zenda ", 150_000))
			s["digests/talks.md"] = strings.Replace(s["digests/talks.md"], "date:", "actors: ["+numbered(n, "Zenda office {},")+"z]\ndate:", 1)
			for i := range n {
				s[fmt.Sprintf("actors/Zenda office %d.md", i)] = "---\nkind: body\n---\n"
			}
			return s
		}},
		{name: "digests of one title", size: 1000, unit: "digests", digests: 3, make: func(n int) site {
			s := site{}
			for i := range n {
				s[fmt.Sprintf("digests/talks-%d.md", i)] = ordealHead + "[[Talks in Zenda]] [[Tolks in Zenda]] [[talk-" + fmt.Sprint(i) + "]]\n"
			}
			return s
		}},
		{name: "an introduction of 1 MB", size: ordealFile, unit: "bytes", make: func(size int) site {
			return site{"index.md": "---\ntitle: Freedonia\n---\n" + strings.Repeat("[[a]] b\n\n", size/10)}
		}},
		{name: "a page of 1 MB", size: ordealFile, unit: "bytes", make: func(size int) site {
			return site{"pages/about.md": "---\ntitle: About\n---\n" + strings.Repeat("## [[a]] b\n\n", size/13)}
		}},
	}
}
