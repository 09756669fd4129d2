package build

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
)

// furnished are the directories whose entries a build root has from stage2 where
// its packages have none: programs, and what they look for below /usr/share.
var furnished = []string{"usr/bin", "usr/sbin", "usr/share"}

// withheld is what would be found and must not be: libraries of stage2.
const withheld = "usr/share/pkgconfig"

// furnish adds what a build root has beside its packages: places to mount, and
// stage2's programs under the names that a system has them by. What a build finds
// in its PATH it may write down, and /usr/bin/grep will be there when /serpent is
// not.
func furnish(root string, tools *stage2.Tree) error {
	for _, dir := range append(chroot.MountPoints(), buildDir, installDir, stage2.Prefix) {
		if err := os.MkdirAll(filepath.Join(root, dir), 0o755); err != nil {
			return err
		}
	}
	if err := link(root, "bin", "usr/bin"); err != nil {
		return err
	}
	for _, dir := range furnished {
		entries, err := os.ReadDir(filepath.Join(tools.Dir, dir))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("stage2: %w", err)
		}
		for _, entry := range entries {
			name := path.Join(dir, entry.Name())
			if name == withheld {
				continue
			}
			if err := link(root, name, stage2.Prefix+"/"+name); err != nil {
				return err
			}
		}
	}
	return nil
}
