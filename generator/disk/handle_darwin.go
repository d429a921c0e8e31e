package disk

import "errors"

// canResolve says that each folder on a path is to be opened by itself here.
func canResolve() bool { return false }

func (h handle) createBelow(string) (output, error) { return output{}, errors.ErrUnsupported }
