// Package coding tells how far two coders agree who chose acts for the same
// statements, apart from each other. It knows nothing else.
package coding

import "math"

// Unit is one statement: the acts that the first coder chose for it and those that the second
// chose, one or two each, the most telling first.
type Unit struct {
	First, Second []string
}

// Agreement is how far two coders agree on one question.
type Agreement struct {
	Act           string  // the act, "" for the first act of all statements
	First, Second int     // statements for which each coder chose it
	Both          int     // for which both did
	Share         float64 // of all statements, that on which they agree; from 0 to 1
	// Alpha is Krippendorff's, of nominal data: 1 is perfect, 0 what chance
	// would give, below it worse. It is NaN where both coders chose the same for all, because
	// then there is nothing to tell apart. Source: K. Krippendorff, Computing
	// Krippendorff's Alpha-Reliability, 2011.
	Alpha float64
}

// Overall compares the first acts of all statements.
func Overall(units []Unit) Agreement {
	made := Agreement{First: len(units), Second: len(units)}
	pairs := make([][2]string, len(units))
	for i, u := range units {
		pairs[i] = [2]string{first(u.First), first(u.Second)}
	}
	made.Both, made.Share, made.Alpha = alpha(pairs)
	return made
}

// Of compares for which statements each coder chose an act, as first or second.
func Of(act string, units []Unit) Agreement {
	made := Agreement{Act: act}
	pairs := make([][2]string, len(units))
	for i, u := range units {
		one, other := has(u.First, act), has(u.Second, act)
		pairs[i] = [2]string{one, other}
		if one != "" {
			made.First++
		}
		if other != "" {
			made.Second++
		}
		if one != "" && other != "" {
			made.Both++
		}
	}
	_, made.Share, made.Alpha = alpha(pairs)
	return made
}

func first(acts []string) string {
	if len(acts) == 0 {
		return ""
	}
	return acts[0]
}

// has is the act where it was chosen, else "".
func has(acts []string, act string) string {
	for _, a := range acts {
		if a == act {
			return act
		}
	}
	return ""
}

// alpha is Krippendorff's of the values that two coders gave, beside how many are equal and which share.
func alpha(pairs [][2]string) (equal int, share, alpha float64) {
	used := map[string]int{}
	for _, p := range pairs {
		used[p[0]]++
		used[p[1]]++
		if p[0] == p[1] {
			equal++
		}
	}
	if len(pairs) == 0 {
		return 0, math.NaN(), math.NaN()
	}
	share = float64(equal) / float64(len(pairs))
	n := float64(2 * len(pairs))
	chance := 0 // pairs of values that would be equal by chance
	for _, count := range used {
		chance += count * (count - 1)
	}
	expected := 1 - float64(chance)/(n*(n-1))
	if expected == 0 {
		return equal, share, math.NaN()
	}
	return equal, share, 1 - (1-share)/expected
}
