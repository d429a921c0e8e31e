package page

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf8"

	"demarche/generator/dossier"
)

// EmbedScript is the route of the script that fits frames to the statements in them. Pages elsewhere
// ask for it as long as they stand, so it keeps its address and what it promises.
const EmbedScript = "/embed.js"

// embedFragment is what follows a statement's address in a frame: its page then shows the card and its
// source alone.
const embedFragment = "#__embed"

// Embed is a statement as a page elsewhere shows it: its own page in a frame.
type Embed struct {
	Address string // whole, of the statement's page
	Title   string // for those who listen
	Height  int    // about what it takes, in pixels, where it is EmbedWidth wide
}

// EmbedWidth is the width of a frame in pixels for which EmbedHeight is reckoned.
const EmbedWidth = 600

// EmbedHeight is about how high a statement is in such a frame. A script fits the frame where scripts run.
func EmbedHeight(s *dossier.Statement) int {
	const letters, line = 40, 37 // of the words in a line, and pixels from one to the next
	height := 230
	if s.Source != nil {
		height += 170
	}
	for _, text := range [...]string{s.Text, s.Original.Text} {
		if text != "" {
			height += line * (1 + min(1000, utf8.RuneCountInString(text))/letters)
		}
	}
	return height
}

// OEmbedRoute is where others find how to show a statement, as oembed.com has it.
func OEmbedRoute(s *dossier.Statement) string { return s.Route(true) + "oembed.json" }

// Frame is the HTML of the frame. It has no style, which pages with a policy of their own would refuse.
func (e Embed) Frame() string {
	return `<iframe src="` + html.EscapeString(e.Address) + embedFragment + `" title="` + html.EscapeString(e.Title) + `" width="100%" height="` +
		strconv.Itoa(e.Height) + `" loading="lazy" frameborder="0"></iframe>`
}

// embedCode is what an editor elsewhere pastes to show a statement that has that title: its words for
// readers without frames, the frame, and the script; "" where a statement has no page, or nobody knows the host of the site.
func (p *Plan) embedCode(s *dossier.Statement, title string) string {
	if !p.site.StatementPages || p.site.Host == "" {
		return ""
	}
	e := Embed{Address: p.absolute(s.Route(true)), Title: title, Height: EmbedHeight(s)}
	address := html.EscapeString(e.Address)
	var b strings.Builder
	b.WriteString(`<blockquote cite="` + address + `"`)
	if s.Lang != "" {
		b.WriteString(` lang="` + html.EscapeString(s.Lang) + `" dir="` + p.direction(s.Lang) + `"`)
	}
	b.WriteString(`><p>` + html.EscapeString(p.quoted(s, citedLength)) + `</p><p>— <a href="` + address + `">` + html.EscapeString(title) + `</a></p></blockquote>` + "\n")
	b.WriteString(e.Frame() + "\n")
	b.WriteString(`<script async src="` + html.EscapeString(p.absolute(EmbedScript)) + `"></script>`)
	return b.String()
}
