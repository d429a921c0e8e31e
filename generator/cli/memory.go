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
	buildSlack = slack{12 << 20, 0.35}
	serveSlack = slack{64 << 20, 1}
)

const slackMost = 400

// collectBy makes the collector keep to the slack from now on, unless the user
// has said how it is to work.
func collectBy(s slack, env func(string) string) {
	if env("GOGC") == "" && env("GOMEMLIMIT") == "" {
		s.pace(0)
	}
}

// pace sets the slack by what is in use now, and again after each collection. peak is
// the most bytes that the heap was let grow to. It may grow to that again when less is
// in use, because what the system gave is not soon given back.
func (s slack) pace(peak float64) {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	inUse := float64(sample[0].Value.Uint64())
	percent := s.percent(inUse, peak)
	debug.SetGCPercent(percent)
	// The next collection finds that nobody has this, and cleans up after it.
	runtime.AddCleanup(new([16]byte), s.pace, max(peak, inUse+inUse*float64(percent)/100))
}

// percent is that of garbage to what is in use, in bytes.
func (s slack) percent(inUse, peak float64) int {
	inUse = max(inUse, 1)
	return int(min(slackMost, 100*max(s.bytes/inUse+s.part, peak/inUse-1)))
}
