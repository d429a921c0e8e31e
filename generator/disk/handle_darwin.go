package disk

import (
	"errors"

	"golang.org/x/sys/unix"
)

// pathOnly opens a folder for what lies in it.
const pathOnly = unix.O_RDONLY

// canResolve says that each folder on a path is to be opened by itself here.
func canResolve() bool { return false }

func (h handle) createBelow(string) (output, error) { return output{}, errors.ErrUnsupported }
