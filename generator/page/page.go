// Package page turns an Archive into Pages: which routes exist, and what each
// may see. A page's view is built when it is asked for and never before; it has
// fields, not look-ups, and holds nothing of the archive that a template could
// walk on from. The views (view*.go) are the manual for those who write their own
// templates.
//
// Routes are rooted at the site and know no base path: "/digests/talks/".
// Every href in a view carries the base path, "/repo/digests/talks/", but for the one from the page of a
// statement, of which there are many, to its digest: that is "../".
package page

// Page is one address of the site.
type Page struct {
	Route    string      // "/digests/talks/"; a route that ends in a slash is published as its index.html
	Template string      // file in templates/ that makes Main: "digest.html"
	Section  string      // of the menu; one Layout serves all pages of a section
	NoIndex  bool        // as in Head, without making the view
	View     func() View // builds the view; safe to call from several goroutines. Whoever calls View.Done on it saves memory
}

// View is what one page shows.
type View struct {
	Head Head
	Main any // the view that Template is given, or a pointer to it; which type, the type's comment says
	desk *desk
}

// Done says, once, that nothing of the view is used any more: what it was made in serves for another one. A view
// that is kept is never done.
func (v View) Done() {
	if v.desk != nil {
		v.desk.clear()
		desks.Put(v.desk)
	}
}
