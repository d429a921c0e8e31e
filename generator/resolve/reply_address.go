package resolve

import (
	"fmt"
	"net/url"
	"strings"

	"demarche/generator/dossier"
)

// checkReplyAddress warns of an answer to a statement of this record that is written by its address: that is taken for something
// elsewhere, and stands in no thread.
func (r *resolution) checkReplyAddress(s *dossier.Statement) {
	if s.ReplyURL.URL == "" {
		return
	}
	d, id := r.addressed(s.ReplyURL.URL, s.Digest)
	if d == nil || r.library.statement(d, id) == nil {
		return
	}
	name := "#^" + id
	if d != s.Digest {
		name = d.Slug + name
	}
	r.report.warn("reply-by-address", s.ReplyURL.At.In(s.Digest.Path), fmt.Sprintf("%q answers a statement of this record by its address, so it counts as an answer to something elsewhere", s.ID),
		fmt.Sprintf("write in reply to [[%s]]", name))
}

// addressed is the digest to whose statement an address leads, with the id there; nil where it does not look like one.
func (r *resolution) addressed(address string, from *dossier.Digest) (*dossier.Digest, string) {
	if id, here := strings.CutPrefix(address, "#"); here {
		return from, strings.TrimPrefix(id, "^")
	}
	path := address
	if site := r.archive.Site; dossier.OnWeb(address) {
		below, ours := strings.CutPrefix(address, site.Host+site.BasePath)
		if site.Host == "" || !ours {
			return nil, ""
		}
		path = "/" + below
	}
	below, isDigest := strings.CutPrefix(path, "/digests/")
	name, part, _ := strings.Cut(below, "/")
	name, err := url.PathUnescape(name)
	if !isDigest || err != nil {
		return nil, ""
	}
	id, _, _ := strings.Cut(strings.TrimLeft(part, "#^"), "/")
	if was := r.library.moved(name, id); was != nil {
		return was.Digest, was.ID
	}
	all := r.library.find(name)
	for _, found := range all[:min(len(all), few)] {
		if found.digest != nil && found.digest.Slug == name {
			return found.digest, id
		}
	}
	if was, renamed := r.library.renamed(name); renamed && was.digest != nil {
		return was.digest, id
	}
	return nil, ""
}
