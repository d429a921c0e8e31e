package resolve_test

import (
	"fmt"
	"strings"
	"testing"

	"demarche/generator/resolve"
)

// Of an actor with too many old addresses that is told once, and what is refused takes nothing from other conversations.
func TestOldAddressesOfConversationsAreBoundedAndToldOnce(t *testing.T) {
	var files strings.Builder
	for _, name := range []string{"Freedonia", "Osterlich", "Sylvania"} {
		fmt.Fprintf(&files, "-- actors/%s.md --\nkind: state\naliases:\n", name)
		for i := range 100 {
			fmt.Fprintf(&files, "- /actors/%s-%d/\n", strings.ToLower(name), i)
		}
		files.WriteString("\n")
	}
	files.WriteString("-- digests/a.md --\ntitle: A\ndate: 2031\n")
	for _, whom := range []string{"Osterlich", "Sylvania", "Zenda"} {
		fmt.Fprintf(&files, "\n> “Shut.”\n>\n> — [[Freedonia]] to [[%s]] ^to-%s\n", whom, strings.ToLower(whom))
	}
	s := readSite(fenced(files.String()))
	got := dump(s.files, s.docs(t), resolve.Options{Folder: "folder"})
	if told := strings.Count(got, "[many-addresses]"); told != 1 {
		t.Errorf("told %d times, want once", told)
	}
	if want := "/conversations/freedonia-42--zenda/"; !strings.Contains(got, want) {
		t.Errorf("%s leads nowhere", want)
	}
}
