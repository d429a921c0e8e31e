package build_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// BenchmarkReload saves one digest, loads the site again and makes the page of that
// digest, as a preview does, in a copy of the site in the folder that DEMARCHE_CORPUS names, or in a small one.
func BenchmarkReload(b *testing.B) {
	dir := b.TempDir()
	if corpus := os.Getenv("DEMARCHE_CORPUS"); corpus != "" {
		if err := os.CopyFS(dir, os.DirFS(corpus)); err != nil {
			b.Fatal(err)
		}
	} else {
		for i := range 1000 {
			write(b, dir, fmt.Sprintf("content/digests/%d/digest-%d.md", i%20, i), fmt.Sprintf(manyDigest, i, 1+i%28, countries[i%4], i, countries[(i+1)%4], i))
		}
	}
	w := open(b, dir)
	digests := load(b, w).Archive.Digests
	doc := digests[len(digests)/2].Doc
	route := "/digests/" + doc.Slug + "/"
	edited := filepath.Join(dir, filepath.FromSlash(doc.Path))
	text, err := os.ReadFile(edited)
	if err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		if err := os.WriteFile(edited, fmt.Appendf(text, "\nSaved %d times.\n", n), 0o666); err != nil {
			b.Fatal(err)
		}
		site, err := w.Reload(b.Context(), []string{doc.Path})
		if err != nil {
			b.Fatal(err)
		}
		page, found := site.Lookup(route)
		if !found {
			b.Fatal("there is no page at ", route)
		}
		if _, err := page.Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}

// manyDigest is one of many: its number, day, country, a number again, and who answers.
const manyDigest = `---
title: Talks in round %d
date: 2031-04-%02d
actors: [%s]
---

The talks went on.

> “We shall see about round %d.”
>
> — [[Rufus Firefly]] to [[%s]], 2031-03-04 #warn ^s%d
`
