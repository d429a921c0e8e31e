package page

import (
	"strconv"
	"unicode/utf8"

	"demarche/generator/dossier"
	"demarche/generator/escape"
)

// EmbedAsset is the script that fits frames to the statements in them: the one asset that keeps its name, at the site's root. Pages
// elsewhere ask for it as long as they stand, so it keeps its address and what it promises.
const EmbedAsset = "embed.js"

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
func OEmbedRoute(s *dossier.Statement) string { return s.OwnRoute() + "oembed.json" }

// Frame is the HTML of the frame. It has no style, which pages with a policy of their own would refuse.
func (e Embed) Frame() string { return string(e.appendFrame(nil)) }

func (e Embed) appendFrame(out []byte) []byte {
	out = escape.HTML.Append(append(out, `<iframe src="`...), e.Address)
	out = escape.HTML.Append(append(append(out, embedFragment...), `" title="`...), e.Title)
	out = strconv.AppendInt(append(out, `" width="100%" height="`...), int64(e.Height), 10)
	return append(out, `" loading="lazy" frameborder="0"></iframe>`...)
}

// embedCode is what an editor elsewhere pastes to show a statement that has that title: what was asked and its words for
// readers without frames, the frame, and the script; nil where a statement has no page, or nobody knows the host of the site.
func (p *Plan) embedCode(s *dossier.Statement, title string) Snippet {
	if !p.site.StatementPages || p.site.Host == "" {
		return nil
	}
	return func(out []byte) []byte { return p.appendEmbed(out, s, title) }
}

func (p *Plan) appendEmbed(out []byte, s *dossier.Statement, title string) []byte {
	e := Embed{Address: p.absolute(s.OwnRoute()), Title: title, Height: EmbedHeight(s)}
	out = append(escape.HTML.Append(append(out, `<blockquote cite="`...), e.Address), '"')
	if s.Lang != "" {
		out = escape.HTML.Append(append(out, ` lang="`...), s.Lang)
		out = append(append(append(out, `" dir="`...), p.direction(s.Lang)...), '"')
	}
	out = append(out, "><p>"...)
	if question := p.question(s, citedLength); question != "" {
		out = append(escape.HTML.Append(out, question), "</p><p>"...)
	}
	out = escape.HTML.Append(out, p.quoted(s, citedLength))
	out = append(escape.HTML.Append(append(out, `</p><p>— <a href="`...), e.Address), `">`...)
	out = append(escape.HTML.Append(out, p.retractedToo(p.withInformant(title, s), s)), "</a></p></blockquote>\n"...)
	out = append(e.appendFrame(out), "\n<script async src=\""...)
	return append(escape.HTML.Append(out, p.absolute("/"+EmbedAsset)), `"></script>`...)
}
