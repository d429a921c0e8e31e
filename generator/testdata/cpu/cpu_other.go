//go:build !unix

package cpu

import (
	"testing"
	"time"
)

// Spent skips the test: it is measured elsewhere.
func Spent(t testing.TB) time.Duration {
	t.Helper()
	t.Skip("measured on Unix alone")
	return 0
}
