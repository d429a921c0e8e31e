package render

import (
	"bytes"
	"slices"
	"sync"

	"demarche/generator/page"
)

// citations keeps the entries of numbered lists of sources: many pages end in the same
// ones, and all of them together are small.
type citations struct {
	mu   sync.RWMutex
	made [][]byte // by SourceRef.Index; nil what is not made yet
}

// appendSources appends the entries of a numbered list of sources, each of which
// cited.html makes once.
func (r *Site) appendSources(out []byte, refs []page.SourceRef) ([]byte, error) {
	for _, ref := range refs {
		entry, err := r.source(ref)
		if err != nil {
			return nil, err
		}
		out = append(out, entry...)
	}
	return out, nil
}

// source returns one entry.
func (r *Site) source(ref page.SourceRef) ([]byte, error) {
	if entry := r.cited.at(ref.Index); entry != nil {
		return entry, nil
	}
	view := ref.View(ref.Index)
	entry, err := r.appendTemplate([]byte("\n"), citedTemplate, &view)
	if err != nil {
		return nil, err
	}
	r.cited.keep(ref.Index, bytes.Clone(entry))
	return entry, nil
}

func (c *citations) at(index int) []byte {
	c.mu.RLock()
	defer c.mu.RUnlock()
	if index >= len(c.made) {
		return nil
	}
	return c.made[index]
}

func (c *citations) keep(index int, entry []byte) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if more := index + 1 - len(c.made); more > 0 {
		c.made = slices.Grow(c.made, more)[:index+1]
	}
	c.made[index] = entry
}
