package disk

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

// benchFiles is the number of files of a benchmark's site; 60,000 is that of
// 10,000 digests with four statements each.
func benchFiles() int {
	if n, err := strconv.Atoi(os.Getenv("DEMARCHE_BENCH_FILES")); err == nil {
		return n
	}
	return 6000
}

// publishMany publishes files of 6 kB, a thirtieth of a percent of them changed
// with each version.
func publishMany(b *testing.B, s *Site, dest string, files, version int) {
	b.Helper()
	if _, err := writeMany(b, s, dest, files, version).Commit(context.Background()); err != nil {
		b.Fatal(err)
	}
}

// writeMany is publishMany before its end.
func writeMany(b *testing.B, s *Site, dest string, files, version int) *Publication {
	b.Helper()
	p, err := Begin(context.Background(), time.Minute, s, dest)
	if err != nil {
		b.Fatal(err)
	}
	p.Expect(files)
	var group errgroup.Group
	group.SetLimit(4)
	const batch = 100
	for first := 0; first < files; first += batch {
		group.Go(func() error {
			w := p.Writer()
			defer w.Close()
			text := bytes.Repeat([]byte("Freedonia "), 600)
			for n := first; n < first+batch; n++ {
				mark := n
				if n%300 == 0 {
					mark += version
				}
				copy(text, fmt.Sprintf("%10d", mark))
				if err := w.Write(fmt.Sprintf("digests/talks-%d/statement-%d/index.html", n/5, n%5), text); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		b.Fatal(err)
	}
	return p
}

func BenchmarkPublishCold(b *testing.B) {
	s, files, dir := site(b, nil), benchFiles(), b.TempDir()
	b.ResetTimer()
	for n := range b.N {
		publishMany(b, s, filepath.Join(dir, strconv.Itoa(n), "public"), files, 0)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(files*b.N), "µs/file")
}

// BenchmarkPublishSecond makes the twin for the first time.
func BenchmarkPublishSecond(b *testing.B) {
	s, files, dir := site(b, nil), benchFiles(), b.TempDir()
	for n := range b.N {
		b.StopTimer()
		dest := filepath.Join(dir, strconv.Itoa(n), "public")
		p := writeMany(b, s, dest, files, 0)
		time.Sleep(tick) // a folder made in the tick in which a build ends is not trusted, nor what it holds
		if _, err := p.Commit(context.Background()); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
		publishMany(b, s, dest, files, 1)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(files*b.N), "µs/file")
}

func BenchmarkPublishWarm(b *testing.B) {
	s, files, dest := site(b, nil), benchFiles(), destination(b)
	publishMany(b, s, dest, files, 0)
	publishMany(b, s, dest, files, 1)
	b.ResetTimer()
	for n := range b.N {
		publishMany(b, s, dest, files, 2+n)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(files*b.N), "µs/file")
}
