package main

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// versioned is a site of two digests; changes are made to the first.
func versioned(statementPages string, change ...string) site {
	text := "---\ntitle: Talks\ndate: 2031-03-09\nsources:\n  - {title: The marsh is ours, publisher: The Gazette, date: 2031-03-09}\n---\n\n" +
		"> “Ten days.”\n>\n> — [[Trentino]] to [[Freedonia]], 2031-03-08 #demand ^ten-days\n\n" +
		"> “Not a reed.”\n>\n> > „Kein Schilf.“ (de)\n>\n> — [[Firefly]] and [[Gloria Teasdale]] for [[Freedonia]] to [[Trentino]] about [[Zenda]] #reject #warn ^not-a-reed\n\n" +
		"> He “would” go.\n>\n> — an envoy for [[Sylvania]] #state ^would\n\n" +
		"> Q: Will grain pass?\n>\n> “It will.”\n>\n> — [[Trentino]], according to two sailors #state ^grain\n\n" +
		"> “It has passed.”\n>\n> — [[Trentino]], according to [[Gloria Teasdale]] #state ^passed\n\n" +
		"> Q: And now?\n>\n> “It stays.”\n>\n> — [[Trentino]] #state ^stays\n"
	return site{
		"index.md":         "---\ntitle: The marsh\nstatement_pages: " + statementPages + "\n---\n",
		"digests/talks.md": strings.NewReplacer(change...).Replace(text),
	}
}

// versions are the hashes of statements by id, as the data have them.
func versions(t *testing.T, files map[string][]byte) map[string]string {
	t.Helper()
	var records []struct{ ID, Hash string }
	if err := json.Unmarshal(files["data/statements.json"], &records); err != nil {
		t.Fatal(err)
	}
	hashes := map[string]string{}
	for _, r := range records {
		hashes[strings.TrimPrefix(r.ID, "talks/")] = r.Hash
	}
	return hashes
}

const versionNotice = `(() => { const e = document.querySelector(".notice[role=status] > a"); return e && e.checkVisibility() ? e.innerText : ""; })()`

// TestALinkToAVersionSaysWhenTheStatementHasChanged follows links that were made of the site as it was.
func TestALinkToAVersionSaysWhenTheStatementHasChanged(t *testing.T) {
	t.Parallel()
	const says = "This is not the version that the link names. It may have changed or been withdrawn since: see the corrections"
	was := versions(t, built(t, versioned("true")))
	now := built(t, versioned("true", "Ten days.", "Two days.", "date: 2031-03-09\n", "date: 2031-03-09\nwithdrawn: {would: The Gazette took it back.}\n"))
	b := open(t, now)
	for _, link := range []struct{ id, fragment, want string }{
		{"ten-days", "#v=" + was["ten-days"], says},
		{"ten-days", "#v=" + versions(t, now)["ten-days"], ""},
		{"ten-days", "", ""},
		{"ten-days", "#__main", ""},
		{"not-a-reed", "#v=" + was["not-a-reed"], ""},
		{"would", "#v=" + was["would"], says},
		{"ten-days", "#v=%E0%A4%A", ""},
		{"ten-days", "#v=whatever", ""},
		{"ten-days", "#v=" + was["ten-days"] + "a", ""},
		{"ten-days", "#v=" + strings.ToUpper(was["ten-days"]), ""},
		{"ten-days", "#v=aaaaaaaaaaaa", says},
	} {
		b.at(t, "digests/talks/"+link.id+"/"+link.fragment)
		if got := strings.Join(strings.Fields(tells[string](t, b, versionNotice)), " "); got != link.want {
			t.Errorf("%s%s says %q", link.id, link.fragment, got)
		}
	}
	b.at(t, "digests/talks/ten-days/")
	tells[bool](t, b, `(location.hash = "v=`+was["ten-days"]+`", true)`)
	b.until(t, versionNotice+` !== ""`)
	var heardOf bool
	for _, node := range b.tree(t) {
		heardOf = heardOf || node.role == "status"
	}
	if !heardOf || tells[string](t, b, `document.querySelector("[role=status] a").getAttribute("href")`) != "/repo/corrections/" {
		t.Error("no status is heard that leads to the corrections")
	}
}

