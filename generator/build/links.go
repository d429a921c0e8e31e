package build

import (
	"cmp"
	"context"
	"strings"
	"time"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/reach"
	"demarche/generator/source"
)

// How addresses are tried.
const (
	linkPause   = time.Second // between two requests to one host
	linkTimeout = 15 * time.Second
)

// TryLinks tries every address of the last Load to which sources and attributions lead, and
// returns what is wrong with them. That takes a second and more for each of a host.
func (w *Workspace) TryLinks(ctx context.Context, private bool) ([]diag.Problem, error) {
	var addresses []string
	places := map[string]source.Span{} // the first of each
	for address, at := range links(w.last.site.Archive) {
		if _, known := places[address]; !known {
			places[address] = at
			addresses = append(addresses, address)
		}
	}
	answers, err := reach.Try(ctx, addresses, reach.Options{
		Private:  private,
		Pause:    linkPause,
		Timeout:  linkTimeout,
		Progress: func(done, total int) { w.options.Progress("trying", done, total) },
	})
	if err != nil {
		return nil, err
	}
	var problems []diag.Problem
	for _, a := range answers {
		if a.Outcome != reach.Well {
			problems = append(problems, linkProblem(a, places[a.Address]))
		}
	}
	return problems, nil
}

// links yields the addresses of other sites in the order of the record, with their places.
func links(a *dossier.Archive) func(yield func(string, source.Span) bool) {
	return func(yield func(string, source.Span) bool) {
		for _, d := range a.Digests {
			for _, s := range d.Meta.Sources {
				for _, address := range []string{s.URL, s.Archived} {
					if address != "" && !yield(address, s.At.In(d.Path)) {
						return
					}
				}
			}
			for _, s := range d.Statements {
				for _, address := range []string{s.ReplyURL.URL, s.Via.URL} {
					if isWeb(address) && !yield(address, s.Attr.In(d.Path)) {
						return
					}
				}
			}
		}
	}
}

// isWeb says whether an address is of another site.
func isWeb(address string) bool {
	scheme, _, found := strings.Cut(address, "://")
	return found && (strings.EqualFold(scheme, "http") || strings.EqualFold(scheme, "https"))
}

func linkProblem(a reach.Answer, at source.Span) diag.Problem {
	p := diag.Problem{Severity: diag.Warning, At: at}
	switch a.Outcome {
	case reach.Gone:
		p.Code, p.Text, p.Hint = "dead-address", a.Address+": "+a.Says, "correct the address, or name an archived copy as archived:"
	case reach.Moved:
		p.Code, p.Text, p.Hint = "moved-address", a.Address+" has moved for good to "+a.To, "write that address, if it is the same page"
	case reach.Refused:
		p.Severity, p.Code, p.Text, p.Hint = diag.Note, "refused-address", a.Address+" lets no program in: "+a.Says, "open it in a browser"
	case reach.NotAllowed:
		p.Code, p.Text, p.Hint = "private-address", a.Address+" "+a.Says, "write an address that readers can reach; --private tries it all the same"
	default:
		p.Code, p.Text, p.Hint = "no-answer", a.Address+" "+cmp.Or(a.Says, "gave no answer"), "try again later"
	}
	return p
}
