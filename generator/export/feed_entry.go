package export

import (
	"crypto/sha256"
	"encoding/hex"
	"html"
	"strings"

	"demarche/generator/dossier"
)

// statement writes a statement's entry.
func (f *atom) statement(a *archive, s *dossier.Statement) {
	published, updated := entryDates(s)
	route := s.Route(true)
	f.beginEntry(a.feedID(route), a.entryTitle(s), published, updated)
	if s.Unnamed != "" {
		f.entryAuthor(s.Unnamed)
	} else {
		for _, speaker := range s.Speakers {
			f.entryAuthor(speaker.Name)
		}
	}
	f.html = appendContent(f.html[:0], a, s)
	if !a.Site.StatementPages {
		route = s.Route(false)
	}
	f.endEntry(whole(a, route), "html", s.Lang, f.html)
}

// entryDates are the day of the statement, and that of its digest or of the
// digest's last change, if that is later.
func entryDates(s *dossier.Statement) (published, updated string) {
	changed := s.Digest.When
	if s.Digest.Meta.LastMod.Set {
		changed = s.Digest.Meta.LastMod.Date
	}
	published = moment(s.When)
	return published, max(moment(changed), published)
}

// entryTitle is "Prime Minister X to Freedonia: warn".
func (a *archive) entryTitle(s *dossier.Statement) string {
	f := a.phrases
	who := s.Unnamed
	if who == "" {
		who = a.names(s.Speakers)
	}
	if len(s.To) > 0 {
		who = f.toWhom[0] + who + f.toWhom[1] + a.names(s.To) + f.toWhom[2]
	}
	if len(s.About) > 0 {
		who += " " + f.about[0] + a.names(s.About) + f.about[1]
	}
	return who + f.colon + f.acts[s.Act]
}

// appendContent appends the words, and what a reader has to know of where they come from.
func appendContent(out []byte, a *archive, s *dossier.Statement) []byte {
	f := a.phrases
	out = append(out, "<blockquote>"...)
	open, closing := "", ""
	if s.Form == dossier.Verbatim {
		open, closing = f.open, f.close
	}
	for paragraph := range strings.SplitSeq(open+s.Text+closing, "\n\n") {
		out = appendHTML(out, "<p>", paragraph, "</p>")
	}
	out = appendHTML(out, "</blockquote><p>", f.forms[s.Form], "")
	according := s.AccordingText
	if s.According != nil {
		according = s.According.Name
	}
	if according != "" {
		out = appendHTML(out, "", f.comma+f.according[0]+according+f.according[1], "")
	}
	out = appendHTML(out, "", f.semicolon+f.from[0], `<a href="`)
	out = appendHTML(out, "", whole(a, s.Digest.Route()), `">`)
	out = appendHTML(out, "", s.Digest.Title, "</a>")
	return appendHTML(out, "", f.from[1], "</p>")
}

// appendHTML appends a text between two parts that are HTML.
func appendHTML(out []byte, before, text, after string) []byte {
	return append(append(append(out, before...), html.EscapeString(text)...), after...)
}

// correction writes the entry of a correction. Its id is made of what it says,
// so that it stays when others are added.
func (f *atom) correction(a *archive, c *dossier.Correction) {
	title := a.phrases.Format("Correction: {digest}", "digest", c.Digest.Title)
	if c.Withdrawn {
		title = a.phrases.Format("Withdrawal: {digest}", "digest", c.Digest.Title)
	}
	entered := moment(c.Entered)
	f.beginEntry(a.feedID(c.Digest.Route())+"#"+correctionID(c), title, entered, entered)
	f.endEntry(whole(a, c.Digest.Route()), "text", "", []byte(c.Text))
}

func correctionID(c *dossier.Correction) string {
	said := c.Date.String() + "\n" + c.Text
	if c.Statement != nil {
		said = c.Statement.ID + "\n" + said
	}
	sum := sha256.Sum256([]byte(said))
	return "correction-" + hex.EncodeToString(sum[:6])
}
