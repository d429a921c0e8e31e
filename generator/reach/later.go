package reach

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// reply is what a host answered.
type reply struct {
	status int
	later  time.Duration // how long it wants to be left alone; 0 where it does not say
}

// isBusy says whether a host wants to be asked less often, or is down for a time that it knows.
func (r reply) isBusy() bool {
	return r.status == http.StatusTooManyRequests || r.status == http.StatusServiceUnavailable && r.later > 0
}

// longest is the longest time that is told: a year.
const longest = 365 * 24 * time.Hour

// later is what Retry-After says, which is seconds, or a moment by the host's own clock.
func later(header http.Header, now time.Time) time.Duration {
	text := strings.TrimSpace(header.Get("Retry-After"))
	if seconds, err := strconv.ParseUint(text, 10, 63); err == nil {
		return time.Duration(min(seconds, uint64(longest/time.Second))) * time.Second
	}
	then, err := http.ParseTime(text)
	if err != nil {
		return 0
	}
	if by, err := http.ParseTime(header.Get("Date")); err == nil {
		now = by
	}
	return min(max(then.Sub(now), 0), longest)
}

// inWords is a time as people say it, never shorter than it is: "40 seconds", "2 hours".
func inWords(d time.Duration) string {
	for _, unit := range []struct {
		length time.Duration
		name   string
	}{{24 * time.Hour, "days"}, {time.Hour, "hours"}, {time.Minute, "minutes"}} {
		if d >= 2*unit.length {
			return strconv.Itoa(int((d+unit.length-1)/unit.length)) + " " + unit.name
		}
	}
	if d <= time.Second {
		return "1 second"
	}
	return strconv.Itoa(int((d+time.Second-1)/time.Second)) + " seconds"
}
