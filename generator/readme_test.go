package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"demarche/generator/cli"
)

func TestReadmeExamplesPassCheck(t *testing.T) {
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(readme, []byte("# Demarche\n")) {
		t.Skip("this README is not Demarche's")
	}
	dir := t.TempDir()
	for _, example := range strings.Split(string(readme), "```markdown\n")[1:] {
		text, _, _ := strings.Cut(example, "```\n")
		path, _, _ := strings.Cut(strings.TrimPrefix(text, "---\n# "), "\n")
		file := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	var printed bytes.Buffer
	code := cli.Main(cli.Process{
		Args:   []string{"check", "--strict", "--source", dir},
		Name:   "demarche",
		Stdout: &printed,
		Stderr: &printed,
		Env:    func(string) string { return "" },
		Now:    time.Date(2031, 3, 12, 0, 0, 0, 0, time.UTC),
	})
	if code != 0 {
		t.Errorf("check ends with %d:\n%s", code, &printed)
	}
}

// TestTheReadmesUpgradeKeepsWhatIsTheSites runs its commands, but for Demarche's own, in a repository without our history.
func TestTheReadmesUpgradeKeepsWhatIsTheSites(t *testing.T) {
	git, err := exec.LookPath("git")
	if err != nil {
		t.Skip("there is no git")
	}
	readme, err := os.ReadFile("../README.md")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.HasPrefix(readme, []byte("# Demarche\n")) {
		t.Skip("this README is not Demarche's")
	}
	_, upgrade, found := strings.Cut(string(readme), "### Upgrade")
	_, upgrade, _ = strings.Cut(upgrade, "```sh\n")
	upgrade, _, _ = strings.Cut(upgrade, "```")
	if !found || upgrade == "" {
		t.Fatal("the README has no commands for an upgrade")
	}
	both := []string{"go.mod", "go.sum", ".github/workflows/publish.yml", ".github/workflows/publish-sharded.yml"}
	repository := func(version string, files ...string) (dir string, run func(args ...string)) {
		dir = t.TempDir()
		for _, name := range append(files, both...) {
			file := filepath.Join(dir, filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, []byte(version+"\n"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		run = func(args ...string) {
			t.Helper()
			command := exec.Command(git, append([]string{"-c", "user.name=A. Scribe", "-c", "user.email=scribe@zenda.example"}, args...)...)
			command.Dir = dir
			if out, err := command.CombinedOutput(); err != nil {
				t.Fatalf("git %q: %v\n%s", args, err, out)
			}
		}
		run("init", "-q", "-b", "main")
		run("add", ".")
		run("commit", "-qm", version)
		return dir, run
	}
	ours, _ := repository("ours", "generator/new.go", "generator/main.go", "templates/card.html", "templates/new.html", "templates/own-head.html", "content/index.md", "README.md")
	site, run := repository("theirs", "generator/main.go", "generator/gone.go", "templates/card.html", "templates/own-head.html", "templates/assets/own.css",
		"templates/assets/logo.svg", "content/index.md", "README.md")
	for line := range strings.Lines(upgrade) {
		command := strings.TrimSpace(strings.Replace(line, "ADDRESS", ours, 1))
		if words, isGit := strings.CutPrefix(command, "git "); isGit {
			words = strings.NewReplacer(`"Upgrade Demarche"`, "upgrade", `"`, "").Replace(words)
			run(strings.Split(words, " ")...)
		} else if command != "go run ./generator check" {
			t.Errorf("%s is not tried", command)
		}
	}
	for name, want := range map[string]string{
		"generator/new.go": "ours", "generator/main.go": "ours", "generator/gone.go": "", "templates/card.html": "ours", "templates/new.html": "ours", "go.sum": "ours",
		"templates/own-head.html": "theirs", "templates/assets/own.css": "theirs", "templates/assets/logo.svg": "theirs", "content/index.md": "theirs", "README.md": "theirs",
	} {
		text, _ := os.ReadFile(filepath.Join(site, filepath.FromSlash(name)))
		if got := strings.TrimSpace(string(text)); got != want {
			t.Errorf("%s is %q, want %q", name, got, want)
		}
	}
}
