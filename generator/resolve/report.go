package resolve

import (
	"fmt"
	"strings"
	"sync"

	"demarche/generator/diag"
	"demarche/generator/source"
)

// report collects problems, from several goroutines too: what they find of one
// place differs in its code, so that sorting gives the same order always.
type report struct {
	mu       sync.Mutex
	problems []diag.Problem
}

func (r *report) add(severity diag.Severity, code string, at source.Span, text, hint string, related ...diag.Related) {
	text, hint = spelled.Replace(text), spelled.Replace(hint)
	r.mu.Lock()
	defer r.mu.Unlock()
	r.problems = append(r.problems, diag.Problem{
		Severity: severity, Code: code, At: at, Text: text, Hint: hint, Related: related,
	})
}

// spelled shows the joiners, which belong to the spelling of Persian and Indian words, in names that %q quotes.
var spelled = strings.NewReplacer(`\\`, `\\`, `\u200c`, "\u200c", `\u200d`, "\u200d")

func (r *report) error(code string, at source.Span, text, hint string, related ...diag.Related) {
	r.add(diag.Error, code, at, text, hint, related...)
}

func (r *report) warn(code string, at source.Span, text, hint string, related ...diag.Related) {
	r.add(diag.Warning, code, at, text, hint, related...)
}

// sorted returns the problems in the order in which they are printed.
func (r *report) sorted() []diag.Problem {
	diag.Sort(r.problems)
	return r.problems
}

// shown is how many of many things a message names.
const shown = 5

// some joins the first few of words: `"a", "b" and 3 more`.
func some(words []string) string {
	quoted := make([]string, 0, shown)
	for _, word := range words[:min(len(words), shown)] {
		quoted = append(quoted, fmt.Sprintf("%q", word))
	}
	return strings.Join(quoted, ", ") + more(len(words))
}

// more says how many of n things are not named.
func more(n int) string {
	if n <= shown {
		return ""
	}
	return fmt.Sprintf(" and %d more", n-shown)
}
