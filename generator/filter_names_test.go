package main

import (
	"fmt"
	"testing"
)

// TestAFilterNamesAnOfficeAsItIsCalled has one that nothing links, because only those who speak for it are named.
func TestAFilterNamesAnOfficeAsItIsCalled(t *testing.T) {
	for language, names := range map[string][2]string{
		"en": {"Ministry of Médicine and Fleets", "ministry-of-medicine-and-fleets"},
		"fa": {"وزارت برون\u200cمرزی", "وزارت-برونمرزی"},
	} {
		b := open(t, built(t, site{
			"index.md":            "---\ntitle: Record\nlanguage: " + language + "\n---\n",
			"actors/Freedonia.md": "---\nkind: state\n---\n",
			"actors/ministry.md":  "---\nname: " + names[0] + "\nslug: " + names[1] + "\nkind: body\nparent: Freedonia\n---\n",
			"actors/Firefly.md":   "---\nkind: person\nposts:\n  - {role: Head, organization: " + names[0] + ", from: 2010}\n---\n",
			"digests/talks.md":    "---\ntitle: Talks\ndate: 2026-03-05\n---\n> “No.”\n>\n> — [[Firefly]] to [[Sylvania]] #warn\n\n> “Yes.”\n>\n> — [[Sylvania]] to [[Firefly]] #offer\n",
		}))
		b.keepPolicy.Store(true)
		b.at(t, "")
		if got := tells[string](t, b, fmt.Sprintf(`document.querySelector(".filter input[value='%s']")?.nextElementSibling.textContent || ""`, names[1])); got != names[0] {
			t.Errorf("%s: the filter has %q, want %q", language, got, names[0])
		}
	}
}
