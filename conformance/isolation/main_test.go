// Package isolation tries to get out of the sandbox of builds: as root and as an
// ordinary user, beside bubblewrap and a plain chroot in the same run.
package isolation

import (
	"os"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
)

func TestMain(m *testing.M) {
	chroot.Main()
	if os.Getenv(roleVariable) != "" {
		os.Exit(attacked())
	}
	os.Exit(m.Run())
}
