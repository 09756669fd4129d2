package namespace

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// Capabilities are what a command may keep of root's capabilities(7).
type Capabilities map[uintptr]bool

// KeepOnly limits what the calling thread's children can have to the set. The
// thread has to be locked.
func KeepOnly(set Capabilities) error {
	for capability := uintptr(0); ; capability++ {
		if set[capability] {
			continue
		}
		err := unix.Prctl(unix.PR_CAPBSET_DROP, capability, 0, 0, 0)
		if err == unix.EINVAL { // past the kernel's last
			return nil
		}
		if err != nil {
			return fmt.Errorf("drop capability %d: %w", capability, err)
		}
	}
}
