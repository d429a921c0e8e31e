package build

import (
	"cmp"
	"context"
	"time"

	"demarche/generator/diag"
	"demarche/generator/dossier"
	"demarche/generator/reach"
	"demarche/generator/source"
)

// How addresses are tried.
const (
	linkPause    = time.Second // between two requests to one host
	linkPatience = 2 * time.Minute
	linkTimeout  = 15 * time.Second
)

// TryLinks tries every address of the last Load to which sources and attributions lead, and
// returns what is wrong with them. That takes a second and more for each of a host.
func (w *Workspace) TryLinks(ctx context.Context, private bool) ([]diag.Problem, error) {
	var addresses []string
	places := map[string]linkPlace{} // the first of each
	for address, at := range links(w.last.site.Archive) {
		if _, known := places[address]; !known {
			places[address] = at
			addresses = append(addresses, address)
		}
	}
	answers, err := reach.Try(ctx, addresses, reach.Options{
		Private:  private,
		Pause:    linkPause,
		Patience: linkPatience,
		Timeout:  linkTimeout,
		Progress: func(done, total int) { w.options.Progress("trying", done, total) },
	})
	var problems []diag.Problem
	for _, a := range answers {
		if a.Outcome != reach.Well {
			problems = append(problems, linkProblem(a, places[a.Address]))
		}
	}
	return problems, err
}

// linkPlace is where an address is written, with what to do when nothing is there any more.
type linkPlace struct {
	source.Span
	mending string
}

const (
	mendURL    = "correct the address, or name an archived copy as archived:"
	mendCopied = "correct the address if the page has moved; readers have the copy under archived:"
	mendCopy   = "correct the address under archived:, or name another copy there"
	mendTold   = "correct the address, or write that of an archived copy"
)

// links yields the addresses of other sites in the order of the record, with their places.
func links(a *dossier.Archive) func(yield func(string, linkPlace) bool) {
	return func(yield func(string, linkPlace) bool) {
		for _, d := range a.Digests {
			for _, s := range d.Meta.Sources {
				mending := mendURL
				if s.Archived != "" {
					mending = mendCopied
				}
				at := s.At.In(d.Path)
				if s.URL != "" && !yield(s.URL, linkPlace{at, mending}) || s.Archived != "" && !yield(s.Archived, linkPlace{at, mendCopy}) {
					return
				}
			}
			for _, s := range d.Statements {
				for _, address := range []string{s.ReplyURL.URL, s.Via.URL} {
					if dossier.OnWeb(address) && !yield(address, linkPlace{s.Attr.In(d.Path), mendTold}) {
						return
					}
				}
			}
		}
	}
}

func linkProblem(a reach.Answer, at linkPlace) diag.Problem {
	p := diag.Problem{Severity: diag.Warning, At: at.Span}
	switch a.Outcome {
	case reach.Gone:
		p.Code, p.Text, p.Hint = "dead-address", a.Address+": "+a.Says, at.mending
	case reach.Moved:
		p.Code, p.Text, p.Hint = "moved-address", a.Address+" has moved for good to "+a.To, "write that address, if it is the same page"
	case reach.Refused:
		p.Severity, p.Code, p.Text, p.Hint = diag.Note, "refused-address", a.Address+" lets no program in: "+a.Says, "open it in a browser"
	case reach.Busy:
		p.Severity, p.Code, p.Text, p.Hint = diag.Note, "busy-host", a.Address+": "+a.Says, "try again later; that says nothing of the address"
	case reach.NotAllowed:
		p.Code, p.Text, p.Hint = "private-address", a.Address+" "+a.Says, "write an address that readers can reach; --private tries it all the same"
	default:
		p.Code, p.Text, p.Hint = "no-answer", a.Address+" "+cmp.Or(a.Says, "gave no answer"), "try again later"
	}
	return p
}
