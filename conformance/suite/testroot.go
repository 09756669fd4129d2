package suite

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/serpent-os/wildebeest/musl"
)

// Paths in the test root.
const (
	installDir = "/install"
	muslDir    = "/musl" // libraries of musl programs
)

// A testRoot is where the tests of both libcs run, and glibc's are built: the host's
// root, read-only, with a musl loader in it, and without a network.
type testRoot struct {
	Suite
	dir  string // of the test root's own files, absolute
	jobs int
	say  func(string)
}

// newTestRoot makes the files that the test root adds to the host's root.
func newTestRoot(s Suite, dir string, o options) (*testRoot, error) {
	p := &testRoot{s, dir, o.jobs, o.say}
	if err := os.RemoveAll(dir); err != nil {
		return nil, err
	}
	for _, name := range []string{p.added(s.BuildDir), p.added(installDir), p.muslLibraries(), p.added("etc"), p.added("usr/lib"), p.root()} {
		if err := os.MkdirAll(name, 0o755); err != nil {
			return nil, err
		}
	}
	machine, err := musl.Host()
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(p.added("etc/"+machine.LoaderPath()), []byte(muslDir+"\n"), 0o644); err != nil {
		return nil, err
	}
	return p, os.Symlink(muslDir+"/libc.so", p.added("usr/lib/"+machine.Loader))
}

func (p *testRoot) added(name string) string { return filepath.Join(p.dir, "added", name) }
func (p *testRoot) muslLibraries() string    { return p.added(muslDir) }
func (p *testRoot) root() string             { return filepath.Join(p.dir, "root") }

// enter is the shell text that makes the root from $1, the test root's directory, with
// $2 at the install directory and $3 at the build directory $4, and runs $5 in it as
// an ordinary user, to whom both are given.
const enter = `set -e
# The layers of an overlay must not be one below the other.
mount -t tmpfs tmpfs "$1/root"
cp -a "$1/added" "$1/root/"
root=$1/root/merged
mkdir "$root"
mount -t overlay overlay -o lowerdir="$1/root/added:/" "$root"
mount -t proc proc "$root/proc"
for dir in sys dev run; do mount --rbind "/$dir" "$root/$dir"; done
mount -t tmpfs tmpfs "$root/tmp"
mount --bind "$2" "$root` + installDir + `"
mount --bind "$3" "$root$4"
ip link set lo up
chown -R 65534:65534 "$2" "$3"
exec chroot --userspec=65534:65534 --groups= "$root" bash -c "$5"`

// shell runs shell text in the test root, with output in the log.
func (p *testRoot) shell(ctx context.Context, build, install, text, logFile string) error {
	log, err := os.Create(logFile)
	if err != nil {
		return err
	}
	defer log.Close()
	command := exec.CommandContext(ctx, "unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child",
		"--net", "--ipc", "--uts", "bash", "-c", enter, "bash", p.dir, install, build, p.BuildDir, text)
	command.Env = []string{"PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME=/tmp", "LC_ALL=C", "TZ=UTC", "TERM=dumb"}
	command.Stdout, command.Stderr = log, log
	return command.Run()
}

// run runs the tests that are built in a tree and returns what they say. The tree
// stays as it is: they run in a copy. libc names their log.
func (p *testRoot) run(ctx context.Context, libc, tree string) (map[string]Result, error) {
	work, err := os.MkdirTemp(p.dir, "tests-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	copied := filepath.Join(work, "tree")
	if out, err := exec.CommandContext(ctx, "cp", "-a", tree, copied).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("copy %s: %w: %s", tree, err, out)
	}
	log := filepath.Join(filepath.Dir(p.dir), p.recipe()+"-"+libc+".log")
	p.say(libc + ": running the tests; the log is " + log)
	text := fmt.Sprintf("cd %s\nJOBS=%d\n%s", p.BuildDir, p.jobs, p.Check)
	if err := p.shell(ctx, copied, work, text, log); err != nil {
		return nil, fmt.Errorf("run the tests of %s: %w; the log is %s", tree, err, log)
	}
	return p.Read(copied)
}
