package intake

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"demarche/generator/collate"
	"demarche/generator/dossier"
	"demarche/generator/slug"
)

// ArticleOptions say what an article does not say of itself.
type ArticleOptions struct {
	Date         string           // of its publication, "2031-03-09"; "" where the article says it
	Language     string           // of the article; the rules are those of this language
	SiteLanguage string           // of what names no language of its own
	Actors       []*dossier.Actor // whom the archive knows
	Rules        []byte           // the site's own, in the form of article.yaml
}

// largestArticle is how many bytes of an article are read.
const largestArticle = 1 << 20

// feed is how a feed in Atom or RSS, or a sitemap begins.
var feed = regexp.MustCompile(`^\s*(?:<\?[^>]*>\s*|<!--(?s:.*?)-->\s*)*<(?:\w+:)?(?:feed|rss|RDF|urlset|sitemapindex)[\s>]`)

// Article makes a draft of an article in plain text or HTML: what it quotes and reports with who said it,
// as far as its own words tell. Each quotation is in the text that is archived; whatever could not be attributed
// is listed. An editor reviews all of it.
func Article(text []byte, o ArticleOptions) (Draft, error) {
	w, err := wordsFor(o.Language, o.Rules)
	if err != nil {
		return Draft{}, err
	}
	if text, err = articleText(text); err != nil {
		return Draft{}, err
	}
	var p *page
	if isHTML(text) {
		if p, err = w.htmlPage(text); err != nil {
			return Draft{}, err
		}
	} else {
		p = w.plainPage(string(text))
	}
	w.tidy(p)
	if slug.Make(p.title) == "" || len(p.paragraphs) == 0 {
		return Draft{}, errors.New("there is no article in it: a title, and paragraphs below it")
	}
	p.date = cmp.Or(o.Date, p.date)
	if p.date == "" {
		return Draft{}, errors.New("the article names no day of its publication; give it with --date 2031-03-09")
	}
	published, err := time.Parse(time.DateOnly, p.date)
	if err != nil {
		return Draft{}, fmt.Errorf("%q is no day of publication; write 2031-03-09", p.date)
	}
	r := &reading{w: w, cast: newCast(w, o.Actors), text: collate.New(p.archived), published: published, newest: map[string]*said{}}
	transcript := isTranscript(p.paragraphs)
	for i, text := range p.paragraphs {
		if transcript && r.answer(text) {
			continue
		}
		next := ""
		if i+1 < len(p.paragraphs) {
			next = p.paragraphs[i+1]
		}
		r.paragraph(text, next)
	}
	r.loose = append(r.loose, r.pending...)
	for i, q := range r.loose {
		r.loose[i] = oneLine(strings.TrimSuffix(q, ","))
	}
	lang := o.Language
	if lang == o.SiteLanguage || strings.HasPrefix(o.SiteLanguage, lang+"-") {
		lang = "" // as the site has it
	}
	return r.write(p, lang), nil
}

