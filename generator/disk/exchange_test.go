package disk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// TestNoMomentIsWithoutASite asks for a page again and again while the site is
// replaced many times.
func TestNoMomentIsWithoutASite(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a", "b"} {
		if err := os.Mkdir(filepath.Join(dir, name), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	folder, err := os.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer folder.Close()
	if err := exchange(folder, "a", "b"); errors.Is(err, errors.ErrUnsupported) {
		t.Skip("this file system cannot exchange two folders")
	}
	dest := filepath.Join(dir, "public")
	mustPublish(t, dest, outputs{"index.html": "0"})
	published := make(chan struct{})
	missed := make(chan int)
	go func() {
		n := 0
		for {
			select {
			case <-published:
				missed <- n
				return
			default:
				if _, err := os.Stat(filepath.Join(dest, "index.html")); err != nil {
					n++
				}
			}
		}
	}()
	for i := range 300 {
		mustPublish(t, dest, outputs{"index.html": fmt.Sprint(i + 1)})
	}
	close(published)
	if n := <-missed; n > 0 {
		t.Errorf("%d times there was no site", n)
	}
}
