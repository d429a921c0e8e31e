package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"
	"testing"
)

// floors is the law of imports: a room may import rooms of later floors only.
var floors = [][]string{
	{"generator"},
	{"cli"},
	{"serve"},
	{"build"},
	{"disk", "parse", "resolve", "render", "export", "intake"},
	{"page"},
	{"picture", "cite"},
	{"dossier"},
	{"edtf", "diag", "slug", "near", "search", "collate", "coding", "reach", "locale", "card", "history", "slab", "escape"},
	{"source"},
}

// look is the package that embeds the default templates; only render opens it.
const look = "demarche/templates"

func floor(room string) int {
	return slices.IndexFunc(floors, func(rooms []string) bool { return slices.Contains(rooms, room) })
}

type listedPackage struct {
	ImportPath string
	Imports    []string
}

func listPackages(t *testing.T) []listedPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	var packages []listedPackage
	for decoder := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p listedPackage
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		packages = append(packages, p)
	}
}

func TestImportsRunDownOnly(t *testing.T) {
	for _, p := range listPackages(t) {
		room := path.Base(p.ImportPath)
		from := floor(room)
		if from < 0 {
			t.Errorf("room %s has no floor", room)
			continue
		}
		for _, imported := range p.Imports {
			if imported == look && room != "render" {
				t.Errorf("%s imports %s: only render may", room, look)
			}
			rest, ours := strings.CutPrefix(imported, "demarche/generator/")
			if !ours {
				continue
			}
			if to := floor(path.Base(rest)); to <= from {
				t.Errorf("%s imports %s: imports run down only", room, rest)
			}
		}
	}
}

func TestMarkdownAndFrontMatterLibrariesLiveInParseAlone(t *testing.T) {
	for _, p := range listPackages(t) {
		for _, imported := range p.Imports {
			isParsers := strings.Contains(imported, "goldmark") || strings.Contains(imported, "adrg/frontmatter")
			if isParsers && path.Base(p.ImportPath) != "parse" {
				t.Errorf("%s imports %s", p.ImportPath, imported)
			}
		}
	}
}

func TestArchitecturePageNamesEveryRoom(t *testing.T) {
	text, err := os.ReadFile("ARCHITECTURE.md")
	if err != nil {
		t.Fatal(err)
	}
	_, tree, _ := strings.Cut(string(text), "```\n")
	tree, _, _ = strings.Cut(tree, "\n```")
	var named []string
	for line := range strings.Lines(tree) {
		if name, _, isRoom := strings.Cut(strings.TrimSpace(line), "/ "); isRoom && strings.HasPrefix(line, "  ") {
			named = append(named, name)
		}
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var rooms []string
	for _, entry := range entries {
		if entry.IsDir() && entry.Name() != "testdata" {
			rooms = append(rooms, entry.Name())
		}
	}
	slices.Sort(named)
	if !slices.Equal(named, rooms) {
		t.Errorf("the page names %v, the folder holds %v", named, rooms)
	}
}
