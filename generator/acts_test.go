package main

import (
	"strings"
	"testing"
)

// Numbers of acts that are more than the statements say why where they stand, and only there.
func TestSecondActsAreToldWhereTheyCount(t *testing.T) {
	const told = "A statement with two acts is counted under both, and has the side of the first."
	for tags, want := range map[string]bool{"#reject #warn": true, "#reject": false, "#reject #reject": false} {
		s := site{"digests/talks.md": "---\ntitle: Talks\ndate: 2031-05-04\n---\n\n> “No.”\n>\n> — [[Freedonia]] to [[Sylvania]], 2031-05-03 " + tags + " ^no\n"}
		made := built(t, s)
		for _, page := range []string{"index.html", "acts/index.html"} {
			if got := strings.Contains(string(made[page]), told); got != want {
				t.Errorf("%s of %s: told is %v", page, tags, got)
			}
		}
	}
}
