package page

// Layout is what layout.html is given: all that the pages of one section have
// in common. render adds two holes to it, {{.Head}} (what head.html makes of the
// page's Head) and {{.Main}} (what the page's own template makes), a third for the title, {{.Page}}, and the name of that template,
// {{.Template}}, and executes layout.html once for each section and template, not once for each page.
type Layout struct {
	Base        string // the base path, with a slash at both ends: "/" or "/repo/"
	Home        string // href of the front page
	Title       string // of the site
	Description string // of the site
	Author      string
	Publisher   string
	License     string // as the editor wrote it: "CC BY 4.0"
	Language    string // BCP 47: of the interface
	Dir         string // "ltr" or "rtl": of that language
	Host        string // what addresses that begin with "/" begin with: "https://freedonia.example"; "" when the site does not know
	Menu        []MenuItem
	ImageHosts  []string   // hosts that images may come from, as the Content-Security-Policy names them: "images.example"
	Footer      []Link     // acts, corrections, coverage, data and what else every site has
	Feeds       []FeedLink // the site's own
	Version     string     // of Demarche
	Section     string     // "timeline", "digests", "actors", "conversations", "network", "topics", "acts", "corrections", "coverage", "data", the slug of a page, or "" of 404.html
}

// MenuItem is an entry of the menu.
type MenuItem struct {
	Label   string
	Href    string
	Current bool // the section belongs to it: aria-current
}
