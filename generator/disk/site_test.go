package disk

import (
	"os"
	"path/filepath"
	"testing"

	"demarche/generator/diag"
)

// site makes a site's folder of path → text and opens it.
func site(t testing.TB, files map[string]string) *Site {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		put(t, filepath.Join(dir, name), text)
	}
	s, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// put writes a file and the folders that it needs.
func put(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func paths(entries []Entry) []string {
	var names []string
	for _, e := range entries {
		names = append(names, e.Path)
	}
	return names
}

func codes(problems []diag.Problem) map[string]string {
	byPath := map[string]string{}
	for _, p := range problems {
		byPath[p.At.Path] = p.Code
	}
	return byPath
}
