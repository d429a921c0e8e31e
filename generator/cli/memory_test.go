package cli

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

func TestGarbageIsBoundedAtEverySize(t *testing.T) {
	const mb = 1 << 20
	for inUse, most := range map[float64]float64{0: 1, 4 * mb: 18 * mb, 25 * mb: 49 * mb, 250 * mb: 375 * mb, 2500 * mb: 3638 * mb} {
		if heap := inUse + inUse*float64(buildSlack.percent(inUse, 0))/100; heap > most {
			t.Errorf("with %.0f MB in use the heap grows to %.0f MB", inUse/mb, heap/mb)
		}
	}
	if buildSlack.percent(2*mb, 0) != slackMost {
		t.Errorf("a small site is collected at %d%%", buildSlack.percent(2*mb, 0))
	}
	if percent := buildSlack.percent(100*mb, 200*mb); percent != 100 {
		t.Errorf("with 100 MB in use and 200 MB at the peak, garbage is collected at %d%%", percent)
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
	for want := buildSlack.percent(float64(len(held)), 0); percent() > want; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatalf("the slack is %d%%, and was to be %d%% or less", percent(), want)
		}
		runtime.GC()
	}
	runtime.KeepAlive(held)
}
