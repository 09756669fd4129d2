package getconf_test

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/serpent-os/wildebeest/internal/namespace"
)

// toolInside is the variable that tells a test that it runs in its own mount
// namespace, and where the tool is.
const toolInside = "GETCONF_TOOL"

// inNamespace runs the test again in a mount namespace of its own, and returns
// true there; outside it reports what happened and returns false.
func inNamespace(t *testing.T) bool {
	t.Helper()
	if _, ok := os.LookupEnv(toolInside); ok {
		return true
	}
	cmd := exec.Command(os.Args[0], "-test.run=^"+t.Name()+"$", "-test.v")
	cmd.Env = append(os.Environ(), toolInside+"="+ours)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	namespace.Private(cmd, 0)
	out, err := cmd.CombinedOutput()
	if cmd.ProcessState == nil {
		lacking(t, "the kernel gives no mount namespace: %v", err)
	}
	t.Logf("%s", out)
	if err != nil {
		t.Errorf("in the namespace: %v", err)
	}
	return false
}

// mount mounts a file system of that kind, or says why it cannot.
func mount(source, target, kind, data string) error {
	if err := os.MkdirAll(target, 0o755); err != nil {
		return err
	}
	if err := syscall.Mount(source, target, kind, 0, data); err != nil {
		return fmt.Errorf("mount %s: %w", kind, err)
	}
	return nil
}

// mountImage makes a file system in a sparse file and mounts it on a loop
// device; the error is that the machine does not let it.
func mountImage(t *testing.T, target, kind string, megabytes int64) error {
	t.Helper()
	image := target + ".image"
	if err := os.WriteFile(image, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(image, megabytes<<20); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(target, 0o755); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command(need(t, "mkfs."+kind), "-q", image).CombinedOutput(); err != nil {
		t.Fatalf("mkfs.%s: %v: %s", kind, err, out)
	}
	out, err := exec.Command("mount", "-t", kind, "-o", "loop", image, target).CombinedOutput()
	if err != nil {
		return fmt.Errorf("loop mount of %s: %s", kind, strings.TrimSpace(string(out)))
	}
	return nil
}

// knows says whether the kernel has that kind of file system.
func knows(kind string) bool {
	list, err := os.ReadFile("/proc/filesystems")
	return err == nil && strings.Contains("\n"+string(list), "\t"+kind+"\n")
}
