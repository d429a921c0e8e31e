package export

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/xml"
	"fmt"
	"html"
	"strings"

	"demarche/generator/dossier"
)

// feedEntry is an entry as it stands in feeds.
type feedEntry struct {
	xml     []byte
	updated string
}

// entry is the statement's entry, made when the first feed asks for it.
func (a *archive) entry(s *dossier.Statement) (*feedEntry, error) {
	if known := a.entries[s.Index].Load(); known != nil {
		return known, nil
	}
	made, err := encodeEntry(statementEntry(a, s))
	if err == nil {
		a.entries[s.Index].Store(made)
	}
	return made, err
}

func encodeEntry(e atomEntry) (*feedEntry, error) {
	text, err := xml.MarshalIndent(e, " ", " ")
	return &feedEntry{append([]byte{'\n'}, text...), e.Updated}, err
}

// add puts an entry at the feed's end, and dates the feed by its newest.
func (f *atomFeed) add(e *feedEntry) {
	f.Entries = append(f.Entries, e.xml...)
	f.Updated = max(f.Updated, e.updated)
	f.length++
}

// statementEntry is published on the day of the statement and updated on that of its
// digest, or of the digest's last change.
func statementEntry(a *archive, s *dossier.Statement) atomEntry {
	route := s.Route(a.Site.StatementPages)
	updated := s.Digest.When
	if s.Digest.Meta.LastMod.Set {
		updated = s.Digest.Meta.LastMod.Date
	}
	entry := atomEntry{
		ID:        feedID(a, s.Route(true)),
		Title:     entryTitle(s),
		Published: moment(s.When),
		Updated:   max(moment(updated), moment(s.When)),
		Links:     []atomLink{{"alternate", "text/html", whole(a, route)}},
		Content:   &atomContent{"html", s.Lang, entryContent(a, s)},
	}
	for _, speaker := range s.Speakers {
		entry.Authors = append(entry.Authors, atomPerson{speaker.Name})
	}
	if s.Unnamed != "" {
		entry.Authors = []atomPerson{{s.Unnamed}}
	}
	return entry
}

// entryTitle is "Prime Minister X to Freedonia: warn".
func entryTitle(s *dossier.Statement) string {
	who := s.Unnamed
	if who == "" {
		who = names(s.Speakers)
	}
	if len(s.To) > 0 {
		who += " to " + names(s.To)
	}
	if len(s.About) > 0 {
		who += " about " + names(s.About)
	}
	return who + ": " + s.Act.Name
}

// entryContent is the words, and what a reader has to know of where they come from.
func entryContent(a *archive, s *dossier.Statement) string {
	var b strings.Builder
	b.WriteString("<blockquote>")
	open, closing := "", ""
	if s.Form == dossier.Verbatim {
		open, closing = "“", "”"
	}
	for paragraph := range strings.SplitSeq(open+s.Text+closing, "\n\n") {
		fmt.Fprintf(&b, "<p>%s</p>", html.EscapeString(paragraph))
	}
	fmt.Fprintf(&b, "</blockquote><p>%s", s.Form)
	if s.According != nil {
		fmt.Fprintf(&b, ", according to %s", html.EscapeString(s.According.Name))
	} else if s.AccordingText != "" {
		fmt.Fprintf(&b, ", according to %s", html.EscapeString(s.AccordingText))
	}
	fmt.Fprintf(&b, "; from <a href=\"%s\">%s</a></p>", html.EscapeString(whole(a, s.Digest.Route())), html.EscapeString(s.Digest.Title))
	return b.String()
}

// correctionEntry has an id made of what it says, so that it stays when others are added.
func correctionEntry(a *archive, c *dossier.Correction) atomEntry {
	title := "Correction: " + c.Digest.Title
	if c.Withdrawn {
		title = "Withdrawal: " + c.Digest.Title
	}
	return atomEntry{
		ID:        feedID(a, c.Digest.Route()) + "#" + correctionID(c),
		Title:     title,
		Published: moment(c.Entered),
		Updated:   moment(c.Entered),
		Links:     []atomLink{{"alternate", "text/html", whole(a, c.Digest.Route())}},
		Content:   &atomContent{Type: "text", Text: c.Text},
	}
}

func correctionID(c *dossier.Correction) string {
	said := c.Date.String() + "\n" + c.Text
	if c.Statement != nil {
		said = c.Statement.ID + "\n" + said
	}
	sum := sha256.Sum256([]byte(said))
	return "correction-" + hex.EncodeToString(sum[:6])
}
