package build

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"demarche/generator/diag"
	"demarche/generator/disk"
	"demarche/generator/dossier"
	"demarche/generator/parse"
	"demarche/generator/resolve"
)

// docs returns what every file of content says, in order of path, and the
// problems of files that could not be read. A file that is as it was is not read again.
func (w *Workspace) docs(ctx context.Context) ([]*dossier.Doc, []diag.Problem, error) {
	entries, problems, err := w.disk.Content()
	if err != nil {
		return nil, nil, err
	}
	w.configure(entries)
	found := make([]kept, len(entries))
	var done atomic.Int64
	group, ctx := errgroup.WithContext(ctx)
	length := chunkLength(len(entries))
	for from := 0; from < len(entries); from += length {
		group.Go(func() error {
			reader := w.disk.Reader()
			defer reader.Close()
			for i := from; i < min(from+length, len(entries)); i++ {
				if ctx.Err() != nil {
					return ctx.Err()
				}
				found[i] = w.doc(entries[i], reader)
				w.options.Progress("reading", int(done.Add(1)), len(entries))
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, nil, err
	}
	w.parsed = make(map[string]kept, len(entries))
	docs := make([]*dossier.Doc, 0, len(entries))
	for i, entry := range entries {
		w.parsed[entry.Path] = found[i]
		if found[i].trouble != nil {
			problems = append(problems, *found[i].trouble)
			continue
		}
		docs = append(docs, found[i].doc)
	}
	return docs, problems, nil
}

// docsAgain returns the docs of the last Load with those at paths as they are now. known is false
// where that is not enough to know all docs and problems.
func (w *Workspace) docsAgain(paths []string) (docs []*dossier.Doc, known bool) {
	if w.last == nil || w.failed {
		return nil, false
	}
	docs = slices.Clone(w.last.docs)
	reader := w.disk.Reader()
	defer reader.Close()
	for _, path := range paths {
		if disk.Leftover(path) {
			continue
		}
		i, found := slices.BinarySearchFunc(docs, path, func(doc *dossier.Doc, path string) int { return cmp.Compare(doc.Path, path) })
		entry, there := w.disk.Again(path)
		if !found || !there || path == resolve.SitePath {
			return nil, false
		}
		again := w.doc(entry, reader)
		if again.trouble != nil {
			return nil, false
		}
		w.parsed[path], docs[i] = again, again.doc
	}
	return docs, true
}

// configure reads index.md before all others, because what it says decides how they are parsed. Where
// that has changed, nothing that was parsed is kept.
func (w *Workspace) configure(entries []disk.Entry) {
	var o parse.Options
	reader := w.disk.Reader()
	defer reader.Close()
	for _, entry := range entries {
		if entry.Path != resolve.SitePath {
			continue
		}
		if k := w.doc(entry, reader); k.doc != nil && k.doc.Site != nil {
			o = parse.Options{Limits: k.doc.Site.Limits, Sanitize: k.doc.Site.HTML == "sanitized", ImageHosts: k.doc.Site.ImageHosts}
		}
	}
	if o.Limits != w.parseWith.Limits || o.Sanitize != w.parseWith.Sanitize || !slices.Equal(o.ImageHosts, w.parseWith.ImageHosts) {
		clear(w.parsed)
	}
	w.parseWith = o
}

// doc reads and parses a file, or returns what is kept of it. It is called from many goroutines,
// each with a reader of its own.
func (w *Workspace) doc(entry disk.Entry, reader *disk.Reader) kept {
	before, known := w.parsed[entry.Path]
	if known && before.trouble == nil && before.stamp.Fresh(entry.Stamp) {
		return before
	}
	with := w.parseWith
	if entry.Path == resolve.SitePath { // what sets the limits is not held to them
		with.Limits = dossier.Limits{}
	}
	file, stamp, trouble := reader.Read(entry.Path, fileLimit(with))
	switch {
	case trouble != nil:
		return kept{trouble: trouble}
	case known && before.doc != nil && before.doc.Sum == file.Sum:
		return kept{stamp: stamp, doc: before.doc}
	}
	return kept{stamp: stamp, doc: parse.File(file, with)}
}

// fileLimit is the size of the largest file of content, and of the largest text of a source.
func fileLimit(o parse.Options) int64 {
	return int64(cmp.Or(o.Limits.File, parse.DefaultLimits.File))
}

// chunkLength cuts n files into about sixteen parts for each CPU, so that none waits long for the others.
func chunkLength(n int) int { return max(1, n/(16*runtime.GOMAXPROCS(0))) }

func sameEntries(a, b []disk.Entry) bool {
	return slices.EqualFunc(a, b, func(x, y disk.Entry) bool { return x.Path == y.Path && x.Stamp.Same(y.Stamp) })
}
