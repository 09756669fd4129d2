package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
	"golang.org/x/sys/unix"
)

// result is one package's row.
type result struct {
	name                string
	files               int
	truths, found       int // (file, name) pairs that fail on musl alone; of these, reported
	judged, right       int // (file, name) pairs reported where the compiler looked; of these, true
	misses, falseAlarms []string
}

// compilers measures each package and writes compilers.md.
func (w *workspace) compilers(ctx context.Context, names []string) error {
	pkgs, err := w.packages("compilers.tsv", names)
	if err != nil {
		return err
	}
	lock, err := w.lock()
	if err != nil {
		return err
	}
	defer lock.Close()
	libc, err := w.muslFlags()
	if err != nil {
		return err
	}
	var results []result
	for _, p := range pkgs {
		r, err := w.measure(ctx, p, libc)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		fmt.Println(r.row())
		for _, m := range r.misses {
			fmt.Println("    missed", m)
		}
		for _, m := range r.falseAlarms {
			fmt.Println("    false ", m)
		}
		results = append(results, r)
	}
	if len(names) > 0 {
		return nil
	}
	return writeCompilers(filepath.Join(w.here, "compilers.md"), results)
}

// lock keeps a second run out: each makes the directories of headers anew.
func (w *workspace) lock() (io.Closer, error) {
	f, err := os.Create(filepath.Join(w.state, "compilers.lock"))
	if err != nil {
		return nil, err
	}
	if err := unix.Flock(int(f.Fd()), unix.LOCK_EX|unix.LOCK_NB); err != nil {
		f.Close()
		return nil, fmt.Errorf("lock %s: %w (another run is under way)", f.Name(), err)
	}
	return f, nil
}

// muslFlags puts musl's headers and the kernel's in the place of glibc's, and
// after them what other libraries have installed on this machine.
func (w *workspace) muslFlags() ([]string, error) {
	kernel, extra := filepath.Join(w.state, "kernel"), filepath.Join(w.state, "extra")
	for _, dir := range []string{kernel, extra} {
		if err := os.RemoveAll(dir); err != nil {
			return nil, err
		}
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return nil, err
		}
	}
	for _, name := range []string{"linux", "asm-generic", "mtd", "misc", "rdma", "sound", "video", "xen", w.machine.GNU + "/asm"} {
		if err := os.Symlink(filepath.Join("/usr/include", name), filepath.Join(kernel, filepath.Base(name))); err != nil {
			return nil, err
		}
	}
	lists, err := filepath.Glob("/var/lib/dpkg/info/*-dev*.list")
	if err != nil {
		return nil, err
	}
	for _, list := range lists {
		if base := filepath.Base(list); strings.HasPrefix(base, "libc6-dev") || strings.HasPrefix(base, "libstdc++") || strings.HasPrefix(base, "libcrypt-dev") || strings.HasPrefix(base, "linux-libc-dev") || strings.HasPrefix(base, "musl-dev") {
			continue
		}
		text, err := os.ReadFile(list)
		if err != nil {
			return nil, err
		}
		for _, path := range strings.Fields(string(text)) {
			rel, ok := strings.CutPrefix(strings.Replace(path, "/"+w.machine.GNU+"/", "/", 1), "/usr/include/")
			if info, err := os.Stat(path); !ok || err != nil || info.IsDir() {
				continue
			}
			to := filepath.Join(extra, rel)
			if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
				return nil, err
			}
			if err := os.Symlink(path, to); err != nil && !errors.Is(err, fs.ErrExist) { // /usr/include and its multiarch twin
				return nil, err
			}
		}
	}
	return []string{"--target=" + w.machine.Triple, "-nostdlibinc", "-isystem", w.headers, "-isystem", kernel, "-idirafter", extra}, nil
}

func (w *workspace) measure(ctx context.Context, p pkg, libc []string) (result, error) {
	r := result{name: p.name}
	tree, err := w.tree(ctx, p)
	if err != nil {
		return r, err
	}
	calls, err := w.build(ctx, p, tree)
	if err != nil {
		return r, err
	}
	r.files = len(calls)
	truth, live, err := w.remember(p.name, func() ([]fault, map[spot]bool, error) { return w.truth(ctx, p, tree, calls, libc) })
	if err != nil {
		return r, err
	}
	rep, err := scan.Tree(ctx, tree, scan.Options{Target: musl.Stage3().String(), Config: configHeaders(tree), Defines: defines(calls)})
	if err != nil {
		return r, err
	}
	return r, r.compare(truth, live, rep.Findings)
}

// configHeaders lists what configure wrote, relative to the tree.
func configHeaders(tree string) []string {
	var out []string
	_ = filepath.WalkDir(tree, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && strings.HasSuffix(path, ".h") {
			if _, err := os.Stat(path + ".in"); err == nil || d.Name() == "config.h" {
				rel, _ := filepath.Rel(tree, path)
				out = append(out, rel)
			}
		}
		return nil
	})
	return out
}

// defines are the -D of all calls.
func defines(calls []command) []string {
	var out []string
	for _, c := range calls {
		for i, a := range c.args {
			if a == "-D" && i+1 < len(c.args) {
				a += c.args[i+1]
			}
			if d, ok := strings.CutPrefix(a, "-D"); ok && d != "" && !slices.Contains(out, d) {
				out = append(out, d)
			}
		}
	}
	return out
}

// truth compiles every file with both libraries.
func (w *workspace) truth(ctx context.Context, p pkg, tree string, calls []command, libc []string) ([]fault, map[spot]bool, error) {
	stubs := filepath.Join(w.state, "stubs", p.name)
	if err := os.RemoveAll(stubs); err != nil {
		return nil, nil, err
	}
	var mu sync.Mutex
	var all []fault
	var first error
	live := map[spot]bool{}
	queue := make(chan command)
	var wg sync.WaitGroup
	for worker := range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for c := range queue {
				dir := filepath.Join(stubs, fmt.Sprint(worker))
				_ = os.RemoveAll(dir)
				mine := map[spot]bool{}
				with, err1 := w.compile(ctx, c, tree, filepath.Join(dir, "g"), nil)
				without, err2 := w.compile(ctx, c, tree, filepath.Join(dir, "m"), libc)
				err3 := w.liveLines(ctx, c, tree, mine)
				mu.Lock()
				for _, err := range []error{err1, err2, err3} {
					if first == nil {
						first = err
					}
				}
				if len(with) == 0 { // it compiles with glibc
					all = append(all, without...)
					for s := range mine {
						live[s] = true
					}
				}
				mu.Unlock()
			}
		})
	}
	for _, c := range calls {
		queue <- c
	}
	close(queue)
	wg.Wait()
	return all, live, first
}
