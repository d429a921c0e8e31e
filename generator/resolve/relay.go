package resolve

import "sync"

// both does two things at once, of which neither touches what the other changes.
func both(one, other func()) {
	var group sync.WaitGroup
	group.Go(other)
	one()
	group.Wait()
}

// stretch is how many things pass from one goroutine to the other at once.
const stretch = 128

// relay does first and then second to each of n things. Both take the things
// in order, so that what they find does not depend on their pace, and second
// follows first in a goroutine of its own: it must not touch what first
// changes of later things.
func relay(n int, first, second func(i int)) {
	ready := make(chan int, n/stretch+1)
	both(func() {
		defer close(ready)
		for i := range n {
			first(i)
			if (i+1)%stretch == 0 || i == n-1 {
				ready <- i + 1
			}
		}
	}, func() {
		from := 0
		for to := range ready {
			for ; from < to; from++ {
				second(from)
			}
		}
	})
}
