package cli

import (
	"context"
	"fmt"

	"demarche/generator/build"
	"demarche/generator/serve"
)

// serveCommand previews the site.
type serveCommand struct {
	Port int    `short:"p" default:"1313" help:"Port to listen on; the next free one if it is taken."`
	Bind string `default:"127.0.0.1" placeholder:"ADDRESS" help:"Address to listen on; 127.0.0.1 by default, so that only this machine sees the preview."`
	Open bool   `help:"Show the front page in a browser."`
	Poll bool   `help:"Look for changes every half second, where the system does not tell of them (network drives, containers)."`
	siteFlags
	hiddenFlags
}

// Run serves until it is interrupted.
func (s serveCommand) Run(ctx context.Context, p Process, c *commands) error {
	if s.Port < 0 || s.Port > 65535 {
		return usageError{fmt.Errorf("--port: %d is no port; write one from 1 to 65535, or 0 for any", s.Port)}
	}
	o, err := s.preview(p, c)
	if err != nil {
		return err
	}
	noticed := make(chan struct{}, 1)
	o.Noticed = func() {
		select {
		case noticed <- struct{}{}:
		default: // it was told already
		}
	}
	collectBy(serveSlack, p.Env)
	w, err := build.Open(o)
	if err != nil {
		return err
	}
	defer w.Close()
	return serve.Run(ctx, w, serve.Options{
		Bind:    s.Bind,
		Port:    s.Port,
		Poll:    s.Poll,
		Open:    s.Open,
		Noticed: noticed,
		Hidden:  hiddenInWords,
		Say:     func(line string) { fmt.Fprintln(p.Stdout, printable(line)) },
		Problems: func(problems []build.Located) {
			printProblems(p.Stderr, pressing(problems))
		},
	})
}

// preview is what is built. Where the present is not given, the clock is asked again at each
// rebuild, for a preview may run for days.
func (s serveCommand) preview(p Process, c *commands) (build.Options, error) {
	o := s.options(c)
	err := s.apply(p, &o)
	if s.Now == "" && p.Env("SOURCE_DATE_EPOCH") == "" {
		o.Clock = p.Clock
	}
	return o, err
}
