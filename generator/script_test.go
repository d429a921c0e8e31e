package main

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what commands print and what pages read like into testdata")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"demarche": main, "measured": measured})
}

// TestCommands runs the sessions in testdata. Beside testscript's own commands
// they have "files DIR", which prints the paths below a folder, and "crlf FILE",
// which gives a file the line ends of Windows, and "broken DIR", which puts files there
// that no text can stand for, and "web FILE", which starts a server and puts its address
// in place of "http://WEB" in a file.
func TestCommands(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: *update,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"files":  printFiles,
			"crlf":   makeCRLF,
			"broken": makeBroken,
			"web":    startWeb,
		},
	})
}

func printFiles(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: files DIR")
	}
	dir := ts.MkAbs(args[0])
	var paths []string
	ts.Check(filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			paths = append(paths, filepath.ToSlash(strings.TrimPrefix(path, dir+string(filepath.Separator))))
		}
		return err
	}))
	slices.Sort(paths)
	fmt.Fprintln(ts.Stdout(), strings.Join(paths, "\n"))
}

func makeCRLF(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: crlf FILE")
	}
	text := strings.ReplaceAll(ts.ReadFile(args[0]), "\n", "\r\n")
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}

func makeBroken(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: broken DIR")
	}
	const matter = "---\ntitle: Broken\ndate: 2031-05-04\n---\n"
	for name, text := range map[string]string{
		"30-mark.md":      "\ufeff" + matter,
		"31-latin.md":     matter + "\nCaf\xe9.\n",
		"32-long-line.md": matter + strings.Repeat("ten bytes ", 1<<20),
	} {
		ts.Check(os.WriteFile(filepath.Join(ts.MkAbs(args[0]), name), []byte(text), 0o666))
	}
}

// startWeb starts a server that has /here, and says where the rest is.
func startWeb(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: web FILE")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/here":
		case "/moved":
			http.Redirect(w, r, "/here", http.StatusMovedPermanently)
		case "/busy":
			w.Header().Set("Retry-After", "86400")
			w.WriteHeader(http.StatusTooManyRequests)
		default:
			http.NotFound(w, r)
		}
	}))
	ts.Defer(server.Close)
	text := strings.ReplaceAll(ts.ReadFile(args[0]), "http://WEB", server.URL)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(text), 0o666))
}
