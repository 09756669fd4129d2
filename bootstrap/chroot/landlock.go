package chroot

import (
	"fmt"
	"os"

	"github.com/landlock-lsm/go-landlock/landlock"
)

// landlocked restricts this process to the files of its root, and to writing where
// the spec lets it, as far as the kernel has Landlock (landlock(7)). The mounts say
// the same; this holds also for a file of the host's that is reached around them.
func landlocked(spec Spec) error {
	writable := []string{"/dev", "/proc", "/tmp"}
	if !spec.ReadOnlyRoot {
		writable = append(writable, "/")
	}
	for _, mount := range spec.Mounts {
		if !mount.ReadOnly {
			writable = append(writable, mount.Target)
		}
	}
	rules := []landlock.Rule{landlock.RODirs("/")}
	for _, path := range writable {
		info, err := os.Stat(path)
		if err != nil {
			return err
		}
		if info.IsDir() {
			rules = append(rules, landlock.RWDirs(path).WithRefer().WithIoctlDev())
		} else {
			rules = append(rules, landlock.RWFiles(path))
		}
	}
	// Files, signals and abstract sockets. The network is the namespace's.
	config := landlock.Config{HandledAccessFS: landlock.V6.HandledAccessFS, Scoped: landlock.V6.Scoped}
	if err := config.BestEffort().Restrict(rules...); err != nil {
		return fmt.Errorf("restrict the command by Landlock: %w", err)
	}
	return nil
}
