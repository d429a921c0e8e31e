package disk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

func TestSecondBuildSaysWhoHoldsTheLock(t *testing.T) {
	dest := destination(t)
	first, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	_, err = Begin(context.Background(), 10*time.Millisecond, site(t, nil), dest)
	_, ok := errors.AsType[*Refusal](err)
	if !ok || !strings.Contains(err.Error(), fmt.Sprintf("process %d", os.Getpid())) {
		t.Errorf("got %v", err)
	}
	if err := first.Abort(); err != nil {
		t.Fatal(err)
	}
	second, err := begin(t, dest)
	if err != nil {
		t.Fatal(err)
	}
	if err := second.Abort(); err != nil {
		t.Fatal(err)
	}
}

func TestBuildsAtOnceTakeTurns(t *testing.T) {
	dest := destination(t)
	sites := make([]outputs, 4)
	for n := range sites {
		sites[n] = outputs{"index.html": fmt.Sprint(n), fmt.Sprintf("only-%d/index.html", n): "x"}
	}
	var group sync.WaitGroup
	for _, files := range sites {
		group.Go(func() {
			if _, err := publish(t, dest, files); err != nil {
				t.Error(err)
			}
		})
	}
	group.Wait()
	got := published(t, dest)
	if len(got) != 2 || len(got["index.html"]) != 1 {
		t.Fatalf("two sites are mixed: %v", got)
	}
	if _, ok := got["only-"+got["index.html"]+"/index.html"]; !ok {
		t.Errorf("two sites are mixed: %v", got)
	}
}
