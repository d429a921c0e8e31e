// Package reach tries addresses, slowly: whether something is still there. It asks for one
// after the other and leaves each host a pause, a longer one where the host asks for it, sends nothing but the address, reads no body, and
// reaches no private network unless it is told to. It knows nothing else.
package reach

import (
	"context"
	"net/url"
	"strings"
	"time"
)

// Outcome is what came of trying an address.
type Outcome uint8

const (
	Well       Outcome = iota // something is there
	Moved                     // it is there, and elsewhere for good
	Gone                      // the host says that nothing is there any more
	Refused                   // the host lets no program in
	Busy                      // the host wants to be asked less often, or later
	Failed                    // the host has trouble, or gave no answer
	NotAllowed                // it leads where nothing is tried: into a private network, to another port, by another protocol
)

// Answer is what came of one address.
type Answer struct {
	Address string
	Outcome Outcome
	Says    string // "404 Not Found", "no answer within 15s", "the host wants to be left alone for 2 hours (429 Too Many Requests)"; "" where all is well
	To      string // where it leads for good, when it has Moved
}

// Options say how to try.
type Options struct {
	Private  bool                  // private networks and any port too
	Pause    time.Duration         // between two requests to one host
	Patience time.Duration         // how long a host that wants to be asked later is waited for, in all
	Timeout  time.Duration         // of one request, redirects included
	Progress func(done, total int) // may be nil
}

// mostFailures is after how many addresses in a row that give no answer a host is left alone.
const mostFailures = 2

// Try tries addresses, each once, and returns the answers in their order: once more where the host
// wanted to be asked later, and that was waited for. It ends early when ctx does, with its error and
// the answers that there are; the others are zero.
func Try(ctx context.Context, addresses []string, o Options) ([]Answer, error) {
	t := newTrial(o)
	hosts := byHost(addresses)
	answers := make([]Answer, len(addresses))
	done := 0
	for len(hosts) > 0 {
		h := next(hosts)
		if err := wait(ctx, time.Until(h.free)); err != nil {
			return answers, err
		}
		i := h.waiting[0]
		a, heard := t.try(ctx, addresses[i])
		if err := ctx.Err(); err != nil {
			return answers, err
		}
		if heard.host {
			h.free = time.Now().Add(o.Pause)
		}
		if a.Outcome == Busy && h.waits(heard.later, o) {
			continue
		}
		answers[i] = a
		h.waiting, h.asked = h.waiting[1:], false
		done += 1 + h.giveUp(a, addresses, answers)
		if len(h.waiting) == 0 {
			delete(hosts, h.name)
		}
		if o.Progress != nil {
			o.Progress(done, len(addresses))
		}
	}
	return answers, nil
}

// host is a host with the addresses that are still to be tried.
type host struct {
	name     string
	place    int   // of its first address
	waiting  []int // places of addresses
	free     time.Time
	failures int
	waited   time.Duration // in all, because it wanted that
	asked    bool          // for the first that is waiting, which it wanted to be asked for later
}

// waits has the host asked later for the same address, if it says when, that is within patience, and
// it has not been asked for it twice.
func (h *host) waits(later time.Duration, o Options) bool {
	later = max(later, o.Pause)
	if later <= 0 || h.asked || h.waited+later > o.Patience {
		return false
	}
	h.asked = true
	h.waited += later
	h.free = time.Now().Add(later)
	return true
}

// giveUp leaves a host alone that did not answer, or wants to be left alone, and returns how
// many addresses are not tried for that.
func (h *host) giveUp(a Answer, addresses []string, answers []Answer) int {
	why := "not tried, because the host did not answer others"
	switch a.Outcome {
	case Failed:
		if h.failures++; h.failures < mostFailures {
			return 0
		}
	case Busy:
		why = "not tried, because the host wants to be asked less often"
	default:
		h.failures = 0
		return 0
	}
	for _, rest := range h.waiting {
		answers[rest] = Answer{Address: addresses[rest], Outcome: a.Outcome, Says: why}
	}
	left := len(h.waiting)
	h.waiting = nil
	return left
}

func byHost(addresses []string) map[string]*host {
	hosts := map[string]*host{}
	for i, address := range addresses {
		name := ""
		if u, err := url.Parse(address); err == nil {
			name = strings.ToLower(u.Hostname())
		}
		h := hosts[name]
		if h == nil {
			h = &host{name: name, place: i}
			hosts[name] = h
		}
		h.waiting = append(h.waiting, i)
	}
	return hosts
}

// next is the host that may be asked first.
func next(hosts map[string]*host) *host {
	var first *host
	for _, h := range hosts {
		if first == nil || h.free.Before(first.free) || h.free.Equal(first.free) && h.place < first.place {
			first = h
		}
	}
	return first
}

// wait waits, unless ctx ends before.
func wait(ctx context.Context, d time.Duration) error {
	if d <= 0 {
		return ctx.Err()
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
