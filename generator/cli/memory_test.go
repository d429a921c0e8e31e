package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestGarbageIsBoundedAtEverySize(t *testing.T) {
	const mb = 1 << 20
	for inUse, most := range map[uint64]uint64{0: 1, 4 * mb: 18 * mb, 25 * mb: 49 * mb, 250 * mb: 375 * mb, 2500 * mb: 3638 * mb} {
		if heap := inUse + inUse*uint64(buildSlack.percent(inUse))/100; heap > most {
			t.Errorf("with %d MB in use the heap grows to %d MB", inUse/mb, heap/mb)
		}
	}
	if buildSlack.percent(2*mb) != slackMost {
		t.Errorf("a small site is collected at %d%%", buildSlack.percent(2*mb))
	}
}

func TestSlackFollowsTheHeap(t *testing.T) {
	before := debug.SetGCPercent(100)
	t.Cleanup(func() { debug.SetGCPercent(before) })
	percent := func() int {
		now := debug.SetGCPercent(-1)
		debug.SetGCPercent(now)
		return now
	}
	collectBy(buildSlack, func(name string) string { return map[string]string{"GOGC": "50"}[name] })
	if percent() != 100 {
		t.Fatal("GOGC was overruled")
	}
	collectBy(buildSlack, func(string) string { return "" })
	held := make([]byte, 200<<20)
	deadline := time.Now().Add(10 * time.Second)
	for want := buildSlack.percent(uint64(len(held))); percent() > want; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("the slack is %d%%, and was to be %d%% or less", percent(), want)
		}
		runtime.GC()
	}
	runtime.KeepAlive(held)
}