// articleText is an article in UTF-8 and with line ends of one kind, or an error where it is none.
func articleText(text []byte) ([]byte, error) {
	if isHTML(text) {
		text = fromCharset(text)
	}
	text, err := inUTF8(text, "the article")
	if err != nil {
		return nil, err
	}
	if feed.Match(text) {
		return nil, errors.New("this is a feed or another list in XML, and no article: open one of its articles, and save that page")
	}
	text = legible(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")))
	if !bytes.ContainsRune(text, '\n') {
		text = bytes.ReplaceAll(text, []byte("\r"), []byte("\n"))
	}
	if len(text) > largestArticle {
		return nil, fmt.Errorf("it is larger than %d kB, which no article is", largestArticle>>10)
	}
	return text, nil
}

// write makes the files of what was read. lang is "" where the article has the site's language.
func (r *reading) write(p *page, lang string) Draft {
	name := p.date + "-" + short(slug.Make(p.title))
	d := &digest{Title: p.title, Date: plain(p.date), Slug: name, Lang: lang, Draft: true}
	d.Sources = []article{{ID: "report", Title: p.title, Publisher: p.publisher, Credit: p.credit, Author: p.author,
		Date: plain(p.date), URL: p.address, Text: name + ".txt"}}
	for _, a := range r.cast.inOrder {
		d.Actors = append(d.Actors, a.Name)
	}
	shelf := newShelf()
	for _, s := range r.said {
		r.finish(s)
	}
	r.link()
	for _, s := range r.said {
		if !s.lost {
			d.said = append(d.said, s.quotation)
		}
	}
	d.body = r.body()
	shelf.digest(d)
	file := shelf.files[0].Path
	if p.others > 0 {
		shelf.note(file, "copy what is missing into a text file, and import that", "only the first article of the page was read; others that quote something: %d", p.others)
	}
	for _, q := range r.loose {
		shelf.note(file, "see whose it is, or leave it out", "nobody was found for “%s”", q)
	}
	for _, q := range r.indirect {
		shelf.note(file, "see whether it is a statement", "nobody was found for: %s", oneLine(q))
	}
	for _, q := range r.deeds {
		shelf.note(file, "see whether it is an event", "what may be a deed is no statement: %s", oneLine(q))
	}
	for _, person := range r.cast.people {
		if person.spoke && person.actor == nil {
			shelf.put("actors", slug.Make(person.name), proposed(person))
			shelf.note(file, "review the proposed file, or add an alias where they are known by another name", "“%s” is not in the archive", person.name)
		}
	}
	shelf.files = append(shelf.files, File{path.Join("content/sources", name+".txt"), []byte(p.archived)})
	return shelf.draft()
}

// short is the first words of a slug, of 60 bytes or so.
func short(slug string) string {
	if len(slug) <= 60 {
		return slug
	}
	if at := strings.LastIndexByte(slug[:60], '-'); at > 0 {
		return slug[:at]
	}
	return slug
}

// finish gives a statement what it is written with, or sets it aside if its words are not in the text.
func (r *reading) finish(s *said) {
	if rest, comma := strings.CutSuffix(s.words, ","); comma && s.form == dossier.Verbatim {
		s.words = rest
		if first, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(first) {
			s.words += "."
		}
	}
	if !r.holds(s) {
		r.loose, s.lost = append(r.loose, s.words), true
		return
	}
	if s.form != dossier.Paraphrase {
		for _, name := range r.cast.performed(s.words) {
			if !slices.Contains(s.to, name) && name != s.who.name() {
				s.to = append(s.to, name)
				s.review = append(s.review, "addressee taken from the words themselves")
			}
		}
	}
	s.to = slices.DeleteFunc(s.to, s.who.is)
	if s.form != dossier.Paraphrase {
		s.about = append(s.about, r.cast.judged(s.words)...)
	}
	s.settleAbout()
	act, cue := r.w.guess(s.verb, s.act, s.words)
	s.acts = []string{act}
	s.review = append(s.review, fmt.Sprintf("act guessed from “%s”", cue))
	if s.form == dossier.Paraphrase {
		s.review = append(s.review, "paraphrase in the article’s words")
	}
	if s.who.unnamed != "" {
		s.unnamed, s.forWhom = s.who.unnamed, []string{s.who.forWhom.Name}
	} else {
		for _, one := range s.who.everyone() {
			s.speakers = append(s.speakers, one.name())
		}
	}
	for _, one := range s.who.everyone() {
		if one.person != nil {
			one.person.spoke = true
		}
	}
}

// holds says whether the words in quotation marks are the archived text's.
func (r *reading) holds(s *said) bool {
	if s.form == dossier.Verbatim {
		return r.text.Find(s.words).Found
	}
	return !slices.ContainsFunc(collate.Quoted(s.words), func(q string) bool { return !r.text.Find(q).Found })
}

// body lists what is of nobody, for review, and in a comment what may be an event.
func (r *reading) body() string {
	var out strings.Builder
	if len(r.deeds) > 0 {
		out.WriteString("<!-- review: these may be events, which stand in front matter\n")
		for _, q := range r.deeds {
			fmt.Fprintf(&out, "- %s\n", comment.Replace(oneLine(q)))
		}
		out.WriteString("-->\n\n")
	}
	if len(r.loose)+len(r.indirect) > 0 {
		out.WriteString("<!-- review: nobody was found for these -->\n\n")
	}
	for _, q := range r.loose {
		fmt.Fprintf(&out, "- “%s”\n", markdown(q))
	}
	for _, q := range r.indirect {
		fmt.Fprintf(&out, "- %s\n", markdown(oneLine(q)))
	}
	return out.String()
}

// proposed is the file of a person whom the archive does not know, a draft until an editor has read it.
func proposed(p *person) []byte {
	type post struct {
		Role         string `yaml:"role"`
		Organization string `yaml:"organization"`
	}
	file := struct {
		Name  string `yaml:"name"`
		Kind  string `yaml:"kind"`
		Draft bool   `yaml:"draft"`
		Posts []post `yaml:"posts,omitempty"`
	}{Name: p.name, Kind: "person", Draft: true}
	if p.role != "" && p.body != nil {
		file.Posts = []post{{p.role, p.body.Name}}
	}
	return append(frontMatter(file), "\n<!-- review: proposed from an article -->\n"...)
}