// TestWithoutPagesOfStatementsTheirDigestKnowsTheVersions holds a link to the digest's page.
func TestWithoutPagesOfStatementsTheirDigestKnowsTheVersions(t *testing.T) {
	t.Parallel()
	was := versions(t, built(t, versioned("false")))
	b := browse(t, versioned("false", "#demand", "#warn"))
	b.at(t, "digests/talks/#v="+was["not-a-reed"])
	if got := tells[string](t, b, versionNotice); got != "" || !tells[bool](t, b, `document.querySelector(":target").closest("article").id === "not-a-reed"`) {
		t.Errorf("a statement that is as it was says %q, or is not shown", got)
	}
	b.at(t, "digests/talks/#v="+was["ten-days"])
	if tells[string](t, b, versionNotice) == "" {
		t.Error("a statement that has changed says nothing")
	}
}

// TestEveryPartOfAStatementChangesItsVersion changes one thing after the other.
func TestEveryPartOfAStatementChangesItsVersion(t *testing.T) {
	was := versions(t, built(t, versioned("true")))
	for what, change := range map[string][]string{
		"words": {"“Not a reed.”", "“Not one reed.”"}, "original": {"Kein Schilf", "Kein Halm"}, "form": {"“Not a reed.”", "Not a reed."}, "speakers": {"[[Firefly]] and [[Gloria Teasdale]]", "[[Gloria Teasdale]] and [[Firefly]]"},
		"for": {"for [[Freedonia]] to", "for [[Elbonia]] to"}, "to": {"to [[Trentino]] about", "to [[Sylvania]] about"}, "about": {"about [[Zenda]]", "about [[Ruritania]]"}, "act": {"#reject #warn", "#deny #warn"}, "second act": {"#reject #warn", "#reject"},
		"date": {"[[Zenda]] #reject", "[[Zenda]], 2031-03-09 #reject"}, "source": {"The marsh is ours", "The marsh is theirs"}, "publisher": {"The Gazette", "The Herald"},
	} {
		now := versions(t, built(t, versioned("true", change...)))
		if now["not-a-reed"] == was["not-a-reed"] || now["not-a-reed"] == "" {
			t.Errorf("other %s make no other version", what)
		}
	}
	for id, changes := range map[string]map[string][]string{
		"grain":  {"question": {"Will grain pass?", "Will you bomb the port?"}, "no question": {"> Q: Will grain pass?\n>\n", ""}, "other hearsay": {"two sailors", "a sailor"}, "no hearsay": {", according to two sailors", ""}},
		"passed": {"other hearsay": {"according to [[Gloria Teasdale]]", "according to [[Firefly]]"}, "no hearsay": {", according to [[Gloria Teasdale]]", ""}},
		"stays":  {"question": {"And now?", "And later?"}, "hearsay in its place": {"> Q: And now?\n>\n> “It stays.”\n>\n> — [[Trentino]]", "> “It stays.”\n>\n> — [[Trentino]], according to And now?"}},
	} {
		for what, change := range changes {
			if now := versions(t, built(t, versioned("true", change...))); now[id] == was[id] || now[id] == "" {
				t.Errorf("%s: %s makes no other version", id, what)
			}
		}
	}
	// As it was before these two were part of it: links to statements without them hold.
	for id, want := range map[string]string{"ten-days": "zobs7zbxhugp", "not-a-reed": "ywh7stmnpdtf", "would": "tydpgxbsh3zy"} {
		if was[id] != want {
			t.Errorf("%s has the version %s, not the %s that it had", id, was[id], want)
		}
	}
	same := versions(t, built(t, versioned("true", "title: Talks", "title: Other talks", " ^not-a-reed", " ^not-one-reed")))
	if same["not-one-reed"] != was["not-a-reed"] {
		t.Error("what is not of the statement changes its version")
	}
}

