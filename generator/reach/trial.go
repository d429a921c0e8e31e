package reach

import (
	"context"
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"syscall"
	"time"
)

const (
	mostRedirects   = 5
	mostHeaderBytes = 64 << 10
	mostTold        = 2000 // bytes of what a host says, or of where it leads
	agent           = "demarche-check (tries whether sources are still there)"
)

// trial tries addresses with one client.
type trial struct {
	options Options
	client  *http.Client
}

var (
	errNotAllowed = errors.New("leads into a private network, or to a port that is not the web’s")
	errLoop       = errors.New("leads from one address to the next")
)

func newTrial(o Options) *trial {
	t := &trial{options: o}
	dialer := &net.Dialer{Timeout: o.Timeout, Control: t.allow}
	t.client = &http.Client{
		Timeout: o.Timeout,
		Transport: &http.Transport{ // no proxy: it would ask for us, and reach what we may not
			DialContext:            dialer.DialContext,
			DisableKeepAlives:      true,
			MaxResponseHeaderBytes: mostHeaderBytes,
			TLSHandshakeTimeout:    o.Timeout,
		},
		CheckRedirect: t.follow,
	}
	return t
}

// allow is asked for every connection, with the numbers to which the name of a host
// has led, so that no name and no redirect leads where it may not.
func (t *trial) allow(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil {
		return errNotAllowed
	}
	if t.options.Private || isPublic(to.Addr()) && (to.Port() == 80 || to.Port() == 443) {
		return nil
	}
	return errNotAllowed
}

// special are networks that Addr.IsPrivate and its like leave out, and which are not of
// the public internet: RFC 6890 and those after it.
var special = prefixes("0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24",
	"203.0.113.0/24", "240.0.0.0/4", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")

// public6 holds all public addresses of IPv6.
var public6 = netip.MustParsePrefix("2000::/3")

func prefixes(texts ...string) []netip.Prefix {
	list := make([]netip.Prefix, len(texts))
	for i, text := range texts {
		list[i] = netip.MustParsePrefix(text)
	}
	return list
}

// isPublic says whether an address is of the public internet.
func isPublic(a netip.Addr) bool {
	a = a.Unmap()
	if !a.IsGlobalUnicast() || a.IsPrivate() || a.Is6() && !public6.Contains(a) {
		return false
	}
	for _, p := range special {
		if p.Contains(a) {
			return false
		}
	}
	return true
}

// follow is asked before a redirect is followed.
func (t *trial) follow(r *http.Request, before []*http.Request) error {
	r.Header.Del("Referer")
	moved, known := r.Context().Value(movedKey{}).(*moved)
	if known {
		moved.heard = true
	}
	if len(before) > mostRedirects {
		return errLoop
	}
	if !mayTry(r.URL) {
		return errNotAllowed
	}
	if known {
		code := r.Response.StatusCode
		moved.forGood = moved.forGood && (code == http.StatusMovedPermanently || code == http.StatusPermanentRedirect)
		moved.to = r.URL.String()
	}
	return nil
}

// movedKey is the key under which a request has its moved.
type movedKey struct{}

// moved is where redirects led.
type moved struct {
	to      string
	forGood bool // all of them
	heard   bool // the host was asked, even where it led to what may not be
}

// mayTry says whether an address is of the web, and tells no password.
func mayTry(u *url.URL) bool {
	return (u.Scheme == "http" || u.Scheme == "https") && u.User == nil && u.Hostname() != ""
}

// heard is what is known of a host besides its answer.
type heard struct {
	host  bool          // it was asked at all
	later time.Duration // how long it wants to be left alone; 0 where it does not say
}

// try asks for the head of an address, and where the host does not give that, for the whole, of
// which nothing is read.
func (t *trial) try(ctx context.Context, address string) (a Answer, h heard) {
	a.Address = address
	u, err := url.Parse(address)
	if err != nil || !mayTry(u) {
		a.Outcome, a.Says = NotAllowed, "is no address of the web that may be tried"
		return a, h
	}
	u.Fragment = ""
	got, led, err := t.ask(ctx, http.MethodHead, u)
	if err == nil && got.status >= 400 && !got.isBusy() {
		if err = wait(ctx, t.options.Pause); err == nil {
			got, led, err = t.ask(ctx, http.MethodGet, u)
		}
	}
	a.Outcome, a.Says = judge(got, err, t.options.Timeout)
	if a.Outcome == Well && led.to != "" && led.forGood {
		a.Outcome, a.To = Moved, led.to
		if _, part, _ := strings.Cut(address, "#"); part != "" && !strings.Contains(led.to, "#") { // "#page=3" holds there too
			a.To += "#" + part
		}
	}
	a.Says, a.To = brief(a.Says), brief(a.To)
	return a, heard{led.heard || a.Outcome != NotAllowed, got.later}
}

// brief is the beginning of what a host may have made as long as it liked.
func brief(text string) string {
	if len(text) <= mostTold {
		return text
	}
	return strings.ToValidUTF8(text[:mostTold], "") + "…"
}

func (t *trial) ask(ctx context.Context, method string, u *url.URL) (got reply, led moved, err error) {
	led.forGood = true
	r, err := http.NewRequestWithContext(context.WithValue(ctx, movedKey{}, &led), method, u.String(), nil)
	if err != nil {
		return got, led, err
	}
	r.Header.Set("User-Agent", agent)
	response, err := t.client.Do(r)
	if err != nil {
		return got, led, err
	}
	got = reply{response.StatusCode, later(response.Header, time.Now())}
	return got, led, response.Body.Close()
}

// judge makes an outcome of what a host answered.
func judge(got reply, err error, timeout time.Duration) (Outcome, string) {
	var noHost *net.DNSError
	var timed net.Error
	switch {
	case errors.Is(err, errNotAllowed):
		return NotAllowed, errNotAllowed.Error()
	case errors.Is(err, errLoop):
		return Failed, errLoop.Error()
	case errors.As(err, &noHost) && noHost.IsNotFound:
		return Gone, "there is no such host"
	case errors.As(err, &timed) && timed.Timeout():
		return Failed, "gave no answer within " + timeout.String()
	case err != nil:
		return Failed, "gave no answer: " + reason(err)
	}
	status := got.status
	says := strings.TrimSpace(strconv.Itoa(status) + " " + http.StatusText(status))
	switch {
	case got.isBusy() && got.later > 0:
		return Busy, "the host wants to be left alone for " + inWords(got.later) + " (" + says + ")"
	case got.isBusy():
		return Busy, "the host wants to be asked less often (" + says + ")"
	case status == http.StatusNotFound || status == http.StatusGone:
		return Gone, says
	case status >= 500:
		return Failed, says
	case status >= 400:
		return Refused, says
	}
	return Well, ""
}

// reason is the innermost of what went wrong, without the address.
func reason(err error) string {
	if at, ok := errors.AsType[*url.Error](err); ok {
		err = at.Err
	}
	if on, ok := errors.AsType[*net.OpError](err); ok {
		err = on.Err
	}
	return err.Error()
}
