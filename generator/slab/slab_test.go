package slab

import "testing"

func TestWhatIsTakenIsZeroAndOverlapsNothing(t *testing.T) {
	var s Slab[int]
	for range 3 {
		var all [][]int
		for n := range 200 { // more than most elements in all
			taken := s.Take(n)
			if len(taken) != n || cap(taken) != n || n == 0 && taken != nil {
				t.Fatalf("took %d of %d, of which %d were asked for", len(taken), cap(taken), n)
			}
			for i, v := range taken {
				if v != 0 {
					t.Fatalf("%d of %d taken elements are %d", i, n, v)
				}
				taken[i] = n
			}
			all = append(all, taken)
		}
		for n, taken := range all {
			for _, v := range taken {
				if v != n {
					t.Fatalf("%d elements have become %v", n, taken)
				}
			}
		}
		s.Again()
	}
}

func TestWhatIsTakenAgainIsNotAllocated(t *testing.T) {
	var s Slab[string]
	take := func() {
		for n := range 40 {
			s.Take(n)
		}
		s.Again()
	}
	take()
	if n := testing.AllocsPerRun(10, take); n > 1 { // once, where the largest was used up by what came before
		t.Errorf("%v allocations", n)
	}
}

func TestWhatIsKeptIsACopy(t *testing.T) {
	var s Slab[int]
	values := []int{1, 2, 3}
	kept := s.Keep(values)
	values[0] = 9
	if len(kept) != 3 || kept[0] != 1 || s.Keep(nil) != nil {
		t.Errorf("kept %v", kept)
	}
}
