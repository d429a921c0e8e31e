package cli

import (
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"golang.org/x/term"
)

// Progress is shown only after a build has taken progressAfter, and then no
// more often than every progressEvery.
const (
	progressAfter = time.Second
	progressEvery = 100 * time.Millisecond
)

// takesProgress says whether f is a terminal that shows a line rewritten in place.
func takesProgress(f *os.File, env func(string) string) bool {
	return env("CI") == "" && env("TERM") != "dumb" && term.IsTerminal(int(f.Fd()))
}

// progress is the line "writing 1,200 of 9,000", rewritten in place; the stages are reading, trying links, and writing.
type progress struct {
	mu     sync.Mutex
	w      io.Writer // nil when nothing is to be shown
	began  time.Time
	last   time.Time
	showed bool
}

func newProgress(p Process) *progress {
	line := &progress{began: time.Now()}
	if p.Terminal {
		line.w = p.Stderr
	}
	return line
}

// show is called from many goroutines.
func (l *progress) show(stage string, done, total int) {
	if l.w == nil {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	if now.Sub(l.began) < progressAfter || now.Sub(l.last) < progressEvery {
		return
	}
	l.last, l.showed = now, true
	fmt.Fprintf(l.w, "\r\033[K%s %s of %s", stage, grouped(done), grouped(total))
}

// clear removes the line.
func (l *progress) clear() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.showed {
		fmt.Fprint(l.w, "\r\033[K")
	}
	l.showed = false
}
