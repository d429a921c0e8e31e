package build

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestACardThatIsThereIsNotDrawnAgain takes the fonts away once the cards are there: whoever draws without any fails.
func TestACardThatIsThereIsNotDrawnAgain(t *testing.T) {
	dir, out := t.TempDir(), filepath.Join(t.TempDir(), "public")
	for name, text := range map[string]string{
		"index.md":         "---\ntitle: Freedonia\nsocial_cards: true\nbase_url: https://freedonia.example/\n---\n",
		"digests/talks.md": "---\ntitle: Talks\ndate: 2031-05-04\n---\n",
	} {
		path := filepath.Join(dir, "content", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, first := range []bool{true, false} {
		w, err := Open(Options{Source: dir, Now: time.Date(2031, 5, 4, 12, 0, 0, 0, time.UTC), Version: "test"})
		if err != nil {
			t.Fatal(err)
		}
		defer w.Close()
		site, err := w.Load(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if !first {
			site.fonts = nil
		}
		if _, err := w.Publish(context.Background(), site, Shard{}, out); err != nil {
			t.Fatal(err)
		}
		if cards, err := filepath.Glob(filepath.Join(out, "digests/talks/card-*.png")); err != nil || len(cards) != 1 {
			t.Fatal(cards, err)
		}
	}
}
