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

// A feed is as long as fifty statements: of one file a thousand stand at old addresses, told once, and its pages lead along all the same.
func TestFeedsAtOldAddressesAreBoundedAndToldOnce(t *testing.T) {
	var file strings.Builder
	file.WriteString("-- actors/Freedonia.md --\nkind: state\naliases:\n- /old/freedonia/\n- /actors/Freedonia-the-old/\n- /topics/freedonia/\n")
	for i := range 1100 {
		fmt.Fprintf(&file, "- /actors/f-%04d/\n", i)
	}
	s := readSite(fenced(file.String() + "\n"))
	got := dump(s.files, s.docs(t), resolve.Options{Folder: "folder"})
	if told := strings.Count(got, "no feed stands at old addresses such as /actors/f-1000/: for one file 1000 do [many-addresses]"); told != 1 {
		t.Errorf("told %d times, want once", told)
	}
	if feeds := strings.Count(got, "\n  feed /actors/f-"); feeds != 1000 {
		t.Errorf("%d feeds", feeds)
	}
	if strings.Count(got, "  feed ") != 1000 || !strings.Contains(got, "redirect /actors/f-1099/") {
		t.Error("a feed stands where none was, or a page leads nowhere")
	}
}
