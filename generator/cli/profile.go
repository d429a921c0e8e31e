package cli

import (
	"fmt"
	"os"
	"runtime/pprof"
)

// profile writes to a file what the CPU is used for until ended is called. With path ""
// it does nothing.
func profile(path string) (ended func(), err error) {
	if path == "" {
		return func() {}, nil
	}
	f, err := os.Create(path)
	if err != nil {
		return nil, fmt.Errorf("making the profile: %w", err)
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		f.Close()
		return nil, fmt.Errorf("making the profile: %w", err)
	}
	return func() {
		pprof.StopCPUProfile()
		f.Close()
	}, nil
}
