package fsys

import (
	"os"
	"strings"
	"syscall"
)

// tree is another system's file tree. Symbolic links are followed as a chroot
// into it would: absolute ones start again at its top, and .. stops there.
// os.Root is the guarantee that no lookup leaves it, whatever changes meanwhile.
type tree struct{ root *os.Root }

// maxLinks is Linux's limit on the symbolic links of one lookup.
const maxLinks = 40

// Below returns the file system of the tree below dir.
func Below(dir string) (FS, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return FS{}, err
	}
	return FS{&tree{root}}, nil
}

// Close ends the use of the file system.
func (f FS) Close() {
	if f.tree != nil {
		f.tree.root.Close()
	}
}

func (t *tree) open(path string) (int, error) {
	real, err := t.resolve(path)
	if err != nil {
		return -1, cause(err)
	}
	file, err := t.root.OpenFile(real, syscall.O_RDONLY|syscall.O_NONBLOCK, 0)
	if err != nil {
		return -1, cause(err)
	}
	defer file.Close()
	return fcntlDup(int(file.Fd()))
}

// resolve returns the path of a file without symbolic links, relative to the top.
func (t *tree) resolve(path string) (string, error) {
	var done []string
	todo := strings.Split(path, "/")
	for links := 0; len(todo) > 0; {
		name := todo[0]
		todo = todo[1:]
		switch name {
		case "", ".":
			continue
		case "..":
			done = done[:max(len(done)-1, 0)]
			continue
		}
		here := strings.Join(append(done, name), "/")
		info, err := t.root.Lstat(here)
		if err != nil {
			return "", err
		}
		if info.Mode()&os.ModeSymlink == 0 {
			done = append(done, name)
			continue
		}
		if links++; links > maxLinks {
			return "", syscall.ELOOP
		}
		target, err := t.root.Readlink(here)
		if err != nil {
			return "", err
		}
		if strings.HasPrefix(target, "/") {
			done = done[:0]
		}
		todo = append(strings.Split(target, "/"), todo...)
	}
	if len(done) == 0 {
		return ".", nil
	}
	return strings.Join(done, "/"), nil
}

// cause strips the path that os adds: callers name the one they asked for.
func cause(err error) error {
	if pe, ok := err.(*os.PathError); ok {
		return pe.Err
	}
	return err
}

func fcntlDup(fd int) (int, error) {
	n, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_DUPFD_CLOEXEC, 0)
	if errno != 0 {
		return -1, errno
	}
	return int(n), nil
}
