//go:build unix

// Package cpu tells tests what something costs. Unlike the time that passes, that is the same beside other work.
package cpu

import (
	"syscall"
	"testing"
	"time"
)

// Spent is the CPU time that this process has spent outside the kernel.
func Spent(t testing.TB) time.Duration {
	t.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		t.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano())
}
