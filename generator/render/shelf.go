package render

import (
	"io"
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

// get fills text with what stands at a place, or says that it was not kept after all.
func (s *shelf) get(text []byte, at int64) bool {
	s.mu.RLock()
	isNewest, broken := at >= s.end, s.broken
	if isNewest && !broken {
		copy(text, s.newest[at-s.end:])
	}
	s.mu.RUnlock()
	if isNewest || broken {
		return !broken
	}
	_, err := s.file.ReadAt(text, at)
	return err == nil
}
