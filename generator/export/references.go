package export

import (
	"bufio"
	"cmp"
	"io"
	"iter"
	"strconv"
	"strings"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
)

// reference is an article that digests were made from, once however many are.
type reference struct {
	*dossier.Source
	key  string // of BibTeX and CSL: the slug of the first digest that names it, and behind a dot, which no slug has, its number there from the second
	lang string
}

// references are the sources of all digests that stand, in order of time, each once: the same address, or
// without one the same title, publisher and date, is the same article.
func references(a *archive) []reference {
	type identity struct{ url, title, publisher, date string }
	known := map[identity]bool{}
	var all []reference
	for _, d := range a.Digests {
		if d.Withdrawn != "" {
			continue
		}
		for i := range d.Meta.Sources {
			s := &d.Meta.Sources[i]
			id := identity{url: s.URL}
			if s.URL == "" {
				id = identity{"", s.Title, s.Publisher, s.Date.String()}
			}
			if known[id] {
				continue
			}
			known[id] = true
			key := d.Slug
			if i > 0 {
				key += "." + strconv.Itoa(i+1)
			}
			all = append(all, reference{s, key, cmp.Or(s.Lang, d.Lang)})
		}
	}
	return all
}

// referencesJSON is the same in CSL-JSON, which Zotero, pandoc and citeproc read.
func referencesJSON(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/references.json", func(w io.Writer) error {
		return writeArray(w, func(yield func(any) bool) {
			for _, r := range references(a) {
				if item := cslOf(r); !yield(&item) {
					return
				}
			}
		})
	}}}
}

// cslItem is an article in the schema of CSL 1.0.2.
type cslItem struct {
	ID        string    `json:"id"`
	Type      string    `json:"type"`
	Title     string    `json:"title,omitempty"`
	Container string    `json:"container-title,omitempty"`
	Author    []cslName `json:"author,omitempty"`
	Issued    *cslDate  `json:"issued,omitempty"`
	Accessed  *cslDate  `json:"accessed,omitempty"`
	URL       string    `json:"URL,omitempty"`
	Archived  string    `json:"archive_location,omitempty"`
	Language  string    `json:"language,omitempty"`
	Note      string    `json:"note,omitempty"`
}

// cslName is a name as the article has it: which part is the family's is not known.
type cslName struct {
	Literal string `json:"literal"`
}

// cslDate has a date or the two ends of an interval, of years, months and days as far as known.
type cslDate struct {
	Parts [][]int `json:"date-parts,omitempty"`
	Circa bool    `json:"circa,omitempty"`
}

func cslOf(r reference) cslItem {
	item := cslItem{
		ID: r.key, Type: "article-newspaper", Title: r.Title, Container: r.Publisher,
		Issued: cslDateOf(r.Date.Date), Accessed: cslDateOf(r.Accessed.Date),
		URL: r.URL, Archived: r.Archived, Language: r.lang, Note: r.Credit,
	}
	if r.Author != "" {
		item.Author = []cslName{{r.Author}}
	}
	return item
}

// cslDateOf is a date in CSL, nil for none. An interval that is open on a side is its other side.
func cslDateOf(d edtf.Date) *cslDate {
	if d.IsZero() {
		return nil
	}
	made := &cslDate{Circa: d.Approximate() || d.Uncertain()}
	first, last := d.Sides()
	for _, side := range []edtf.Date{first, last} {
		if side.IsZero() || side == last && first == last && len(made.Parts) > 0 {
			continue
		}
		c := side.Listed()
		parts := []int{c.Year, c.Month, c.Day}
		for parts[len(parts)-1] == 0 && len(parts) > 1 {
			parts = parts[:len(parts)-1]
		}
		made.Parts = append(made.Parts, parts)
	}
	return made
}

// referencesBib is the same for BibTeX and BibLaTeX.
func referencesBib(a *archive, _ iter.Seq[string]) []Export {
	return []Export{{"/data/references.bib", func(w io.Writer) error {
		b := bufio.NewWriter(w)
		for _, r := range references(a) {
			writeBib(b, r)
		}
		return b.Flush()
	}}}
}

func writeBib(b *bufio.Writer, r reference) {
	b.WriteString("@misc{" + bibKey(r.key))
	field := func(name, value string) {
		if value != "" {
			b.WriteString(",\n  " + name + " = {" + value + "}")
		}
	}
	literal := func(name, text string) { // in two pairs of braces, which keep capitals, and a name whole
		if text != "" {
			field(name, "{"+bibText.Replace(text)+"}")
		}
	}
	literal("title", r.Title)
	literal("author", r.Author)
	literal("organization", r.Publisher)
	if first := r.Date.Listed(); first.Year > 0 {
		field("year", strconv.Itoa(first.Year))
		if first.Month > 0 {
			field("month", strconv.Itoa(first.Month))
		}
		field("date", r.Date.String())
	}
	field("url", bibURL.Replace(r.URL))
	field("urldate", r.Accessed.String())
	field("langid", r.lang)
	note := r.Credit
	if r.Archived != "" {
		note = strings.TrimPrefix(note+". Archived at "+r.Archived, ". ")
	}
	field("note", bibText.Replace(note))
	b.WriteString("\n}\n\n")
}

// bibText writes text so that TeX sets it as it is.
var bibText = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\{`, `}`, `\}`, `$`, `\$`, `&`, `\&`, `%`, `\%`, `#`, `\#`, `_`, `\_`,
	`~`, `\textasciitilde{}`, `^`, `\textasciicircum{}`, "\n", " ", "\r", " ",
)

// bibURL keeps an address from ending its field.
var bibURL = strings.NewReplacer(`{`, `%7B`, `}`, `%7D`, `\`, `%5C`, " ", "%20", "\n", "")

// bibKey is a key that BibTeX takes: its letters are Latin, others are written by their numbers
// between signs that no slug has.
func bibKey(slug string) string {
	var key strings.Builder
	for _, r := range slug {
		if r <= 'z' {
			key.WriteRune(r)
		} else {
			key.WriteString("_" + strconv.FormatInt(int64(r), 16) + "_")
		}
	}
	return key.String()
}
