package main

import (
	"strings"
)

// markdownOrdeals are digests of 1 MB that repeat one thing.
func markdownOrdeals() []ordeal {
	var all []ordeal
	for _, b := range markdownUnits {
		all = append(all, ordeal{name: b.name, size: ordealFile, unit: "bytes", make: func(size int) site {
			return digest(strings.Repeat(b.text, size/len(b.text)))
		}})
	}
	return all
}

// ladder is a line for each depth: indented by so many times a step, then text.
func ladder(depth int, step, text string) string {
	return steps(depth, func(i int) string { return strings.Repeat(step, i) + text })
}

// paragraph is a mark repeated, ended by an empty line.
func paragraph(mark string, n int) string { return strings.Repeat(mark, n) + "\n\n" }

// markdownUnits are what goldmark, or our own readers, found hard, at the bounds
// of what one block may hold.
var markdownUnits = []struct{ name, text string }{
	// Blocks.
	{"lists in lists", ladder(98, "  ", "- a\n")},
	{"lists in lists, empty lines between", ladder(98, "  ", "- a\n\n")},
	{"lists in lists, empty lines after", ladder(98, "  ", "- a\n") + strings.Repeat("\n", 900)},
	{"numbered lists in lists", ladder(65, "   ", "1. a\n")},
	{"lists on a line", strings.Repeat("- ", 49) + "a\n\n"},
	{"lists of one item", "- a\n* a\n"},
	{"list items", "- a\n"},
	{"list items, empty", "-\n"},
	{"list items of two paragraphs", "- a\n\n  b\n\n"},
	{"list items that quote", "- > a\n"},
	{"quotations in quotations", strings.Repeat(">", 100) + "a\n"},
	{"quotations in quotations, parted", strings.Repeat(">", 49) + "a\n\n"},
	{"quotations in quotations, lazy", strings.Repeat(">", 98) + "a\nb\n"},
	{"quotations and lists", strings.Repeat("> - ", 24) + "a\n\n"},
	{"callouts", "> [!note] a\n> b\n\n"},
	{"headings", "# a\n"},
	{"headings, underlined", "a\n=\n"},
	{"headings, empty", "#\n"},
	{"paragraphs", "a\n\n"},
	{"lines", "a\n"},
	{"lines that break", "a\\\n"},
	{"code blocks", "    a\n\n\n\n\n\n\n\n\n"},
	{"fences", "````\n```\n"},
	{"rules", "* * *\n"},
	{"tables", "|a|\n|-|\n|b|\n\n"},
	{"tables, long", "|a|b\n|-|-\n" + strings.Repeat("|c|d\n", 1000)},
	{"tables, wide", strings.Repeat("|a", 1000) + "\n" + strings.Repeat("|-", 1000) + "\n" + strings.Repeat("|a", 1000) + "\n\n"},
	{"tables, nothing but heads", "a\n-|-\n"},
	{"tables, empty cells", strings.Repeat("|a", 30) + "\n" + strings.Repeat("|-", 30) + "\n|\n|\n|\n"},
	{"tables of code", "|a|\n|-|\n" + strings.Repeat("|`a\\|b`|\n", 100) + "\n"},
	{"HTML blocks", "<div>\n\n"},
	{"HTML blocks, never closed", "<!--\n"},
	{"HTML blocks of script", "<script>\n"},
	{"definitions of links", "[a]: b\n"},
	{"definitions of links, two lines", "[a]:\nb\n"},
	{"definitions of links, title open", "[a]: b\n(c\n"},
	{"definitions of links, parted", strings.Repeat("[a]: b\n(c\n", 200) + "\n\n"},
	{"definitions of notes", "[^1]: a\n"},

	// Inline marks.
	{"emphasis", paragraph("*a_ ", 990)},
	{"emphasis, closed late", paragraph("**a* ", 600)},
	{"emphasis in one paragraph", "*a_ "},
	{"links, open", paragraph("[a](", 990)},
	{"links, open in brackets", paragraph("[a](<b", 600)},
	{"links, open in a title", paragraph("[a](b 't", 600)},
	{"links by reference", "[a]: b\n\n" + paragraph("[a][]", 900)},
	{"links by reference, open", paragraph("[a][b", 600)},
	{"brackets", paragraph("[", 1990)},
	{"brackets in brackets", strings.Repeat("[", 990) + strings.Repeat("]", 990) + "\n\n"},
	{"images in images", strings.Repeat("![", 490) + strings.Repeat("](a)", 490) + "\n\n"},
	{"notes", paragraph("[^1]", 600)},
	{"notes, parted", "[^1]\n\n"},
	{"code of rising length", steps(60, func(i int) string { return strings.Repeat("`", i+1) + "a" }) + "\n\n"},
	{"tags, open", paragraph("<a b='", 1000)},
	{"tags, open over lines", paragraph("<a\n", 1900)},
	{"tags", paragraph("<a b>", 1000)},
	{"entities", paragraph("&CounterClockwiseContourIntegral;", 250)},
	{"entities, open", paragraph("&", 1990)},
	{"backslashes", paragraph(`\*`, 990)},
	{"struck words", paragraph("~~a~ ", 600)},
	{"addresses", "http://a.b "},
	{"addresses with brackets", "http://a.b/" + paragraph("(", 5000)},
	{"addresses with entities", "http://a.b/" + paragraph("&a;", 1500)},
	{"addresses of mail", "a@b."},
	{"addresses in brackets", paragraph("<http://a>", 600)},
	{"wikilinks", "[[a]]\n\n"},
	{"wikilinks in a paragraph", paragraph("[[a]]", 600)},
	{"wikilinks, open", paragraph("[[a", 600)},
	{"wikilinks, a name each, open", paragraph("[["+strings.Repeat("a", 990), 5)},

	// One line.
	{"a letter", "a"},
	{"a word", "Freedonia "},
	{"a space", " "},
	{"a tab", "\t"},
	{"a pipe", "|"},
	{"an accent", "\u0301"},
	{"a hyphen", "-"},
	{"an opening quotation mark", "“"},
	{"quotation marks in quotation marks", "> " + strings.Repeat("“", 500) + strings.Repeat("”", 500) + "\n>\n"},
	{"apostrophes", "> ‘" + strings.Repeat("a’ ", 500) + "\n>\n"},

	// Attributions that are none.
	{"attributions in one block", "> — [[A]]\n"},
	{"attributions and words in one block", "> a\n> — [[A]]\n"},
	{"attributions without brackets", "> — A\n\n"},
	{"attributions without brackets in one block", "> — A\n"},
	{"attributions not at the end", "> — [[A]]\n>\n> a\n>\n"},
	{"attributions outside of blocks", "— [[A]]\n\n"},
	{"questions", "> Q: a\n>\n"},
	{"original wordings", "> > a (ru)\n>\n"},
}
