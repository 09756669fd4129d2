package main

import (
	"context"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/source"
)

// Where the sections find themselves on the host's root: /mnt is there on every
// Debian, and empty.
const (
	hostBuild   = "/mnt/build"
	hostInstall = "/mnt/install"
)

// glibcPrelude is what macros.yaml has for musl: the same compiler and linker.
const glibcPrelude = `export CC="clang -fuse-ld=lld" CXX="clang++ -fuse-ld=lld" AR=llvm-ar LC_ALL=C TZ=UTC TERM=dumb
export CFLAGS="-O2 -pipe -ffile-prefix-map=%(workdir)=." LDFLAGS="-Wl,--build-id=none"
`

// A host runs a recipe's sections against its own glibc.
type host struct {
	options
	sources *source.Cache
}

// run runs the sections on the host's root and returns what the log says, or
// what it said when they were last run.
func (h *host) run(ctx context.Context, tests *recipe.Recipe) (map[string]result, error) {
	upstream := tests.Upstreams[0]
	script, err := tests.Script(recipe.Place{
		WorkDir: hostBuild, InstallRoot: hostInstall, Jobs: h.jobs, Prelude: glibcPrelude,
	})
	if err != nil {
		return nil, err
	}
	base, err := filepath.Abs(filepath.Join(h.state, "systemd-glibc"))
	if err != nil {
		return nil, err
	}
	done := filepath.Join(base, fmt.Sprintf("%x", sha256.Sum256([]byte(script+upstream.SHA256)))[:16])
	log := filepath.Join(done, testLog)
	if _, err := os.Stat(log); err == nil {
		return readLog(log)
	}
	work, err := os.MkdirTemp(mkdir(base), ".new-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	archive, err := h.sources.Fetch(ctx, source.Wanted{
		SHA256: upstream.SHA256, Name: upstream.FileName(), URL: upstream.Location,
	}, func(string) {})
	if err != nil {
		return nil, err
	}
	top, err := source.ExtractFile(archive, work, source.Extraction{})
	if err != nil {
		return nil, err
	}
	if err := os.Rename(filepath.Join(work, top), filepath.Join(work, "build")); err != nil {
		return nil, err
	}
	install := mkdir(filepath.Join(work, "install"))
	if err := os.WriteFile(filepath.Join(work, "script.sh"), []byte(script), 0o644); err != nil {
		return nil, err
	}
	h.say("glibc: building; the log is " + filepath.Join(base, "log"))
	if err := h.sections(ctx, work, filepath.Join(base, "log")); err != nil {
		return nil, err
	}
	// mkdtemp's directory is the owner's alone.
	if err := os.Rename(install, done); err != nil {
		return nil, err
	}
	return readLog(log)
}

// sections runs work/script.sh on the host's root, which is read-only but for work
// at /mnt and an empty /tmp, without a network.
func (h *host) sections(ctx context.Context, work, logFile string) error {
	log, err := os.Create(logFile)
	if err != nil {
		return err
	}
	defer log.Close()
	if err := os.Chmod(work, 0o755); err != nil {
		return err
	}
	const setup = `set -e
mount --bind "$1" /mnt
mount -t tmpfs tmpfs /tmp
mount -o remount,bind,ro /
cd /mnt
exec bash /mnt/script.sh`
	command := exec.CommandContext(ctx, "unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--kill-child",
		"--mount-proc", "--net", "--ipc", "--uts", "bash", "-c", setup, "bash", work)
	command.Env = []string{"PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "HOME=/tmp"}
	command.Stdout, command.Stderr = log, log
	if err := command.Run(); err != nil {
		return fmt.Errorf("build and test against glibc: %w; the log is %s", err, logFile)
	}
	return nil
}

// mkdir makes a directory; what fails shows when it is used.
func mkdir(dir string) string {
	os.MkdirAll(dir, 0o755)
	return dir
}
