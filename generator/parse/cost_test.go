package parse

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"demarche/generator/dossier"
	"demarche/generator/source"
	"demarche/generator/testdata/cpu"
)

// TestWhatRepeatsCostsNoMoreThanItsLength reads digests of half a megabyte of one unit each, and of a quarter of that. What costs
// the square of its length is sixteen times as dear at four times the size.
func TestWhatRepeatsCostsNoMoreThanItsLength(t *testing.T) {
	if testing.Short() {
		t.Skip("measured without -short alone: the race detector would count, too")
	}
	const size = 500_000
	topics := "topics: [" + many(2000, "topic %d,") + "z]\n"
	sources := "sources: [" + strings.Repeat("s,", 30_000) + "z]\n"
	for _, shape := range []struct{ name, matter, before, unit, after string }{
		{"words behind tags", topics, "> a\n>\n> — [[A]]", " #a b", "\n"},
		{"words behind tags that are listed", topics, "> a\n>\n> — [[A]]", " #topic 1", "\n"},
		{"tags and clauses without a space", "", "> a\n>\n> — [[A]] ", "#a,b,", "\n"},
		{"marks of tags between tabs", "", "> a\n>\n> — [[A]]", "#\t", "\n"},
		{"tags without a space", "", "> a\n>\n> — [[A]] ", "#a,", "\n"},
		{"clauses without a space", "", "> a\n>\n> — [[A]]", ",b", "\n"},
		{"channels", "", "> a\n>\n> — [[A]]", ", via x", "\n"},
		{"channels with brackets", "", "> a\n>\n> — [[A]]", ", via [x", "\n"},
		{"channels with addresses that never end", "", "> a\n>\n> — [[A]]", ",via[x](y", "\n"},
		{"letters that are answered", "", "> a\n>\n> — [[A]]", ",in reply to[x](y(", "\n"},
		{"months", "", "> a\n>\n> — [[A]]", ",June 1", "\n"},
		{"originals of many sources", sources, "", "> a\n>\n> > b\n>\n> — [[A]], source x\n\n", ""},
		{"ids that are alike when they are cut", "", "", strings.Repeat("> "+strings.Repeat("w", 14)+" "+strings.Repeat("w", 14)+" "+strings.Repeat("w", 13)+" "+strings.Repeat("w", 13)+" {}\n>\n> — [[A]]\n\n", 2), ""},
		{"directions in what is no attribution", "", "> a\n>\n> — a", " for", "\n"},
		{"dashes in what is no statement", "", "> a", " — [[A]]", "\n"},
		{"dashes alone", "", "> a\n", "> —\n", ""},
		{"lines of dashes", "", "> a\n", "> — a for b\n", ""},
		{"lines of words that begin as attributions", "", "> a\n", "> — a, [[[[[[[[[[[[[[[[\n", "> — [[A]]\n"},
		{"dashes behind quotations in words", "", "> a", "” — b, [[[[[[[[ ^", "\n>\n> — [[A]]\n"},
		{"lines of dashes behind quotations", "", "> a\n", "> ” — ” — ” — ” — ” — ” — " + strings.Repeat("[", 900) + "\n", "> — [[A]]\n"},
		{"clauses without commas", "", "> a\n>\n> — [[A]], at", " b on 1 via [[", "\n"},
		{"blanks in clauses", "", "> a\n>\n> — [[A]]", ", at b" + strings.Repeat(" ", 900) + "c", "\n"},
		{"places", "", "> a\n>\n> — [[A]]", ", at [[b]]", "\n"},
		{"letters in clauses", "", "> a\n>\n> — [[A]]", ", in a letter to b", "\n"},
		{"statements in clauses", "", "> a\n>\n> — [[A]]", ", corrects [[#^a]]", "\n"},
		{"statements without commas", "", "> a\n>\n> — [[A]]", " corrects [[#^a]]", "\n"},
		{"statements behind directions", "", "> a\n>\n> — [[A]]", " to [[#^a]]", "\n"},
		{"clauses that withdraw", "", "> a\n>\n> — [[A]]", ", withdrawn", " ^x\n"},
		{"words that withdraw", "", "> a\n>\n> — [[A]]", " withdrawn #a", " ^x\n"},
		{"apostrophes that the source has otherwise", "", "", "> '*w* b c', d\n>\n", "> — [[A]]\n"},
		{"apostrophes of the boys", "", "", "> 'w b boys', d\n>\n", "> — [[A]]\n"},
		{"apostrophes at words of their own", "", "", "> '*w* b boys', d\n>\n", "> — [[A]]\n"},
		{"lines that may be originals", "", "> a\n", "> x: ”(ru)\n", ">\n> — [[A]]\n"},
		{"blockquotes in which somebody says something", "", "", "> A b c d e f said, b” “\n\n", ""},
	} {
		t.Run(shape.name, func(t *testing.T) {
			cost := func(size int) time.Duration {
				var text strings.Builder
				fmt.Fprintf(&text, "---\ntitle: Talks\ndate: 2031-05-04\n%s---\n\n%s", shape.matter, shape.before)
				for i := 0; text.Len()+len(shape.unit)+8 < size; i++ {
					text.WriteString(strings.ReplaceAll(shape.unit, "{}", fmt.Sprint(i)))
				}
				text.WriteString(shape.after)
				file := source.New("content/digests/talks.md", []byte(text.String()))
				began := cpu.Spent(t)
				File(file, Options{Limits: dossier.Limits{Statements: 100_000}})
				return cpu.Spent(t) - began
			}
			quarter := cost(size / 4)
			if quarter > 2*time.Second {
				t.Fatalf("a quarter took %v", quarter)
			}
			whole := cost(size)
			t.Logf("%v, a quarter %v", whole, quarter)
			if whole > 2*time.Second || whole > 250*time.Millisecond && whole > 8*quarter {
				t.Errorf("%v, and a quarter of it %v", whole, quarter)
			}
		})
	}
}
