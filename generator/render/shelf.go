package render

import (
	"io"
	"slices"
	"sync"
)

// Scratch is a file for what need not be in memory.
type Scratch interface {
	io.ReaderAt
	io.WriterAt
}

// shelf keeps texts in a scratch file. The newest wait in memory until there are
// newestBytes of them: most are asked for again soon, and are written in one call.
type shelf struct {
	file   Scratch
	mu     sync.RWMutex // guards what follows
	end    int64        // of the file, where the newest go
	newest []byte
	broken bool // the file could not be written

	windows sync.Pool // *windows
}

const newestBytes = 256 << 10

// put keeps a text and returns where it stands, or says that it cannot be kept.
func (s *shelf) put(text []byte) (at int64, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.newest) > 0 && len(s.newest)+len(text) > newestBytes {
		_, err := s.file.WriteAt(s.newest, s.end)
		s.end += int64(len(s.newest))
		s.newest, s.broken = s.newest[:0], s.broken || err != nil
	}
	if s.broken {
		return 0, false
	}
	at = s.end + int64(len(s.newest))
	s.newest = append(s.newest, text...)
	return at, true
}

// get fills text with what stands at a place, or says that it was not kept after all. near says that
// what stands near it will be asked for soon.
func (s *shelf) get(text []byte, at int64, near bool) bool {
	s.mu.RLock()
	end, broken := s.end, s.broken
	isNewest := at >= end
	if isNewest && !broken {
		copy(text, s.newest[at-end:])
	}
	s.mu.RUnlock()
	if isNewest || broken {
		return !broken
	}
	if near {
		w, _ := s.windows.Get().(*windows)
		if w == nil {
			w = new(windows)
		}
		defer s.windows.Put(w)
		if w.get(s.file, text, at, end) {
			return true
		}
	}
	_, err := s.file.ReadAt(text, at)
	return err == nil
}

// windows are parts of a file that one goroutine keeps in memory. It reads one in whole when it
// asks for something in it once more while it remembers the first time: so what is asked for
// here and there costs no more than itself.
type windows struct {
	at   [8]window
	next int // the one that was remembered first
}

// window is a part of the file, longer than from one to the next, so that most texts stand in one.
type window struct {
	start int64
	text  []byte // empty while it is only remembered
}

const (
	windowBytes = 16 << 10
	windowLap   = 2 << 10
)

// get fills text with what stands at a place of a file that is written up to end, or says that it is in no window.
func (w *windows) get(file Scratch, text []byte, at, end int64) bool {
	start := at - at%windowBytes
	i := slices.IndexFunc(w.at[:], func(known window) bool { return known.start == start && known.text != nil })
	if i < 0 {
		forgotten := &w.at[w.next]
		w.next = (w.next + 1) % len(w.at)
		if forgotten.text == nil {
			forgotten.text = make([]byte, 0, windowBytes+windowLap)
		}
		forgotten.start, forgotten.text = start, forgotten.text[:0]
		return false
	}
	found, from := &w.at[i], int(at-start)
	if from+len(text) > len(found.text) { // it is only remembered, or was read when less was written
		length := int(min(end-start, windowBytes+windowLap))
		if from+len(text) > length {
			return false
		}
		found.text = found.text[:length]
		if _, err := file.ReadAt(found.text, start); err != nil {
			found.text = found.text[:0]
			return false
		}
	}
	copy(text, found.text[from:])
	return true
}
