package dossier

// Routes are paths below the site's base path, with a slash at both ends. They
// hold letters of any script as they are: whoever writes one into an address
// escapes it.

// Route is the address of the digest's page. It is written on many, and so kept.
func (d *Digest) Route() string {
	if d.Address != "" {
		return d.Address
	}
	return digestsRoute + d.Slug + "/"
}

const digestsRoute = "/digests/"

// Route is the address of the statement: its own page, or where the site has
// no statement pages a place on its digest's, which has none when it was withdrawn.
func (s *Statement) Route(statementPages bool) string {
	switch {
	case statementPages:
		return s.OwnRoute()
	case s.Digest.Withdrawn != "":
		return s.Digest.Route()
	}
	return s.Digest.Route() + "#" + s.ID
}

// OwnRoute is the address of the statement's own page, by which it is known
// also where the site has none. It is written on many, and so kept.
func (s *Statement) OwnRoute() string {
	if s.Address != "" {
		return s.Address
	}
	return s.Digest.Route() + s.ID + "/"
}

// Key names a statement within the whole archive: its digest's slug, "/" and its id.
func (s *Statement) Key() string {
	route := s.OwnRoute()
	return route[len(digestsRoute) : len(route)-1]
}

// Route is the address of the actor's page.
func (a *Actor) Route() string { return "/actors/" + a.Slug + "/" }

// Route is the address of the topic's page.
func (t *Topic) Route() string { return "/topics/" + t.Slug + "/" }

// Route is the address of the dyad's page.
func (d *Dyad) Route() string { return "/conversations/" + d.Slug + "/" }

// Route is the address of the act's page.
func (a *Act) Route() string { return "/acts/" + a.Name + "/" }

// Route is the address of the file's own page by its kind and slug, before it
// is known whether the page is published.
func (d *Doc) Route() string {
	switch d.Kind {
	case KindDigest:
		return digestsRoute + d.Slug + "/"
	case KindActor:
		return "/actors/" + d.Slug + "/"
	case KindTopic:
		return "/topics/" + d.Slug + "/"
	case KindPage:
		return "/" + d.Slug + "/"
	default:
		return "/"
	}
}
