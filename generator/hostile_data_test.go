package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"path"
	"regexp"
	"strings"
	"testing"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"demarche/generator/card"
)

// TestDataOfAHostileSiteAreWhole reads every output that is no page, of sites that have
// each payload for their own title.
func TestDataOfAHostileSiteAreWhole(t *testing.T) {
	for own := range mixed {
		s := hostileSite("escaped", own)
		if own > 0 { // what is in the other files is the same again
			s = site{"index.md": s["index.md"], "digests/talks.md": s["digests/talks-3.md"], "actors/actor.md": s["actors/actor-3.md"]}
		}
		kinds, cited, pasted := map[string]int{}, 0, 0
		for name, text := range built(t, s) {
			kinds[path.Ext(name)]++
			if path.Ext(name) == ".html" {
				cited += checkCited(t, name, text)
				pasted += checkPasted(t, name, text)
			}
			check := dataChecks[path.Ext(name)]
			if path.Base(name) == "oembed.json" {
				kinds["oembed"]++
				check = checkOEmbed
			}
			if check == nil {
				continue
			}
			if err := check(text); err != nil {
				t.Errorf("%s, the site with text %d: %v", name, own, err)
			}
		}
		if cited < 7 { // of the digest, its statements and the record
			t.Errorf("the site with text %d has only %d citations", own, cited)
		}
		if pasted == 0 {
			t.Error("no statement can be shown on a page elsewhere")
		}
		if kinds["oembed"] == 0 {
			t.Error("no statement tells others how to show it")
		}
		for kind := range dataChecks {
			if kinds[kind] == 0 {
				t.Errorf("there is no output of %s", kind)
			}
		}
	}
}

var dataChecks = map[string]func([]byte) error{
	".json": func(text []byte) error { return json.Unmarshal(text, new(any)) },
	".xml":  checkXML,
	".csv":  checkCSV,
	".bib":  checkBib,
}

// TestSocialCardsOfHostileTextsArePictures draws each payload, without the letters that no font has.
func TestSocialCardsOfHostileTextsArePictures(t *testing.T) {
	fonts, err := card.NewFonts(nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range payloads {
		text := card.Text{Words: p, Lang: p, RTL: i%2 > 0}
		c := card.Card{RTL: i%3 > 0, Site: text, Date: text, Title: text, Who: text, Act: text, Words: text}
		for letter := fonts.Missing(c); letter != 0; letter = fonts.Missing(c) {
			for _, t := range []*card.Text{&c.Site, &c.Date, &c.Title, &c.Who, &c.Act, &c.Words} {
				t.Words = strings.ReplaceAll(t.Words, string(letter), "")
			}
		}
		drawn, err := fonts.Draw(c)
		if err == nil {
			err = checkPNG(drawn)
		}
		if err != nil {
			t.Errorf("%q: %v", p, err)
		}
	}
}

// checkOEmbed reads what a statement tells others: the HTML that they put into their pages is one frame of this
// site, with nothing in it that could run.
func checkOEmbed(text []byte) error {
	var answer struct{ HTML string }
	if err := json.Unmarshal(text, &answer); err != nil {
		return err
	}
	nodes, err := html.ParseFragment(strings.NewReader(answer.HTML), &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body})
	if err != nil {
		return err
	}
	if len(nodes) != 1 || nodes[0].Data != "iframe" || nodes[0].FirstChild != nil {
		return errors.New("not one frame: " + answer.HTML)
	}
	for _, a := range nodes[0].Attr {
		switch a.Key {
		case "src":
			if !strings.HasPrefix(a.Val, hostileBase) || !strings.HasSuffix(a.Val, "/#__embed") {
				return errors.New("a frame of " + a.Val)
			}
		case "title", "width", "height", "loading", "frameborder":
		default:
			return errors.New("a frame with " + a.Key)
		}
	}
	return nil
}

// checkPNG reads a social card: it is a picture and holds no text.
func checkPNG(text []byte) error {
	if bytes.Contains(text, []byte("tEXt")) || bytes.Contains(text, []byte("iTXt")) {
		return errors.New("there is text in a picture")
	}
	decoded, err := png.Decode(bytes.NewReader(text))
	if err == nil && decoded.Bounds().Dx() != card.Width {
		err = errors.New("the picture has another size")
	}
	return err
}

// aTagOfOurs is one that feeds and sitemaps use. Nothing else may look like a tag.
var aTagOfOurs = regexp.MustCompile(`^<(\?xml |/?(feed|entry|id|title|subtitle|updated|published|author|category|name|link|rights|content|urlset|url|loc|lastmod|sitemapindex|sitemap)[ >/])`)

func checkXML(text []byte) error {
	for rest := text; ; {
		at := bytes.IndexByte(rest, '<')
		if at < 0 {
			break
		}
		if rest = rest[at:]; !aTagOfOurs.Match(rest) {
			return errors.New("a tag that is not ours: " + string(rest[:min(len(rest), 40)]))
		}
		rest = rest[1:]
	}
	decoder := xml.NewDecoder(bytes.NewReader(text))
	inContent := false
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch token := token.(type) {
		case xml.StartElement:
			inContent = false
			for _, a := range token.Attr {
				inContent = inContent || a.Name.Local == "type" && a.Value == "html"
				if a.Name.Local == "href" && !strings.HasPrefix(a.Value, hostileBase) {
					return errors.New("a link to " + a.Value)
				}
			}
		case xml.CharData:
			if inContent {
				if err := checkContent(string(token)); err != nil {
					return err
				}
			}
		}
	}
}

// checkContent holds the HTML in a feed to few elements, with nothing but addresses of the site.
func checkContent(text string) error {
	tokens := html.NewTokenizer(strings.NewReader(text))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return nil
		case html.StartTagToken, html.SelfClosingTagToken:
			token := tokens.Token()
			for _, a := range token.Attr {
				if a.Key != "href" || !strings.HasPrefix(a.Val, hostileBase) {
					return errors.New("in a feed: " + token.String())
				}
			}
			if !strings.Contains(" p blockquote a ", " "+token.Data+" ") {
				return errors.New("in a feed: " + token.String())
			}
		}
	}
}

// checkCSV holds every row to the same number of cells, and every cell to not being a formula.
func checkCSV(text []byte) error {
	rows, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				return errors.New("a formula: " + cell)
			}
		}
	}
	return err
}

func TestChecksOfDataFindWhatTheyLookFor(t *testing.T) {
	for name, text := range map[string]string{
		".json": `{"a": "</script>`,
		".csv":  "a,b\na,=1+1\n",
		".xml":  "<feed><title><script>a</script></title></feed>",
		"2.xml": "<feed><content type=\"html\">&lt;img src=x&gt;</content></feed>",
		"3.xml": `<feed><link href="javascript:a"/></feed>`,
		"4.xml": `<feed><title>a]]></title></feed>`,
	} {
		if err := dataChecks[path.Ext(name)]([]byte(text)); err == nil {
			t.Errorf("%s: %s is well", name, text)
		}
	}
}
