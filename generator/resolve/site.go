package resolve

import (
	"fmt"
	"net/url"
	"path"
	"strings"
	"unicode"

	"golang.org/x/net/idna"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/source"
)

// SitePath is the site's own file, which may be missing.
const SitePath = "content/index.md"

// readSite fills in the site with its defaults. Its menu is as written until
// readMenu knows which pages there are.
func (r *resolution) readSite() {
	site := dossier.Site{
		Title:          r.options.Folder,
		Language:       "en",
		Autolink:       true,
		StatementPages: true,
		Version:        r.options.Version,
	}
	var base dossier.Text
	if doc := r.files.site; doc != nil {
		site.Intro = doc
		base = describe(&site, doc)
	}
	if r.options.BaseURL != "" {
		base = dossier.Text{Value: r.options.BaseURL}
	}
	r.place(&site, base)
	if site.Title == r.options.Folder && site.Title != "" && (site.Intro == nil || site.Intro.Meta.Title.Value == "") && r.library.unread[SitePath] == nil {
		r.report.add(diag.Note, "no-title", source.Place{}.In(SitePath), fmt.Sprintf("the site has no title: its pages, citations and embeds call it %q, as its folder is called", site.Title),
			r.inSiteFile("title: The record, and publisher: with whoever keeps it"))
	}
	site.SocialCards = site.SocialCards && site.Host != ""
	if site.OEmbed && !site.StatementPages {
		r.report.warn("idle-key", site.Intro.Site.OEmbedAt.In(SitePath), "oembed does nothing where statements have no pages", "leave it out, or statement_pages: false")
	}
	site.OEmbed = site.OEmbed && site.Host != "" && site.StatementPages
	r.archive.Site = site
}

// describe takes over what the site's file says, and returns its base_url.
func describe(site *dossier.Site, doc *dossier.Doc) (base dossier.Text) {
	site.Author = doc.Meta.Author
	if doc.Meta.Title.Value != "" {
		site.Title = doc.Meta.Title.Value
	}
	if doc.Meta.Autolink != nil {
		site.Autolink = *doc.Meta.Autolink
	}
	meta := doc.Site
	site.Description, site.License, site.Publisher = meta.Description, meta.License, meta.Publisher
	site.Calendar = meta.Calendar
	site.EditURL, site.ReportURL, site.Menu = meta.EditURL, meta.ReportURL, meta.Menu
	if meta.Language != "" {
		site.Language = meta.Language
	}
	if meta.StatementPages != nil {
		site.StatementPages = *meta.StatementPages
	}
	site.SocialCards, site.OEmbed = meta.SocialCards, meta.OEmbed
	return meta.BaseURL
}

// place sets where the site is published.
func (r *resolution) place(site *dossier.Site, base dossier.Text) {
	host, folder, ok := SplitBase(base.Value)
	switch {
	case !ok:
		r.report.error("bad-base-url", base.At.In(SitePath),
			fmt.Sprintf("%q is not an address where a site can be published", base.Value),
			`write "https://example.org/repo/", or only the path: "/repo/"`)
	case host == "" && !r.options.Pushed:
		lacks := "no canonical links and no sitemap"
		switch {
		case site.SocialCards && site.OEmbed:
			lacks = "no canonical links, no sitemap, no social cards and no oEmbed"
		case site.OEmbed:
			lacks = "no canonical links, no sitemap and no oEmbed"
		case site.SocialCards:
			lacks = "no canonical links, no sitemap and no social cards"
		}
		r.report.add(diag.Note, "no-host", base.At.In(SitePath), "without a host in base_url there are "+lacks,
			r.inSiteFile(`the whole address, base_url: "https://example.org/"`))
	}
	site.Host, site.BasePath, site.BaseURL = host, folder, host+folder
}

// inSiteFile is the advice to write something in the site's own file.
func (r *resolution) inSiteFile(what string) string {
	if r.files.site == nil && r.library.unread[SitePath] == nil {
		return "make " + SitePath + ", which is not there yet, and write in it, between two lines of ---, " + what
	}
	return "write " + what
}

// SplitBase parts where a site is published, "https://a.example/repo", into the
// host, "https://a.example", which is in ASCII, and the folder, "/repo/". A path alone has no host, and
// "" is "/". Where it is neither address nor path, ok is false and the folder "/".
func SplitBase(text string) (host, folder string, ok bool) {
	if text == "" {
		return "", "/", true
	}
	u, err := url.Parse(text)
	switch {
	case err != nil, u.User != nil, u.RawQuery != "", u.ForceQuery, u.Fragment != "", u.Opaque != "":
		return "", "/", false
	case u.Scheme != "" && (u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == ""):
		return "", "/", false
	case u.Scheme == "" && (u.Host != "" || !strings.HasPrefix(text, "/")):
		return "", "/", false
	case strings.ContainsAny(text, "\\ \t\r\n"):
		return "", "/", false
	}
	folder = u.EscapedPath()
	if folder != "" && path.Clean(folder) != strings.TrimSuffix(folder, "/") && folder != "/" {
		return "", "/", false
	}
	if !strings.HasSuffix(folder, "/") {
		folder += "/"
	}
	if u.Scheme == "" {
		return "", folder, true
	}
	name := u.Hostname()
	if strings.ContainsFunc(name, func(r rune) bool { return r > unicode.MaxASCII }) {
		ascii, err := idna.Lookup.ToASCII(name)
		if err != nil {
			return "", "/", false
		}
		u.Host = strings.Replace(u.Host, name, ascii, 1)
	}
	return u.Scheme + "://" + u.Host, folder, true
}
