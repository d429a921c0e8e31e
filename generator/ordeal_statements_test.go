package main

import (
	"fmt"
	"strings"
)

// maxStatements and maxNames are how many a digest may have.
const (
	maxStatements = 5000
	maxNames      = 2000
)

// statementOrdeals are digests of as many statements, or of statements as
// large, as the limits allow.
func statementOrdeals() []ordeal {
	var all []ordeal
	for _, u := range statementUnits {
		all = append(all, ordeal{name: "statements: " + u.name, size: u.most, unit: "statements", make: func(n int) site {
			return digest(numbered(n, u.text))
		}})
	}
	chain := func(clause string) func(n int) site {
		return func(n int) site {
			return digest("> a\n>\n> — [[A]] ^a0\n\n" + steps(n-1, func(i int) string {
				return fmt.Sprintf("> a\n>\n> — [[A]], %s [[#^a%d]] ^a%d\n\n", clause, i, i+1)
			}))
		}
	}
	long := strings.Repeat(`"&`, 240)
	said := func(n int) string { return numbered(n, "> “x {}”\n>\n> — [[A]] to [[B]] ^a{}\n\n") }
	within := func(key, value string, n int) site {
		return site{"digests/talks.md": strings.TrimSuffix(ordealHead, "---\n\n") + key + ": " + value + "\n---\n" + said(n)}
	}
	all = append(all,
		ordeal{name: "a title of 480 bytes on every page", size: maxStatements, unit: "statements", make: func(n int) site {
			return site{"digests/talks.md": "---\ntitle: '" + long + "'\ndate: 2031-05-04\n---\n" + said(n)}
		}},
		ordeal{name: "a title of 60 kB", size: maxStatements, unit: "statements", make: func(n int) site {
			return site{"digests/talks.md": "---\ntitle: " + strings.Repeat("W ", 30_000) + "\ndate: 2031-05-04\n---\n" + said(n)}
		}},
		ordeal{name: "names of coders on every page", size: maxStatements, unit: "statements", make: func(n int) site {
			return within("coded_by", "["+strings.TrimSuffix(numbered(120, strings.Repeat("N ", 230)+"{}, "), ", ")+"]", n)
		}},
		ordeal{name: "a source of long texts on every page", size: maxStatements, unit: "statements", make: func(n int) site {
			return within("sources", "[{title: "+strings.Repeat("V ", 240)+", publisher: "+strings.Repeat("C ", 240)+", url: 'https://zenda.example/"+strings.Repeat("u", 1900)+"'}]", n)
		}},
		ordeal{name: "words behind tags, in a digest of many topics", size: ordealFile, unit: "bytes", make: func(size int) site {
			s := within("topics", "["+numbered(maxNames-20, "t{},")+"z]", 0)
			s["digests/talks.md"] += "\n> a\n>\n> — [[A]]" + strings.Repeat(" #a b", (size-20_000)/5) + "\n"
			return s
		}},
		ordeal{name: "originals, in a digest of many sources", size: maxStatements, unit: "statements", make: func(n int) site {
			s := within("sources", "["+numbered(9000, "s{},")+"z]", 0)
			s["digests/talks.md"] += "\n" + strings.Repeat("> a\n>\n> > b\n>\n> — [[A]], source x\n\n", n)
			return s
		}},
		ordeal{name: "posts of long names at once", size: 120, unit: "posts", make: func(n int) site {
			s := digest(said(maxStatements))
			s["actors/A.md"] = "---\nposts:\n" + numbered(n, "- {role: "+strings.Repeat("R ", 230)+"{}, organization: Zenda}\n") + "---\n"
			return s
		}},
		ordeal{name: "long words of very many speakers", size: 1900, unit: "speakers", make: func(n int) site {
			return digest("> “" + strings.Repeat("a ", 450_000) + "”\n>\n> — " + strings.TrimSuffix(numbered(n, "[[A{}]], "), ", ") + "\n")
		}},
		ordeal{name: "words of 16 kB between 60 and 60", size: 60, unit: "parties", make: func(n int) site {
			return digest("> “" + strings.Repeat("a ", 8000) + "”\n>\n> — " + strings.TrimSuffix(numbered(n, "[[A{}]], "), ", ") + " to " + strings.TrimSuffix(numbered(n, "[[B{}]], "), ", ") + "\n")
		}},
		ordeal{name: "a folder within 1,900 others", size: 1900, unit: "folders", make: func(n int) site {
			return site{"digests/" + strings.Repeat("a/", n) + "talks.md": ordealHead}
		}},
		ordeal{name: "a chain of answers", size: maxStatements, unit: "statements", make: chain("in reply to")},
		ordeal{name: "a chain of repetitions", size: maxStatements, unit: "statements", make: chain("same as")},
		ordeal{name: "a chain of retractions", size: maxStatements, unit: "statements", make: chain("retracts")},
		ordeal{name: "a circle of answers", size: maxStatements, unit: "statements", make: func(n int) site {
			return digest(steps(n, func(i int) string {
				return fmt.Sprintf("> a\n>\n> — [[A]], in reply to [[#^a%d]] ^a%d\n\n", (i+1)%n, i)
			}))
		}},
		ordeal{name: "a year each", size: maxStatements, unit: "statements", make: func(n int) site {
			return digest(steps(n, func(i int) string { return fmt.Sprintf("> a\n>\n> — [[A]], %04d-05-04\n\n", i+1) }))
		}},
		ordeal{name: "an answer to all", size: maxStatements - 1, unit: "statements", make: func(n int) site {
			return digest(numbered(n, "> a\n>\n> — [[A]] ^a{}\n\n") + "> a\n>\n> — [[A]], in reply to " + numbered(n, "[[#^a{}]], ") + "2031\n")
		}},
		ordeal{name: "answers to all", size: 600, unit: "statements", make: func(n int) site {
			return digest(steps(n, func(i int) string {
				return fmt.Sprintf("> a\n>\n> — [[A]], in reply to %s2031 ^a%d\n\n", numbered(min(i, 140), "[[#^a{}]], "), i)
			}))
		}},
		ordeal{name: "joint statements", size: 600, unit: "statements", make: func(n int) site {
			return digest(steps(n, func(i int) string {
				party := func(name string, step int) string {
					return strings.TrimSuffix(steps(60, func(k int) string { return fmt.Sprintf("[[%s%d]], ", name, (i*step+k*7)%900) }), ", ")
				}
				return "> a\n>\n> — " + party("A", 31) + " to " + party("B", 17) + "\n\n"
			}))
		}},
		ordeal{name: "words of 1 MB", size: ordealFile, unit: "bytes", make: func(size int) site {
			return digest("> “" + strings.Repeat("a ", size/2-40) + "”\n>\n> — [[A]]\n")
		}},
		ordeal{name: "words of many paragraphs", size: ordealFile, unit: "bytes", make: func(size int) site {
			return digest(strings.Repeat("> “a\n>\n", size/9-10) + "> b”\n>\n> — [[A]]\n")
		}},
		ordeal{name: "words of many parts, in quotation marks", size: ordealFile, unit: "bytes", make: func(size int) site {
			return digest("> " + strings.Repeat("“a” ", size/8-10) + "\n>\n> — [[A]]\n")
		}},
	)
	for _, u := range attributionUnits {
		all = append(all, ordeal{name: "an attribution: " + u.name, size: ordealFile, unit: "bytes", make: func(size int) site {
			return digest("> a\n>\n> — [[A]]" + numbered(size/(len(u.text)+4), u.text) + "\n")
		}})
	}
	return all
}

