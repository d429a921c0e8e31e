package disk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"syscall"
	"time"
)

// lockPause is how long a build waits before it tries a taken lock again.
const lockPause = 50 * time.Millisecond

// acquire takes the lock file name in the parent. It waits for that until ctx is done, and no longer than
// patience; the error then says who holds it. Closing the file gives the lock back; the file
// itself stays, for two builds could each lock another one otherwise.
func acquire(ctx context.Context, patience time.Duration, parent *os.Root, name string) (*os.File, error) {
	info, err := parent.Lstat(name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, &Refusal{name + " beside the destination is not a file", "remove it"}
	}
	there := err == nil
	f, err := parent.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o666)
	if there && errors.Is(err, fs.ErrPermission) {
		return nil, fmt.Errorf("opening %s: %w", name, err)
	}
	if err != nil {
		return nil, beside(name, err)
	}
	enough := time.After(patience)
	for {
		free, err := tryLock(f)
		if err != nil {
			f.Close()
			return nil, &Refusal{name + " beside the destination cannot be locked: " + err.Error(),
				"some network drives have no locks; choose a folder on a disk of this machine with -d, and copy the site from there"}
		}
		if free {
			break
		}
		select {
		case <-enough:
			defer f.Close()
			return nil, &Refusal{"another build" + holder(f) + " is still publishing to the same folder", "wait until it ends, or end it"}
		case <-ctx.Done():
			defer f.Close()
			return nil, fmt.Errorf("waiting for another build%s: %w", holder(f), ctx.Err())
		case <-time.After(lockPause):
		}
	}
	if err := sign(f); err != nil {
		f.Close()
		return nil, fmt.Errorf("signing %s: %w", name, err)
	}
	return f, nil
}

// sign writes into the lock file which process holds it.
func sign(f *os.File) error {
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err := f.WriteAt(fmt.Appendf(nil, "process %d\n", os.Getpid()), 0)
	return err
}

// holder is who signed the lock file, in brackets, or "" when nobody has yet.
func holder(f *os.File) string {
	text, err := io.ReadAll(io.NewSectionReader(f, 0, 64))
	if name := strings.TrimSpace(string(text)); err == nil && name != "" {
		return " (" + name + ")"
	}
	return ""
}

// beside explains a failure to make a file beside the destination.
func beside(name string, err error) error {
	if errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.EROFS) {
		return &Refusal{"the folder that holds the destination cannot be written to: " + reason(err),
			"the new site is built beside the old one; choose a folder within the destination with -d"}
	}
	return fmt.Errorf("making %s beside the destination: %w", name, err)
}

// exists says whether name, or a link of that name, stands in root.
func exists(root *os.Root, name string) (fs.FileInfo, bool, error) {
	info, err := root.Lstat(name)
	if errors.Is(err, fs.ErrNotExist) || errors.Is(err, syscall.ENOTDIR) {
		return nil, false, nil
	}
	return info, err == nil, err
}
