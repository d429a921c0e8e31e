package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"demarche/generator/dossier"
	"demarche/generator/edtf"
	"demarche/generator/page"
)

// statement writes a statement's entry.
func (f atom) statement(s *dossier.Statement) {
	published, updated := f.a.entryDates(s)
	f.id(" <entry>\n  <id>", s.OwnRoute(), "</id>\n  <title>")
	f.out = f.a.inXML.headline(f.out, s)
	f.date("</title>\n  <published>", published, "</published>\n")
	f.date("  <updated>", updated, "</updated>\n")
	if s.Unnamed != "" {
		f.out = f.a.inXML.described(append(f.out, "  <author>\n   <name>"...), s)
		f.out = append(f.out, "</name>\n  </author>\n"...)
	} else {
		for _, speaker := range s.Speakers {
			f.entryAuthor(speaker.Name)
		}
	}
	f.put(`  <category term="`, s.Act.Name, "")
	f.out = append(append(append(f.out, `" label="`...), f.a.inXML.acts[s.Act]...), "\"></category>\n"...)
	f.route(`  <link rel="alternate" type="text/html" href="`, s.Route(f.a.Site.StatementPages), "\"></link>\n  <content type=\"html\"")
	f.optional(` xml:lang="`, s.Lang, `"`)
	f.out = f.a.htmlInXML.content(append(f.out, '>'), s)
	f.out = append(f.out, "</content>\n </entry>\n"...)
	f.pass()
}

func (f atom) entryAuthor(name string) {
	f.put("  <author>\n   <name>", name, "</name>\n  </author>\n")
}

// correction writes the entry of a correction. Its id is made of what it says,
// so that it stays when others are added; that of a withdrawal also when its date is. Of those of a digest that say the same it is the nth.
func (f atom) correction(c *dossier.Correction, id string, nth int) {
	entered, leads := feedDay(c.Entered), c.Digest.Route()
	if c.Statement != nil {
		leads = c.Statement.Route(f.a.Site.StatementPages)
	}
	f.id(" <entry>\n  <id>", c.Digest.Route(), "")
	f.put("#", id, "")
	if nth > 1 {
		f.put("-", strconv.Itoa(nth), "")
	}
	f.out = append(f.out, "</id>\n"...)
	f.put("  <title>", f.a.correctionTitle(c), "</title>\n")
	f.date("  <published>", entered, "</published>\n")
	f.date("  <updated>", entered, "</updated>\n")
	f.route(`  <link rel="alternate" type="text/html" href="`, leads, "\"></link>\n")
	f.put("  <content type=\"text\">", c.Text, "</content>\n </entry>\n")
}

// correctionTitle tells the corrections of one digest apart: "Correction: Talks – X to Freedonia (ten-days) – It was ten days".
// Of several that were withdrawn for one reason the ids are all that differs: no words are left.
func (a *archive) correctionTitle(c *dossier.Correction) string {
	const dash = " – " // as between the parts of a feed's own title
	title := a.locale.Format("Correction: {digest}", "digest", c.Digest.Title)
	if c.Withdrawn {
		title = a.locale.Format("Withdrawal: {digest}", "digest", c.Digest.Title)
	}
	out := append([]byte(title), dash...)
	if s := c.Statement; s != nil {
		out = append(append(a.asText.whoToWhom(out, s), " ("...), s.ID...)
		out = append(append(out, ')'), dash...)
	}
	return string(page.AppendWords(out, c.Text))
}

func correctionID(c *dossier.Correction) string {
	said := "\n" + c.Text
	if !c.Withdrawn {
		said = c.Date.String() + said
	}
	if c.Statement != nil {
		said = c.Statement.ID + "\n" + said
	}
	sum := sha256.Sum256([]byte(said))
	return "correction-" + hex.EncodeToString(sum[:6])
}

// entryDates are the day of the statement, and the latest of that, the day of its digest or of the change that this names, however vague,
// and its last change.
func (a *archive) entryDates(s *dossier.Statement) (published, updated edtf.Civil) {
	changed := feedDay(cmp.Or(s.Digest.Meta.LastMod.Date, s.Digest.When))
	published = feedDay(s.When)
	return published, later(later(changed, lastChange(a.Archive, s.Digest, s)), published)
}

func later(x, y edtf.Civil) edtf.Civil {
	if x.Before(y) {
		return y
	}
	return x
}

// never is when a feed without entries was changed.
var never = edtf.Civil{Year: 1970, Month: 1, Day: 1}

// feedDay is the first day that a date allows, of an open start the last. Years that RFC 3339 cannot
// write are moved to the nearest that it can.
func feedDay(d edtf.Date) edtf.Civil {
	from, to := d.Days()
	day := cmp.Or(from, to, never)
	if day.Year < 0 {
		return edtf.Civil{Year: 0, Month: 1, Day: 1}
	}
	return day
}

// appendMoment appends the start of a day as RFC 3339 has it.
func appendMoment(out []byte, day edtf.Civil) []byte {
	return append(appendDay(out, day), "T00:00:00Z"...)
}
