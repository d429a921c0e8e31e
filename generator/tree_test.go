package main

import (
	"encoding/json"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"
	"golang.org/x/tools/txtar"
)

// treeFile is what those hear and feel who do not see: the accessibility tree of a page of each kind.
const treeFile = "testdata/reading/tree.golden"

// TestPagesReadAsTheyDidToThoseWhoListen compares the trees with those that were read and found good. What is new in
// them after -update wants to be read as well.
func TestPagesReadAsTheyDidToThoseWhoListen(t *testing.T) {
	t.Parallel()
	r, b := browseKinds(t, reading(t, "en"))
	b.keepPolicy.Store(true)
	var got txtar.Archive
	for _, kind := range r.names() {
		b.show(t, r, kind)
		tree := b.tree(t)
		for _, wrong := range misread(tree) {
			t.Errorf("%s: %s", kind, wrong)
		}
		got.Files = append(got.Files, txtar.File{Name: kind, Data: []byte(written(tree))})
	}
	text := txtar.Format(&got)
	if *update {
		if err := os.WriteFile(treeFile, text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(treeFile)
	if err != nil {
		t.Fatal(err)
	}
	had := map[string][]byte{}
	for _, f := range txtar.Parse(want).Files {
		had[f.Name] = f.Data
	}
	for _, f := range got.Files {
		if string(had[f.Name]) != string(f.Data) {
			t.Errorf("%s reads otherwise: go test ./generator -run %s -update shows it in the diff\n%s", f.Name, t.Name(), difference(had[f.Name], f.Data))
		}
		delete(had, f.Name)
	}
	for kind := range had {
		t.Errorf("%s is in %s, and nowhere else", kind, treeFile)
	}
}

// difference is the first line that is not as it was.
func difference(had, has []byte) string {
	old, now := strings.Split(string(had), "\n"), strings.Split(string(has), "\n")
	for i := range min(len(old), len(now)) {
		if old[i] != now[i] {
			return fmt.Sprintf("line %d was %q and is %q", i+1, old[i], now[i])
		}
	}
	return fmt.Sprintf("%d lines, there were %d", len(now), len(old))
}

// heard is a node of the accessibility tree.
type heard struct {
	depth  int // among those that begin a line
	role   string
	name   string
	state  string // such as "level 2"
	inline bool   // it goes on the line of what stands before it
}

// spoken are the properties that a reader hears of.
var spoken = []string{"level", "expanded", "checked", "disabled", "hasPopup", "required", "invalid"}

var (
	// dull are roles that nobody hears of. What is in them is heard.
	dull = []string{"none", "generic", "InlineTextBox", "paragraph", "ListMarker", "LayoutTable", "time", "emphasis", "strong", "mark", "code", "LineBreak", "LabelText", "rowgroup", "Figcaption", "sectionheader", "sectionfooter"}
	// whole are roles that are heard by their name alone.
	whole = []string{"StaticText", "term", "link", "button", "heading", "DisclosureTriangle", "DisclosureTriangleGrouped", "Date", "cell", "gridcell", "columnheader", "rowheader", "option", "combobox", "searchbox", "checkbox"}
	// running are roles whose names stand in a line.
	running = []string{"StaticText", "link", "button", "cell", "gridcell", "columnheader", "rowheader", "checkbox"}
)

// tree is the accessibility tree of what the browser shows, in order of reading.
func (b *opened) tree(t *testing.T) []heard {
	t.Helper()
	all, err := chromedp.Call(b.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		t.Fatal(err)
	}
	nodes := map[accessibility.NodeID]*accessibility.Node{}
	for _, node := range all.Nodes {
		nodes[node.NodeID] = node
	}
	var list []heard
	var walk func(id accessibility.NodeID, depth int)
	walk = func(id accessibility.NodeID, depth int) {
		node := nodes[id]
		if node == nil {
			return
		}
		h := heard{depth: depth, role: value(node.Role), name: strings.Join(strings.Fields(value(node.Name)), " ")}
		for _, p := range node.Properties {
			if v := value(p.Value); slices.Contains(spoken, string(p.Name)) && v != "" && v != "false" && h.role != "listitem" {
				h.state += " " + strings.ToLower(string(p.Name)) + " " + v
			}
		}
		h.inline = slices.Contains(running, h.role)
		unnamed := h.name == "" && slices.Contains([]string{"StaticText", "group", "form", "section"}, h.role)
		if !node.Ignored && !slices.Contains(dull, h.role) && !unnamed {
			list = append(list, h)
			depth++
		}
		if h.name != "" && slices.Contains(whole, h.role) && h.role != "heading" {
			return
		}
		for _, child := range node.ChildIDs {
			if h.role != "heading" || value(nodes[child].Role) != "StaticText" {
				walk(child, depth)
			}
		}
	}
	walk(all.Nodes[0].NodeID, 0)
	return list
}

// value is a property's, as text.
func value(v *accessibility.Value) string {
	if v == nil {
		return ""
	}
	var text any
	if err := json.Unmarshal(v.Value, &text); err != nil {
		return string(v.Value)
	}
	return fmt.Sprint(text)
}

// written is a tree as text. A link is [its name], a button <its name>, a cell of a table | its name.
func written(tree []heard) string {
	var b strings.Builder
	line := heard{depth: -1} // what the line at hand begins with
	for i, h := range tree {
		item := slices.Contains([]string{"listitem", "row", "definition", "blockquote", "status"}, line.role) && h.depth > line.depth
		switch {
		case h.inline && (item || line.inline && h.depth == line.depth):
			b.WriteString(" ")
		default:
			if i > 0 {
				b.WriteString("\n")
			}
			b.WriteString(strings.Repeat("  ", h.depth))
			line = h
		}
		switch h.role {
		case "StaticText":
			b.WriteString(h.name)
		case "link":
			b.WriteString("[" + h.name + "]")
		case "button":
			b.WriteString("<" + h.name + ">")
		case "cell", "gridcell":
			b.WriteString("| " + h.name)
		case "listitem":
			b.WriteString("-")
		default:
			b.WriteString(h.role)
			if h.name != "" {
				b.WriteString(" " + h.name)
			}
		}
		b.WriteString(h.state)
	}
	return b.String() + "\n"
}

var aLevel = regexp.MustCompile(`level (\d)`)

// misread is what no page may do to those who listen.
func misread(tree []heard) []string {
	var wrong []string
	landmarks, heads := map[string]int{}, map[int]int{}
	titles, tables, last := 0, 0, 0
	for _, h := range tree {
		switch h.role {
		case "banner", "contentinfo", "main", "navigation", "complementary", "region", "search", "form":
			landmarks[h.role+" "+h.name]++
		case "heading":
			level := int(aLevel.FindStringSubmatch(h.state)[1][0] - '0')
			if level == 1 {
				titles++
			}
			if level > last+1 {
				wrong = append(wrong, fmt.Sprintf("heading %q has level %d below %d", h.name, level, last))
			}
			last = level
		case "link", "button", "checkbox", "combobox", "textbox", "searchbox", "Date", "img", "image", "figure", "DisclosureTriangle", "DisclosureTriangleGrouped":
			if h.name == "" {
				wrong = append(wrong, "a "+h.role+" without a name")
			}
		case "table":
			tables++
		case "columnheader":
			heads[tables]++
		}
	}
	for landmark, count := range landmarks {
		if count > 1 {
			wrong = append(wrong, fmt.Sprintf("%d landmarks %s", count, landmark))
		}
	}
	if len(heads) != tables {
		wrong = append(wrong, fmt.Sprintf("%d of %d tables have headings", len(heads), tables))
	}
	if titles != 1 {
		wrong = append(wrong, fmt.Sprintf("%d titles", titles))
	}
	slices.Sort(wrong)
	return wrong
}
