package main

import (
	"bytes"
	"os"
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
