package cli

import (
	"context"
	"testing"
	"time"
)

func TestPreviewIsForThisMachineUnlessAskedOtherwise(t *testing.T) {
	for want, args := range map[string][]string{"127.0.0.1": {"serve"}, "0.0.0.0": {"serve", "--bind", "0.0.0.0"}} {
		var c commands
		p := Process{Name: "demarche", Env: func(string) string { return "" }}
		if _, err := newParser(context.Background(), p, &c).Parse(args); err != nil || c.Serve.Bind != want {
			t.Errorf("%q listens on %q, want %q: %v", args, c.Serve.Bind, want, err)
		}
	}
}

func TestPreviewAsksTheClockAgainUnlessThePresentIsGiven(t *testing.T) {
	clock := func() time.Time { return time.Unix(7, 0) }
	for _, c := range []struct {
		now, epoch string
		asks       bool
	}{{"", "", true}, {"2031-06-01", "", false}, {"", "5", false}} {
		p := Process{Clock: clock, Env: func(string) string { return c.epoch }}
		s := serveCommand{hiddenFlags: hiddenFlags{Now: c.now}}
		if o, err := s.preview(p, new(commands)); err != nil || (o.Clock != nil) != c.asks {
			t.Errorf("--now %q and SOURCE_DATE_EPOCH %q: asks %t, %v", c.now, c.epoch, o.Clock != nil, err)
		}
	}
}
