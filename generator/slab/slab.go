// Package slab cuts short slices out of a long one, and the same ones again for what comes next. It knows
// nothing else.
package slab

// Slab cuts slices of T out of one. The zero Slab is ready. It is for one goroutine at a time.
type Slab[T any] struct {
	all  []T
	used int
}

// least and most are how many elements are allocated at once, unless more are asked for at once: twice as many each
// time, so that little lies idle of a short slab, nor of a long one.
const (
	least = 32
	most  = 4096
)

// Take returns n zero elements, with no room to grow into the next ones; nil where n is 0.
func (s *Slab[T]) Take(n int) []T {
	if n == 0 {
		return nil
	}
	if n > len(s.all)-s.used {
		s.all, s.used = make([]T, max(n, min(2*len(s.all), most), least)), 0 // what was cut out of the one before stays as it is
	}
	s.used += n
	return s.all[s.used-n : s.used : s.used]
}

// Keep returns a copy of values, likewise.
func (s *Slab[T]) Keep(values []T) []T {
	taken := s.Take(len(values))
	copy(taken, values)
	return taken
}

// Again lets all that was taken be taken again. Whoever took it must be done with it.
func (s *Slab[T]) Again() {
	clear(s.all[:s.used])
	s.used = 0
}