// TestALinkToAVersionOutlivesNewNamesOfActors: no word has changed where only the slug of an actor has, which its old address tells. Who
// else spoke is another version all the same.
func TestALinkToAVersionOutlivesNewNamesOfActors(t *testing.T) {
	for pages, folder := range map[string]string{"true": "digests/talks/ID/", "false": "digests/talks/"} {
		was := versions(t, built(t, versioned(pages)))
		changed := versioned(pages, "— [[Firefly]] and", "— [[Trentino]] and", "according to [[Gloria", "according to [[Vera")
		changed["actors/Ambassador Trentino.md"] = "---\nname: Trentino\nslug: ambassador\naliases: [/actors/trentino/, /actors/the-ambassador/]\n---\n"
		changed["actors/Free State.md"] = "---\naliases: [Freedonia, /actors/freedonia/, /elsewhere/freedonia/]\n---\n"
		files := built(t, changed)
		now := versions(t, files)
		for id, hash := range was {
			page := string(files[strings.Replace(folder, "ID", id, 1)+"index.html"])
			renamedAlone := id != "not-a-reed" && id != "passed"
			if strings.Contains(page, `id="v=`+hash+`"`) != renamedAlone {
				t.Errorf("pages of statements %s: %s is the version that it was: %t", pages, id, !renamedAlone)
			}
			if !strings.Contains(page, `id="v=`+now[id]+`"`) || now[id] == hash && id != "would" {
				t.Errorf("pages of statements %s: %s is not the version that the data have, or they do not have the new slugs", pages, id)
			}
			if got := strings.Count(page, ` id="v=`); pages == "true" && got > 6 || got != len(slices.Compact(slices.Sorted(slices.Values(regexp.MustCompile(` id="v=\w+"`).FindAllString(page, -1))))) {
				t.Errorf("pages of statements %s: %s has %d versions, or one twice", pages, id, got)
			}
		}
	}
}

// TestAnyoneCanMakeTheVersionFromTheData does so from statements.json alone, as the README of the data says, and runs
// the program that stands there.
func TestAnyoneCanMakeTheVersionFromTheData(t *testing.T) {
	files := built(t, versioned("true"))
	var records []map[string]any
	if err := json.Unmarshal(files["data/statements.json"], &records); err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		text := func(key string) string { return r[key].(string) }
		list := func(key string) string {
			var all []string
			for _, entry := range r[key].([]any) {
				all = append(all, entry.(string))
			}
			return strings.Join(all, "\x1e")
		}
		var sources []string
		for _, entry := range r["sources"].([]any) {
			s := entry.(map[string]any)
			sources = append(sources, strings.Join([]string{s["title"].(string), s["publisher"].(string), s["url"].(string), s["date"].(string), s["credit"].(string)}, "\x1d"))
		}
		fields := []string{text("text"), r["original"].(map[string]any)["text"].(string), text("form"), list("speakers"), text("unnamed"),
			list("for"), list("to"), list("about"), text("act"), text("act2"), text("date"), text("dateBasis"), strings.Join(sources, "\x1e")}
		if question, _ := r["question"].(string); question != "" || text("accordingTo") != "" {
			fields = append(fields, question, text("accordingTo"))
		}
		sum := sha256.Sum256([]byte(strings.Join(fields, "\x1f")))
		if want := strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))[:12]; text("hash") != want {
			t.Errorf("%s has the hash %s, and the recipe gives %s", text("id"), text("hash"), want)
		}
	}
	if len(records) != 6 {
		t.Errorf("%d statements", len(records))
	}
	program := regexp.MustCompile("(?s)```python\n(.*?)```").FindSubmatch(files["data/README.md"])
	if program == nil {
		t.Fatal("the README has no program")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip(err)
	}
	path := filepath.Join(t.TempDir(), "statements.json")
	if err := os.WriteFile(path, files["data/statements.json"], 0o666); err != nil {
		t.Fatal(err)
	}
	script := string(program[1]) + "\nimport json, sys\nfor s in json.load(open(sys.argv[1], encoding=\"utf-8\")):\n    assert version(s) == s[\"hash\"], s[\"id\"]\n"
	if out, err := exec.Command(python, "-c", script, path).CombinedOutput(); err != nil {
		t.Errorf("the program of the README: %v\n%s", err, out)
	}
}
