package musl

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
)

// A Machine is one that clang builds musl for. Libgcc has what clang calls for
// long double; Debian's cross compilers come with it.
type Machine struct{ Name, Libgcc string }

// Compiler is the command line of the machine's compiler, without a sysroot.
func (m Machine) Compiler() []string {
	return []string{"clang", "--target=" + m.Name + "-linux-musl"}
}

// Install builds the whole of the release, static, and puts it into root with
// usr/include and usr/lib below. It takes a minute on two cores. root appears
// when all of it is there, or not at all.
func (r Release) Install(m Machine, root string) error {
	parent := filepath.Dir(root)
	if err := os.MkdirAll(parent, 0o755); err != nil {
		return err
	}
	dir, err := os.MkdirTemp(parent, "musl-building-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	source, err := r.Source(dir)
	if err != nil {
		return err
	}
	compiler := m.Compiler()
	for _, command := range [][]string{
		{"./configure", "--prefix=/usr", "--target=" + m.Name, "--disable-shared", "LIBCC=" + m.Libgcc,
			"CC=" + compiler[0] + " " + compiler[1], "AR=llvm-ar", "RANLIB=llvm-ranlib"},
		{"make", "-s", "-j2", "install", "DESTDIR=" + dir + "/root"},
	} {
		build := exec.Command(command[0], command[1:]...)
		build.Dir = source
		if out, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("build musl %s for %s: %s: %w\n%s", r.Version, m.Name, command[0], err, out)
		}
	}
	return os.Rename(dir+"/root", root)
}
