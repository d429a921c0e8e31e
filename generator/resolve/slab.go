package resolve

// slab hands out short slices of one long one, because an archive of 400,000
// statements would otherwise be millions of allocations.
type slab[T any] struct {
	free []T
}

// slabSize is the number of elements allocated at once.
const slabSize = 4096

// take returns n zero elements, with no room to grow into the next ones.
func (s *slab[T]) take(n int) []T {
	if n == 0 {
		return nil
	}
	if n > len(s.free) {
		s.free = make([]T, max(n, slabSize))
	}
	taken := s.free[:n:n]
	s.free = s.free[n:]
	return taken
}

// keep returns a copy of values.
func (s *slab[T]) keep(values []T) []T {
	taken := s.take(len(values))
	copy(taken, values)
	return taken
}
