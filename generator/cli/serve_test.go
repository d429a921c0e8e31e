package cli

import (
	"context"
	"testing"
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
