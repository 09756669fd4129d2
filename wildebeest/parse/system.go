package parse

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/wildebeest/cparse"
)

// SystemDirs lists the directories of the machine's glibc headers.
func SystemDirs() ([]string, error) {
	own, err := cparse.CompilerHeaders()
	if err != nil {
		return nil, err
	}
	var dirs []string
	for _, dir := range []string{own, "/usr/include/x86_64-linux-gnu", "/usr/include/aarch64-linux-gnu", "/usr/include/riscv64-linux-gnu", "/usr/include"} {
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			dirs = append(dirs, dir)
		}
	}
	if _, err := os.Stat("/usr/include/argp.h"); err != nil {
		return nil, errors.New("no headers of glibc below /usr/include (install libc6-dev, or say --precise=never)")
	}
	return dirs, nil
}

// Fingerprint hashes the names, sizes and modification times of all files
// below dirs: what the parser may include. A directory within another of them
// counts once.
func Fingerprint(dirs []string) []byte {
	h := sha256.New()
	for _, dir := range dirs {
		fmt.Fprintf(h, "%q\n", dir)
		if !within(dir, dirs) {
			hashNames(h, dir)
		}
	}
	return h.Sum(nil)
}

// hashNames writes a line for every file below dir. A link counts as what it
// points to, and what can't be read as its error.
func hashNames(h io.Writer, dir string) {
	_ = filepath.WalkDir(dir, func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.IsDir() {
			return nil
		}
		info, statErr := os.Stat(name)
		if err = cmp.Or(err, statErr); err != nil {
			fmt.Fprintf(h, "%q %v\n", name, err)
			return nil
		}
		fmt.Fprintf(h, "%q %d %d\n", name, info.Size(), info.ModTime().UnixNano())
		return nil
	})
}
