package limit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestParseSize(t *testing.T) {
	for text, want := range map[string]Size{"0": 0, "512": 512, "8G": 8 << 30, "100m": 100 << 20, "2KiB": 2048, "3TB": 3 << 40, " 1k": 1024} {
		got, err := ParseSize(text)
		if err != nil || got != want {
			t.Errorf("%q: %d, %v; want %d", text, got, err, want)
		}
		if again, err := ParseSize(got.String()); err != nil || again != got {
			t.Errorf("%d is written %s, which is read as %d", got, got, again)
		}
	}
	for _, text := range []string{"", "G", "-1", "1.5G", "8 G", "9999999T", "99999999999999999999", "1KM", "x"} {
		if got, err := ParseSize(text); err == nil {
			t.Errorf("%q is read as %d", text, got)
		}
	}
}

func TestExceededIsOneLine(t *testing.T) {
	for _, test := range []struct {
		e    Exceeded
		want string
	}{
		{Exceeded{TimeOption, "3s", 3 * time.Second, ""}, "stopped after 3 s: its time limit (--time-limit 3s)"},
		{Exceeded{SilenceOption, "1h", 90 * time.Minute, "it printed nothing"}, "stopped after 1h30m: its limit of silence (--silence-limit 1h): it printed nothing"},
	} {
		if got := test.e.Error(); got != test.want {
			t.Errorf("%q, want %q", got, test.want)
		}
	}
}

func TestResolve(t *testing.T) {
	got, machine := Default().Resolve(), machineMemory()
	if got.Memory <= 0 || got.Memory > machine || got.Temporary <= 0 || got.Temporary > machine/2 || got.Temporary > got.Memory {
		t.Errorf("memory %d, in /tmp and /dev %d, of %d", got.Memory, got.Temporary, machine)
	}
	own := Limits{Kernel: Kernel{Memory: 1 << 30, Temporary: Automatic}}.Resolve()
	if own.Memory != 1<<30 || own.Temporary != 1<<29 {
		t.Errorf("%+v", own)
	}
	if none := (Limits{}).Resolve(); none != (Limits{}) {
		t.Errorf("no limits became %+v", none)
	}
}

// watch runs something within limits and returns why it was stopped, or nil.
func watch(t *testing.T, l Limits, log *bytes.Buffer, tree string, do func(ctx context.Context, g *Guard)) error {
	t.Helper()
	ctx, guard, err := l.Watch(context.Background(), log, tree)
	if err != nil {
		t.Fatal(err)
	}
	do(ctx, guard)
	cause := context.Cause(ctx)
	guard.Close()
	return cause
}

// untilStopped waits until the limits end it.
func untilStopped(ctx context.Context, _ *Guard) {
	select {
	case <-ctx.Done():
	case <-time.After(time.Minute):
	}
}

func TestGuardStops(t *testing.T) {
	tree := t.TempDir()
	for _, test := range []struct {
		option string
		limits Limits
		do     func(ctx context.Context, g *Guard)
	}{
		{TimeOption, Limits{Time: 50 * time.Millisecond}, untilStopped},
		{SilenceOption, Limits{Silence: 50 * time.Millisecond, Time: time.Hour}, untilStopped},
		{LogOption, Limits{Log: 1 << 10}, func(ctx context.Context, g *Guard) {
			g.Log().Write(bytes.Repeat([]byte("line\n"), 1000))
		}},
		{DiskOption, Limits{Disk: 1 << 20}, func(ctx context.Context, g *Guard) {
			if err := os.WriteFile(filepath.Join(tree, "big"), bytes.Repeat([]byte{1}, 3<<20), 0o644); err != nil {
				t.Error(err)
			}
			untilStopped(ctx, g)
		}},
		{DiskOption, Limits{Disk: 1 << 20}, func(ctx context.Context, g *Guard) {
			g.Of(os.Getpid())
			file, err := os.Create(filepath.Join(tree, "removed"))
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			if err := errors.Join(os.RemoveAll(filepath.Join(tree, "big")), os.Remove(file.Name())); err != nil {
				t.Error(err)
			}
			file.Write(bytes.Repeat([]byte{1}, 3<<20))
			untilStopped(ctx, g)
		}},
		{"", Limits{Time: time.Hour, Silence: time.Hour, Log: 1 << 10, Disk: 1 << 40}, func(_ context.Context, g *Guard) {
			g.Log().Write([]byte("line\n"))
		}},
	} {
		var log bytes.Buffer
		err := watch(t, test.limits, &log, tree, test.do)
		var reached *Exceeded
		if errors.As(err, &reached) != (test.option != "") || reached != nil && reached.Option != test.option {
			t.Errorf("stopped by %v, want %q", err, test.option)
		}
		if Size(log.Len()) > 1<<10 {
			t.Errorf("the log has %d bytes", log.Len())
		}
	}
}

