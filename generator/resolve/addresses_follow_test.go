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

// No conversation had an address with a name that file systems do not take, whatever its parties were called.
func TestOldAddressesOfConversationsAreNoLongerThanAFolder(t *testing.T) {
	long := strings.Repeat("f", 150)
	files := "-- actors/Freedonia.md --\naliases: [/actors/" + long + "/, /actors/freed/]\n\n-- actors/Sylvania.md --\naliases: [/actors/" + strings.Repeat("s", 120) + "/]\n\n" +
		"-- digests/a.md --\ntitle: A\ndate: 2031\n\n> “Shut.”\n>\n> — [[Freedonia]] to [[Sylvania]]\n"
	s := readSite(fenced(files))
	got := dump(s.files, s.docs(t), resolve.Options{Folder: "folder"})
	for from, leads := range map[string]bool{"freed--sylvania": true, long + "--sylvania": true, long + "--" + strings.Repeat("s", 120): false} {
		if strings.Contains(got, "redirect /conversations/"+from+"/") != leads {
			t.Errorf("%s leads along: %v", from, !leads)
		}
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
	if told := strings.Count(got, "no feed stands at old addresses such as /actors/f-1000/: for one file 1000 do, with statements of 64 MB in all [many-addresses]"); told != 1 {
		t.Errorf("told %d times, want once", told)
	}
	if feeds := strings.Count(got, "\n  too /actors/f-"); feeds != 1000 {
		t.Errorf("%d feeds", feeds)
	}
	if strings.Count(got, "  too ") != 1000 || !strings.Contains(got, "redirect /actors/f-1099/") {
		t.Error("a feed stands where none was, or a page leads nowhere")
	}
}

// Feeds of long statements are fewer. The fifty longest of them count, in each feed.
func TestFeedsAtOldAddressesAreBoundedBySize(t *testing.T) {
	var files strings.Builder
	files.WriteString("-- topics/marsh.md --\naliases:\n")
	for i := range 100 {
		fmt.Fprintf(&files, "- /topics/m-%02d/\n", i)
	}
	for _, name := range []string{"a", "b"} {
		fmt.Fprintf(&files, "\n-- digests/%s.md --\ntitle: A\ndate: 2031\n%s", name, strings.Repeat("\n> "+strings.Repeat("Never. ", 3000)+"\n>\n> — [[Freedonia]] #marsh\n", 30))
	}
	s := readSite(fenced(files.String() + "\n"))
	got := dump(s.files, s.docs(t), resolve.Options{Folder: "folder"})
	if feeds := strings.Count(got, "\n  too /topics/m-"); feeds != 63 || strings.Count(got, "no feed stands at old addresses such as /topics/m-63/") != 1 {
		t.Errorf("%d feeds", feeds)
	}
}
