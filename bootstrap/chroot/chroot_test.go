package chroot

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

func TestMain(m *testing.M) {
	Main()
	os.Exit(m.Run())
}

// newRoot makes a root with the test's own static program in it.
func newRoot(t *testing.T) string {
	t.Helper()
	root := t.TempDir()
	for _, dir := range append(MountPoints(), "build", "tools") {
		if err := os.Mkdir(filepath.Join(root, dir), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	program, err := inside()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(root, "inside"), program, 0o755); err != nil {
		t.Fatal(err)
	}
	return root
}

// inside is the static program that runs in the roots.
var inside = sync.OnceValues(func() ([]byte, error) {
	if built := os.Getenv(insideFile); built != "" {
		return os.ReadFile(built)
	}
	dir, err := os.MkdirTemp("", "inside-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	build := exec.Command("go", "build", "-o", filepath.Join(dir, "inside"), "./testdata/inside")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("%w\n%s", err, out)
	}
	return os.ReadFile(filepath.Join(dir, "inside"))
})

func runIn(t *testing.T, spec Spec) (Result, string) {
	t.Helper()
	var out bytes.Buffer
	if spec.Dir == "" {
		spec.Dir = "/"
	}
	spec.Env = append(spec.Env, "PATH=/")
	result, err := Run(context.Background(), spec, Streams{Out: &out, Err: &out})
	if err != nil {
		t.Fatal(err)
	}
	return result, out.String()
}

func mounts(t *testing.T) string {
	t.Helper()
	text, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestNamespaces(t *testing.T) {
	before := mounts(t)
	_, out := runIn(t, Spec{Root: newRoot(t), Args: []string{"inside", "facts"}, Hostname: "stage3"})
	if want := "ppid 1 namespaces true interfaces 1 host stage3\n"; out != want {
		t.Errorf("got %q, want %q", out, want)
	}
	if after := mounts(t); after != before {
		t.Errorf("mounts changed:\n%s", after)
	}
}

func TestWritesStayWhereAllowed(t *testing.T) {
	work, tools := t.TempDir(), t.TempDir()
	root := newRoot(t)
	_, out := runIn(t, Spec{
		Root: root, ReadOnlyRoot: true,
		Mounts: []Mount{{Source: work, Target: "/build"}, {Source: tools, Target: "/tools", ReadOnly: true}},
		Args:   []string{"inside", "write", "/x", "/tools/x", "/build/x", "/tmp/x", "/dev/null", "/dev/shm/x"},
	})
	want := "/x false\n/tools/x false\n/build/x true\n/tmp/x true\n/dev/null true\n/dev/shm/x true\n"
	if out != want {
		t.Errorf("got\n%swant\n%s", out, want)
	}
	if _, err := os.Stat(filepath.Join(work, "x")); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(filepath.Join(root, "tmp")); len(left) > 0 {
		t.Error("the chroot's /tmp is the root's")
	}
}

// TestTargetsStayInside has a mount point that is a link out of the root.
func TestTargetsStayInside(t *testing.T) {
	root, outside, work := newRoot(t), t.TempDir(), t.TempDir()
	if err := os.Remove(filepath.Join(root, "build")); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(outside, filepath.Join(root, "build")); err != nil {
		t.Fatal(err)
	}
	_, err := Run(context.Background(), Spec{
		Root: root, Mounts: []Mount{{Source: work, Target: "/build"}}, Dir: "/", Env: []string{"PATH=/"},
		Args: []string{"inside", "write", "/build/x"},
	}, Streams{})
	if err == nil {
		t.Error("mounted on a link that leads out of the root")
	}
	if left, _ := os.ReadDir(outside); len(left) > 0 {
		t.Error("written outside")
	}
}

func TestStatusEnvironmentAndLeftovers(t *testing.T) {
	root := newRoot(t)
	if result, _ := runIn(t, Spec{Root: root, Args: []string{"inside", "exit"}}); result.Status != 7 {
		t.Errorf("status %d, want 7", result.Status)
	}
	t.Setenv("SECRET", "of the caller")
	if _, out := runIn(t, Spec{Root: root, Env: []string{"A=b"}, Args: []string{"inside", "env"}}); out != "A=b PATH=/\n" {
		t.Errorf("environment %q", out)
	}
	result, _ := runIn(t, Spec{Root: root, Args: []string{"inside", "leave"}})
	if len(result.Leftover) != 1 || !strings.Contains(result.Leftover[0], "sleep") {
		t.Errorf("leftover %q", result.Leftover)
	}
	if result.MaxRSS <= 0 {
		t.Errorf("peak memory %d", result.MaxRSS)
	}
}

func TestMissingProgramAndRoot(t *testing.T) {
	spec := Spec{Root: newRoot(t), Dir: "/", Env: []string{"PATH=/"}, Args: []string{"nothing"}}
	if _, err := Run(context.Background(), spec, Streams{}); err == nil || !strings.Contains(err.Error(), "nothing") {
		t.Errorf("got %v", err)
	}
	spec.Root = filepath.Join(spec.Root, "missing")
	if _, err := Run(context.Background(), spec, Streams{}); err == nil || !strings.Contains(err.Error(), "missing") {
		t.Errorf("got %v", err)
	}
}

// TestCancelEndsEverything also covers a kill of the caller: both close the pipe
// that the first process watches.
func TestCancelEndsEverything(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	root := newRoot(t)
	done := make(chan error)
	go func() {
		_, err := Run(ctx, Spec{Root: root, Dir: "/", Env: []string{"PATH=/"}, Args: []string{"inside", "sleep"}}, Streams{})
		done <- err
	}()
	time.Sleep(100 * time.Millisecond)
	cancel()
	if err := <-done; err != context.Canceled {
		t.Errorf("got %v", err)
	}
}

// TestNetworkAttemptsAreNamed also covers that they lead nowhere.
func TestNetworkAttemptsAreNamed(t *testing.T) {
	root := newRoot(t)
	for _, test := range []struct {
		args, want, out string
	}{
		{"reach 192.0.2.1:80", "inside reach 192.0.2.1:80 → 192.0.2.1:80", "192.0.2.1:80 false\n"},
		{"reach [2001:db8::1]:443", "inside reach [2001:db8::1]:443 → [2001:db8::1]:443", "[2001:db8::1]:443 false\n"},
		{"reach 127.0.0.1:53", "inside reach 127.0.0.1:53 → 127.0.0.1 port 53, to look up a name", "127.0.0.1:53 false\n"},
		{"send 192.0.2.7", "inside send 192.0.2.7 → 192.0.2.7:7", "false false\n"},
		{"reach 127.0.0.1:9", "", "127.0.0.1:9 false\n"},
		{"exit", "", ""},
	} {
		result, out := runIn(t, Spec{Root: root, Confined: true, Args: append([]string{"inside"}, strings.Fields(test.args)...)})
		// IPv4 destinations of a dual-stack socket are written ::ffff:a.b.c.d.
		got := strings.ReplaceAll(strings.Join(result.Network, "; "), "[::ffff:192.0.2.7]", "192.0.2.7")
		if got != test.want || out != test.out {
			t.Errorf("%s: noted %q, want %q; printed %q, want %q", test.args, got, test.want, out, test.out)
		}
	}
}

func TestConfinedLeavesTheMachineAlone(t *testing.T) {
	_, out := runIn(t, Spec{Root: newRoot(t), ReadOnlyRoot: true, Confined: true, Args: []string{"inside", "remount"}})
	if out != "false false\n" {
		t.Errorf("remounting and making a device: %q", out)
	}
	// What would be written is what is there.
	_, out = runIn(t, Spec{Root: newRoot(t), Confined: true, Args: []string{"inside", "write", "/proc/sys/vm/swappiness", "/tmp/x"}})
	if want := "/proc/sys/vm/swappiness false\n/tmp/x true\n"; out != want {
		t.Errorf("got %q, want %q", out, want)
	}
}

// TestDescriptorsStayOutside has a file of the caller's that is not close-on-exec.
func TestDescriptorsStayOutside(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "secret")
	if err := os.WriteFile(secret, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	fd, err := unix.Open(secret, unix.O_RDONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer unix.Close(fd)
	if _, out := runIn(t, Spec{Root: newRoot(t), Args: []string{"inside", "descriptors"}}); out != "" {
		t.Errorf("the command has %q", out)
	}
}

// sortLines is for comparing what comes in no order.
func sortLines(text string) []string { return slices.Sorted(strings.Lines(text)) }

// TestBytesOfArguments has an argument and a variable that are no UTF-8.
func TestBytesOfArguments(t *testing.T) {
	const odd = "a\xffb"
	for _, confined := range []bool{true, false} {
		spec := Spec{Root: newRoot(t), Confined: confined, Env: []string{"ODD=" + odd}, Args: []string{"inside", "write", "/tmp/" + odd}}
		if _, out := runIn(t, spec); out != "/tmp/"+odd+" true\n" {
			t.Errorf("confined %v: an argument became %q", confined, out)
		}
		spec.Args = []string{"inside", "env"}
		if _, out := runIn(t, spec); !strings.Contains(out, "ODD="+odd) {
			t.Errorf("confined %v: a variable became %q", confined, out)
		}
	}
}

// TestEndlessCommandLine leaves a process that says that 64 GiB are its command line.
func TestEndlessCommandLine(t *testing.T) {
	result, out := runIn(t, Spec{Root: newRoot(t), Confined: true, Args: []string{"inside", "pose"}})
	if out != "<nil>\n" && !strings.Contains(out, "invalid argument") { // a kernel without CONFIG_CHECKPOINT_RESTORE
		t.Errorf("%q", out)
	}
	if len(result.Leftover) != 1 || len(result.Leftover[0]) > 2*maxName {
		t.Errorf("leftover %q", result.Leftover)
	}
}