// statementUnits are statements that repeat, with their number for "{}".
var statementUnits = []struct {
	name, text string
	most       int
}{
	{"one speaker", "> a\n>\n> — [[A]]\n\n", maxStatements},
	{"twenty times too many", "> a\n>\n> — [[A]]\n\n", 20 * maxStatements},
	{"one pair, one day", "> “a”\n>\n> — [[A]] to [[B]], 2031-05-04 #warn\n\n", maxStatements},
	{"a speaker each", "> a\n>\n> — [[Person {}]]\n\n", maxNames - 1},
	{"a pair each", "> a\n>\n> — [[A {}]] to [[B {}]]\n\n", maxNames/2 - 1},
	{"a speaker, a topic and a link each", "[[C {}]]\n\n> a\n>\n> — [[A {}]] #topic-{}\n\n", maxNames/3 - 1},
	{"nearly one name", "> a\n>\n> — [[Freedonian Ministry of Great Affairs {}]]\n\n> b\n>\n> — [[Freedonian Ministry of Grave Affairs {}]]\n\n", maxNames/2 - 1},
	{"nearly one name, in letters", "> a\n>\n> — [[Zenda{}x]] to [[Zenda{}y]]\n\n", maxNames/2 - 1},
	{"answers to nothing", "> a\n>\n> — [[A]], in reply to [[#^b-{}]] ^a-{}\n\n", maxStatements},
	{"answers to unknown digests", "> a\n>\n> — [[A]], in reply to [[tolks-{}#^b]]\n\n", maxStatements},
	{"answers to themselves", "> a\n>\n> — [[A]], in reply to [[#^a{}]] ^a{}\n\n", maxStatements},
	{"one id", "> a\n>\n> — [[A]] ^a\n\n", maxStatements},
	{"one id by their words", "> one two three four\n>\n> — [[A]]\n\n", maxStatements},
	{"unnamed speakers", "> a\n>\n> — an official {} for [[A]]\n\n", maxStatements},
	{"unknown clauses", "> a\n>\n> — [[A]], a, b, c, d, e, f, g, h\n\n", maxStatements},
	{"unknown sources", "> a\n>\n> — [[A]], source x-{}\n\n", maxStatements},
	{"bad tags", "> a\n>\n> — [[A]] #A #B! #C\n\n", maxStatements},
	{"bad dates", "> a\n>\n> — [[A]], 2031-13-01\n\n", maxStatements},
	{"followed by prose", "> a\n>\n> — [[A]]\nb\n\n", maxStatements},
	{"links in their words", "> [[Person {}]] and [[#^x-{}]]\n>\n> — [[A]]\n\n", maxNames - 2},
	{"originals and questions", "> Q: a\n>\n> b\n>\n> > c (ru)\n>\n> — [[A]]\n\n", maxStatements},
	{"many words each", "> " + strings.Repeat("many words ", 40) + "\n>\n> — [[A]] to [[B]]\n\n", maxStatements},
}

// attributionUnits are what repeats within one attribution.
var attributionUnits = []struct{ name, text string }{
	{"speakers", ", [[Person {}]]"},
	{"places", ", at b"},
	{"places, a line each", ",\n> at b"},
	{"clauses that are none", ", b{}"},
	{"dashes", "\n> — [[A]"},
	{"topics", " #t{}"},
	{"ids", " ^t{}"},
	{"brackets", ", at [[a"},
	{"links", ", via [a](b"},
	{"links without a space", ",via[a](b"},
	{"channels", ", via b"},
	{"tags and clauses", "#a,b,"},
	{"clauses without a space", ",b"},
	{"words behind tags", " #a b"},
	{"answers", ", in reply to [[#^a{}]]"},
}
