package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"time"

	"demarche/generator/build"
	"demarche/generator/resolve"
)

// siteFlags are the flags of every command that looks at the whole site.
type siteFlags struct {
	BaseURL siteURL `short:"b" name:"base-url" placeholder:"URL" help:"Whole address where the site is published; goes before base_url."`
}

// siteURL is an address, or a path, where a site is published.
type siteURL string

// UnmarshalText takes what can be published to, or nothing, and reports all else.
func (u *siteURL) UnmarshalText(text []byte) error {
	if _, _, ok := resolve.SplitBase(string(text)); !ok {
		return fmt.Errorf("%q is no address of a site; write https://example.org/timeline/, or a path such as /timeline/", text)
	}
	*u = siteURL(text)
	return nil
}

// shard is a part of a site as it is written: "2/4".
type shard build.Shard

// UnmarshalText reads I/N.
func (s *shard) UnmarshalText(text []byte) error {
	index, count, _ := strings.Cut(string(text), "/")
	i, err := strconv.Atoi(index)
	n, err2 := strconv.Atoi(count)
	if err != nil || err2 != nil || i < 1 || i > n {
		return fmt.Errorf("%q is no part; write 1/4 to 4/4 for the four parts of a site", text)
	}
	*s = shard{Index: i, Count: n}
	return nil
}

// hiddenFlags decide what is hidden.
type hiddenFlags struct {
	Drafts  bool   `short:"D" help:"Show drafts."`
	Future  bool   `short:"F" help:"Show what has its publishDate ahead."`
	Expired bool   `short:"E" help:"Show what has its expiryDate behind."`
	Now     string `placeholder:"TIME" help:"The present, which decides what is hidden: 2025-06-19, or RFC 3339. Else SOURCE_DATE_EPOCH, in seconds; else the clock."`
}

func (f siteFlags) options(c *commands) build.Options {
	return build.Options{Source: c.Source, BaseURL: string(f.BaseURL), Version: version()}
}

// apply puts the flags into the options of a build.
func (f hiddenFlags) apply(p Process, o *build.Options) (err error) {
	o.Drafts, o.Future, o.Expired = f.Drafts, f.Future, f.Expired
	o.Now, err = p.present(f.Now)
	return err
}

// present is the time of a --now, else of SOURCE_DATE_EPOCH, else of the clock.
func (p Process) present(now string) (time.Time, error) {
	if now != "" {
		for _, layout := range []string{time.RFC3339, time.DateOnly} {
			if t, err := time.Parse(layout, now); err == nil {
				return t, nil
			}
		}
		return time.Time{}, usageError{fmt.Errorf("--now: %q is no time; write 2025-06-19 or 2025-06-19T14:30:00Z", now)}
	}
	epoch := p.Env("SOURCE_DATE_EPOCH")
	if epoch == "" {
		return p.Now, nil
	}
	seconds, err := strconv.ParseInt(epoch, 10, 64)
	t := time.Unix(seconds, 0).UTC()
	if err != nil || t.Year() < 1 || t.Year() > 9999 { // far numbers come out as the year 292277022399, or before the first
		return time.Time{}, usageError{fmt.Errorf("SOURCE_DATE_EPOCH: %q is no number of seconds since 1970, before the year 10000", epoch)}
	}
	return t, nil
}

// load opens the site's folder and makes a site of it. The caller closes the workspace.
func load(ctx context.Context, o build.Options) (*build.Workspace, *build.Site, error) {
	w, err := build.Open(o)
	if err != nil {
		return nil, nil, err
	}
	site, err := w.Load(ctx)
	if err != nil {
		w.Close()
		return nil, nil, err
	}
	return w, site, nil
}
