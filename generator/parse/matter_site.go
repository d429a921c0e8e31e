package parse

import (
	"strconv"
	"strings"

	"demarche/generator/dossier"
)

// siteOnly are the keys of content/index.md beside the shared ones.
var siteOnly = []field[dossier.Doc]{
	{"description", func(r *reader, d *dossier.Doc, v *value) { d.Site.Description = r.text(v) }},
	{"license", func(r *reader, d *dossier.Doc, v *value) { d.Site.License = r.text(v) }},
	{"publisher", func(r *reader, d *dossier.Doc, v *value) { d.Site.Publisher = r.name(v).Value }},
	{"base_url", func(r *reader, d *dossier.Doc, v *value) { d.Site.BaseURL = r.name(v) }},
	{"language", func(r *reader, d *dossier.Doc, v *value) {
		d.Site.Language, d.Site.LanguageAt = r.language(v), r.at(v)
	}},
	{"calendar", func(r *reader, d *dossier.Doc, v *value) {
		d.Site.Calendar = r.word(v, "unknown-calendar", []string{"gregorian"})
	}},
	{"menu", func(r *reader, d *dossier.Doc, v *value) { r.menu(v) }},
	{"statement_pages", func(r *reader, d *dossier.Doc, v *value) { on := r.boolean(v); d.Site.StatementPages = &on }},
	{"social_cards", func(r *reader, d *dossier.Doc, v *value) { d.Site.SocialCards = r.boolean(v) }},
	{"oembed", func(r *reader, d *dossier.Doc, v *value) { d.Site.OEmbed, d.Site.OEmbedAt = r.boolean(v), r.at(v) }},
	{"html", func(r *reader, d *dossier.Doc, v *value) {
		d.Site.HTML = r.word(v, "unknown-html", []string{"escaped", "sanitized"})
	}},
	{"image_hosts", func(r *reader, d *dossier.Doc, v *value) { r.imageHosts(v) }},
	{"edit_url", func(r *reader, d *dossier.Doc, v *value) { d.Site.EditURL = r.address(v) }},
	{"report_url", func(r *reader, d *dossier.Doc, v *value) { d.Site.ReportURL = r.address(v) }},
	{"limits", func(r *reader, d *dossier.Doc, v *value) { read(r, v, &d.Site.Limits, limitFields, nil) }},
}

var limitFields = []field[dossier.Limits]{
	{"file", func(r *reader, l *dossier.Limits, v *value) { l.File = r.count(v) }},
	{"front_matter", func(r *reader, l *dossier.Limits, v *value) { l.FrontMatter = r.count(v) }},
	{"keys", func(r *reader, l *dossier.Limits, v *value) { l.Keys = r.count(v) }},
	{"depth", func(r *reader, l *dossier.Limits, v *value) { l.Depth = r.count(v) }},
	{"nesting", func(r *reader, l *dossier.Limits, v *value) { l.Nesting = r.count(v) }},
	{"statements", func(r *reader, l *dossier.Limits, v *value) { l.Statements = r.count(v) }},
	{"title", func(r *reader, l *dossier.Limits, v *value) { l.Title = r.count(v) }},
	{"text", func(r *reader, l *dossier.Limits, v *value) { l.Text = r.count(v) }},
	{"names", func(r *reader, l *dossier.Limits, v *value) { l.Names = r.count(v) }},
}

// count reads a whole number above zero; 0 where it is none.
func (r *reader) count(v *value) int {
	n, err := strconv.Atoi(strings.ReplaceAll(v.text, "_", ""))
	if v.form == formNumber && err == nil && n > 0 && n <= 1<<30 {
		return n
	}
	r.fault(v, "wrong-type", r.key+" must be a whole number above 0", "write it in figures: "+r.key+": 1000")
	return 0
}

// imageHosts reads the names of hosts, in lower case.
func (r *reader) imageHosts(v *value) {
	r.each(v, func(item *value) {
		host := strings.ToLower(r.text(item))
		if host == "" {
			return
		}
		if !isHost(host) {
			r.fault(item, "bad-host", quoted(host)+" is no name of a host", "write images.example, without https:// and without a path")
			return
		}
		r.doc.Site.ImageHosts = append(r.doc.Site.ImageHosts, host)
	})
}

// isHost says whether host is a name of the web in lower case, with a port or without.
// It stands in the policy of every page, so nothing else may be in it.
func isHost(host string) bool {
	name, port, hasPort := strings.Cut(host, ":")
	if hasPort && (port == "" || strings.Trim(port, "0123456789") != "") {
		return false
	}
	for part := range strings.SplitSeq(name, ".") {
		if part == "" || strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || strings.Trim(part, "-") != part {
			return false
		}
	}
	return true
}

var menuFields = []field[dossier.MenuItem]{
	{"label", func(r *reader, m *dossier.MenuItem, v *value) { m.Label = r.name(v).Value }},
	{"route", func(r *reader, m *dossier.MenuItem, v *value) { m.Route = r.route(v) }},
}

// menu reads the site's menu. An item is a plain word, which is the name of a
// section or the slug of a page and leaves Route empty; {label, route}; or
// {About: /about/}. Several of the last kind may stand in one map.
func (r *reader) menu(v *value) {
	r.each(v, func(item *value) {
		if item.form == formTable && menuPair(item) {
			m := dossier.MenuItem{At: r.at(item)}
			read(r, item, &m, menuFields, nil)
			if m.Label != "" {
				r.doc.Site.Menu = append(r.doc.Site.Menu, m)
			}
			return
		}
		if item.form == formTable {
			for i := range item.pairs {
				p := &item.pairs[i]
				r.doc.Site.Menu = append(r.doc.Site.Menu, dossier.MenuItem{Label: p.key, Route: r.route(&p.value), At: place(p.start, p.end)})
			}
			return
		}
		if label := r.name(item); label.Value != "" {
			r.doc.Site.Menu = append(r.doc.Site.Menu, dossier.MenuItem{Label: label.Value, At: label.At})
		}
	})
}

// menuPair says whether a map spells out label and route.
func menuPair(v *value) bool { return len(v.pairs) > 0 && find(menuFields, v.pairs[0].key) != nil }

// route reads where a menu item leads: a path of the site, or an address of the web.
func (r *reader) route(v *value) string {
	if written := strings.TrimSpace(v.text); strings.HasPrefix(written, "/") && !strings.HasPrefix(written, "//") {
		return r.text(v)
	}
	return r.address(v)
}