func TestLogSaysThatItIsCut(t *testing.T) {
	var log bytes.Buffer
	watch(t, Limits{Log: 1 << 10}, &log, t.TempDir(), func(_ context.Context, g *Guard) {
		for i := range 1000 {
			if n, err := fmt.Fprintf(g.Log(), "line %d\n", i); n == 0 || err != nil {
				t.Errorf("%d, %v: the build would get a signal before the driver ends it", n, err)
			}
		}
	})
	if log.Len() > 1<<10 || !strings.HasPrefix(log.String(), "line 0\n") || !strings.HasSuffix(log.String(), closing) {
		t.Errorf("%d bytes: %s", log.Len(), log.String())
	}
}

type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space") }

func TestLogThatCannotBeWritten(t *testing.T) {
	ctx, guard, err := Limits{}.Watch(context.Background(), fullDisk{})
	if err != nil {
		t.Fatal(err)
	}
	defer guard.Close()
	guard.Log().Write([]byte("x"))
	if cause := context.Cause(ctx); cause == nil || cause.Error() != "write the log: no space" {
		t.Errorf("%v", cause)
	}
}

// TestCountIsOfDu compares with du(1), which also counts a file once.
func TestCountIsOfDu(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(outside, "big"), make([]byte, 1<<20), 0o644); err != nil {
		t.Fatal(err)
	}
	for name, size := range map[string]int{"a": 5000, "b/c": 70000, "b/d/e": 1, "b/d/f": 300000} {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, bytes.Repeat([]byte{7}, size), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(
		os.Link(filepath.Join(dir, "b/d/f"), filepath.Join(dir, "again")),
		os.Symlink(outside, filepath.Join(dir, "b/out")),
		os.WriteFile(filepath.Join(dir, "sparse"), nil, 0o644),
		os.Truncate(filepath.Join(dir, "sparse"), 1<<40),
	); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("du", "--summarize", "--block-size=512", dir).Output()
	if err != nil {
		t.Fatal(err)
	}
	var blocks Size
	fmt.Sscan(string(out), &blocks)
	top, err := exec.Command("stat", "--format=%b", dir).Output() // which we leave out
	if err != nil {
		t.Fatal(err)
	}
	var own Size
	fmt.Sscan(string(top), &own)
	if got := count(context.Background(), []string{dir}); got.bytes != (blocks-own)*512 {
		t.Errorf("%d bytes, du says %d", got.bytes, (blocks-own)*512)
	}
}

// BenchmarkCount walks 100,000 files.
func BenchmarkCount(b *testing.B) {
	dir := b.TempDir()
	for d := range 100 {
		sub := filepath.Join(dir, fmt.Sprint(d))
		if err := os.Mkdir(sub, 0o755); err != nil {
			b.Fatal(err)
		}
		for f := range 1000 {
			if err := os.WriteFile(filepath.Join(sub, fmt.Sprint(f)), nil, 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
	for b.Loop() {
		if got := count(context.Background(), []string{dir}); got.files != 100100 {
			b.Fatal(got.files)
		}
	}
}
