package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// A build lets garbage grow to slackBytes and a slackPart of what is in use, and
// to no more than slackMost percent, before it is collected. So a small site is
// collected as seldom as a large one, and a large one is not held twice in memory,
// as Go would by itself.
const (
	slackBytes = 12 << 20
	slackPart  = 0.45
	slackMost  = 400
)

// saveMemory makes the collector keep to the slack from now on, unless the user
// has said how it is to work.
func saveMemory(env func(string) string) {
	if env("GOGC") == "" && env("GOMEMLIMIT") == "" {
		pace(0)
	}
}

// pace sets the slack by what is in use now, and again after each collection.
func pace(int) {
	inUse := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(inUse)
	debug.SetGCPercent(slack(inUse[0].Value.Uint64()))
	// The next collection finds that nobody has this, and cleans up after it.
	runtime.AddCleanup(new([16]byte), pace, 0)
}

// slack is the percentage of garbage to what is in use, in bytes.
func slack(inUse uint64) int {
	return int(min(slackMost, 100*(slackBytes/float64(max(inUse, 1))+slackPart)))
}
