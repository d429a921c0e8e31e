package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// slack is how much garbage is let lie: it grows to so many bytes and a part of what is in
// use, and to no more than slackMost percent, before it is collected. So a small site is
// collected as seldom as a large one, and a large one is not held twice in memory, as Go
// would by itself.
type slack struct {
	bytes, part float64
}

// buildSlack is for one who builds, perhaps on a small machine; serveSlack for an editor who waits.
var (
	buildSlack = slack{12 << 20, 0.45}
	serveSlack = slack{128 << 20, 1}
)

const slackMost = 400

// collectBy makes the collector keep to the slack from now on, unless the user
// has said how it is to work.
func collectBy(s slack, env func(string) string) {
	if env("GOGC") == "" && env("GOMEMLIMIT") == "" {
		s.pace(0)
	}
}

// pace sets the slack by what is in use now, and again after each collection.
func (s slack) pace(int) {
	inUse := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(inUse)
	debug.SetGCPercent(s.percent(inUse[0].Value.Uint64()))
	// The next collection finds that nobody has this, and cleans up after it.
	runtime.AddCleanup(new([16]byte), s.pace, 0)
}

// percent is that of garbage to what is in use, in bytes.
func (s slack) percent(inUse uint64) int {
	return int(min(slackMost, 100*(s.bytes/float64(max(inUse, 1))+s.part)))
}
