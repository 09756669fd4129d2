package main

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"time"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
	"golang.org/x/sys/unix"
)

// sampled is the share of files that clang checks: one of so many. All of them
// would take minutes.
const sampled = 25

// speed measures the scan of systemd beside clang -fsyntax-only, in the same
// run, and writes speed.md. Times are of the processor: the machine may be busy.
func (w *workspace) speed(ctx context.Context) error {
	pkgs, err := w.packages("speed.tsv", nil)
	if err != nil {
		return err
	}
	tree, err := w.tree(ctx, pkgs[0])
	if err != nil {
		return err
	}
	var sources [][]byte
	var units []string
	size, lines := 0, 0
	err = filepath.WalkDir(tree, func(path string, d fs.DirEntry, err error) error {
		ext := filepath.Ext(path)
		if err != nil || !d.Type().IsRegular() || ext != ".c" && ext != ".h" {
			return err
		}
		text, err := os.ReadFile(path)
		sources = append(sources, text)
		size += len(text)
		lines += bytes.Count(text, []byte{'\n'})
		if ext == ".c" {
			units = append(units, path)
		}
		return err
	})
	if err != nil {
		return err
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# Speed\n\nWritten by `make accuracy`, on %s %s: %d C files and headers, %.1f MB, %d lines.\nTimes are processor time; wall time depends on what else the machine does.\n\n| what | processor | wall | memory |\n|---|---|---|---|\n",
		pkgs[0].name, pkgs[0].version, len(sources), float64(size)/1e6, lines)
	cpu := lexAll(sources)
	fmt.Fprintf(&b, "| lexer alone, %.0f MB/s | %.2f s | – | – |\n", float64(size)/1e6/cpu.Seconds(), cpu.Seconds())
	bin := filepath.Join(w.state, "wildebeest")
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", bin, "./cmd/wildebeest").CombinedOutput(); err != nil {
		return fmt.Errorf("build wildebeest: %w\n%s", err, out)
	}
	cache, err := os.MkdirTemp("", "speed-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(cache)
	times := map[string]time.Duration{}
	for _, run := range []struct {
		name string
		args []string
	}{
		{"scan --precise=never", []string{"--no-cache", "--precise=never"}},
		{"scan --precise=auto", []string{"--no-cache"}},
		{"scan, first", nil},
		{"scan, again", nil},
	} {
		cmd := exec.CommandContext(ctx, bin, append(append([]string{"scan", "--summary"}, run.args...), tree)...)
		cmd.Env = append(os.Environ(), "XDG_CACHE_HOME="+cache)
		took, err := timed(&b, run.name, cmd)
		if err != nil {
			return err
		}
		times[run.name] = took
	}
	clang, n, err := w.clangAll(ctx, tree, units)
	if err != nil {
		return err
	}
	fmt.Fprintf(&b, "| clang -fsyntax-only, from %d of %d files | %.0f s | – | – |\n\n", n, len(units), clang.Seconds())
	for _, name := range []string{"scan --precise=never", "scan --precise=auto"} {
		fmt.Fprintf(&b, "`%s` takes 1/%.0f of clang's time.\n", name, clang.Seconds()/times[name].Seconds())
	}
	fmt.Print(b.String())
	return os.WriteFile(filepath.Join(w.here, "speed.md"), []byte(b.String()), 0o666)
}

// lexAll returns the processor time to lex everything once, the best of five.
func lexAll(sources [][]byte) time.Duration {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	best := time.Duration(1 << 62)
	for range 5 {
		before := threadTime()
		for _, text := range sources {
			x := lex.New(text, false)
			for x.Next().Kind != lex.EOF {
			}
		}
		best = min(best, threadTime()-before)
	}
	return best
}

func threadTime() time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

func timed(b *strings.Builder, name string, cmd *exec.Cmd) (time.Duration, error) {
	start := time.Now()
	if out, err := cmd.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	wall := time.Since(start)
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	usage, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return 0, fmt.Errorf("%s: no resource usage", name)
	}
	fmt.Fprintf(b, "| %s | %.2f s | %.2f s | %d MB |\n", name, cpu.Seconds(), wall.Seconds(), usage.Maxrss/1024)
	return cpu, nil
}

// clangAll checks a sample of the units and extrapolates to all. The tree is
// not configured: an empty config.h stands in, and errors do not stop clang.
func (w *workspace) clangAll(ctx context.Context, tree string, units []string) (time.Duration, int, error) {
	stubs := filepath.Join(w.state, "speed-stubs")
	if err := os.MkdirAll(stubs, 0o777); err != nil {
		return 0, 0, err
	}
	if err := os.WriteFile(filepath.Join(stubs, "config.h"), nil, 0o666); err != nil {
		return 0, 0, err
	}
	args := []string{"-fsyntax-only", "-w", "-ferror-limit=0", "-D_GNU_SOURCE", "-I" + stubs}
	dirs, err := filepath.Glob(filepath.Join(tree, "src", "*"))
	if err != nil {
		return 0, 0, err
	}
	for _, d := range dirs {
		args = append(args, "-I"+d)
	}
	total, n := time.Duration(0), 0
	for i := 0; i < len(units); i += sampled {
		cmd := exec.CommandContext(ctx, "clang", append(args[:len(args):len(args)], units[i])...)
		_ = cmd.Run() // it ends with errors; its time is what counts
		if ctx.Err() != nil {
			return 0, 0, ctx.Err()
		}
		total += cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
		n++
	}
	return total * time.Duration(len(units)) / time.Duration(n), n, nil
}
