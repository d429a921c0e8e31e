package locale

import "strings"

// phrase is the words around one thing: "about " and "" of "about {date}".
type phrase struct{ before, after string }

func phraseOf(text, place string) phrase {
	before, after, _ := strings.Cut(text, place)
	return phrase{before, after}
}

// pair is the words around two things: "", " and " and "" of "{0} and {1}".
type pair struct {
	before, between, after string
	turned                 bool // the second stands first
}

func pairOf(pattern, first, second string) pair {
	turned := strings.Index(pattern, first) > strings.Index(pattern, second)
	if turned {
		first, second = second, first
	}
	before, rest, _ := strings.Cut(pattern, first)
	between, after, _ := strings.Cut(rest, second)
	return pair{before, between, after, turned}
}

// around writes a in place of the first and b in place of the second.
func (p pair) around(a, b string) string {
	if p.turned {
		a, b = b, a
	}
	return p.before + a + p.between + b + p.after
}
