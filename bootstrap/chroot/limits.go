package chroot

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// applyLimits gives the calling process, which becomes the command, its resource
// limits (setrlimit(2)), whatever the caller's are.
func applyLimits(Spec) error {
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("limit core dumps: %w", err)
	}
	return nil
}
