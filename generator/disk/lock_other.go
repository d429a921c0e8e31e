//go:build !windows && (!unix || aix || solaris)

package disk

import "os"

// tryLock always succeeds: here nothing keeps two builds apart.
func tryLock(*os.File) (bool, error) { return true, nil }
