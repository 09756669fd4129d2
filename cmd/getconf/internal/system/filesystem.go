package system

import (
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"github.com/serpent-os/wildebeest/cmd/getconf/internal/value"
)

// examination is what the kernel says of the path, asked once for all path
// variables of glibc.
type examination struct {
	stat      syscall.Stat_t
	statErr   error
	statfs    syscall.Statfs_t
	statfsErr error
}

// patience is how long a path may take to answer: a server that is gone (NFS,
// FUSE) must not hold up the variables that have nothing to do with it. A busy
// machine, or a tracer, may: the thread that asks does not sleep then.
var patience = syscall.Timespec{Sec: 5}

// examine asks for the path of the query at the first call.
func (q *Query) examine() *examination {
	if q.examined != nil {
		return q.examined
	}
	if q.Path == "/" { // the program itself came from there
		q.examined = examinePath(q.Path)
		return q.examined
	}
	answers, asking := make(chan *examination, 2), make(chan int, 1)
	go func() {
		runtime.LockOSThread()
		asking <- syscall.Gettid()
		answers <- examinePath(q.Path)
	}()
	go func() {
		thread := <-asking
		for {
			syscall.Nanosleep(&patience, nil)
			if sleeps(thread) {
				break
			}
		}
		answers <- &examination{statErr: syscall.ETIMEDOUT, statfsErr: syscall.ETIMEDOUT}
	}()
	q.examined = <-answers
	return q.examined
}

// sleeps tells whether a thread waits in the kernel, by its state in
// /proc/self/task: S, or D where no signal ends it. Where /proc does not say, it is
// taken to wait.
func sleeps(thread int) bool {
	text, err := os.ReadFile("/proc/self/task/" + strconv.Itoa(thread) + "/stat")
	if err != nil {
		return true
	}
	_, state, _ := strings.Cut(string(text), ") ")
	return state == "" || state[0] == 'S' || state[0] == 'D'
}

func examinePath(path string) *examination {
	e := new(examination)
	e.statfsErr = ignoringEINTR(func() error { return syscall.Statfs(path, &e.statfs) })
	e.statErr = ignoringEINTR(func() error { return syscall.Stat(path, &e.stat) })
	return e
}

func ignoringEINTR(call func() error) error {
	for {
		if err := call(); err != syscall.EINTR {
			return err
		}
	}
}

// fileSystem is the entry of the table for the file system of the path.
func (q *Query) fileSystem() (*fileSystem, error) {
	e := q.examine()
	if e.statfsErr != nil {
		return nil, e.statfsErr
	}
	for i := range fileSystems {
		if fileSystems[i].magic == uint32(e.statfs.Type) {
			return &fileSystems[i], nil
		}
	}
	return &otherFileSystem, nil
}

func LinkMax(q *Query) (string, error) {
	kind, err := q.fileSystem()
	if err != nil {
		return "", err
	}
	if kind.linkMax == 0 {
		return extLinkMax(q.examine())
	}
	return value.Number(kind.linkMax)
}

func FileSizeBits(q *Query) (string, error) {
	kind, err := q.fileSystem()
	if err != nil {
		return "", err
	}
	return value.Number(kind.sizeBits)
}

func Symlinks(q *Query) (string, error) {
	kind, err := q.fileSystem()
	switch {
	case err != nil:
		return "", err
	case kind.noSymlinks:
		return "0", nil
	}
	return "1", nil
}

func ChownRestricted(q *Query) (string, error) { return "1", q.examine().statfsErr }

func NameMax(q *Query) (string, error) {
	e := q.examine()
	return positive(int64(e.statfs.Namelen), e.statfsErr)
}

func BlockSize(q *Query) (string, error) {
	e := q.examine()
	return positive(int64(e.statfs.Bsize), e.statfsErr)
}

// FragmentSize is f_frsize, which very old file systems leave at 0.
func FragmentSize(q *Query) (string, error) {
	e := q.examine()
	if e.statfs.Frsize == 0 {
		return BlockSize(q)
	}
	return positive(int64(e.statfs.Frsize), e.statfsErr)
}

func positive(n int64, err error) (string, error) {
	if err != nil {
		return "", err
	}
	return value.Number(uint64(n))
}

// AsyncIO holds for regular files and block devices.
func AsyncIO(q *Query) (string, error) {
	e := q.examine()
	switch {
	case e.statErr != nil:
		return "", e.statErr
	case e.stat.Mode&syscall.S_IFMT == syscall.S_IFREG, e.stat.Mode&syscall.S_IFMT == syscall.S_IFBLK:
		return "1", nil
	}
	return "", value.Undefined
}
