package trees

import (
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"syscall"
	"testing"
)

// runMeasured makes the test's own program run the command of its arguments and
// write to standard error how much memory that held. Linux counts what the parent
// holds as the child's, where the child begins in the parent's memory; this one
// holds little, unlike a test that has made large trees.
const runMeasured = "WILDEBEEST_RUN_MEASURED"

var resident = regexp.MustCompile(`(?m)^resident: (\d+) KiB$`)

func TestMain(m *testing.M) {
	if os.Getenv(runMeasured) == "" {
		os.Exit(m.Run())
	}
	cmd := exec.Command(os.Args[1], os.Args[2:]...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	err := cmd.Run()
	if cmd.ProcessState == nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	// of the process, or of one that it started
	fmt.Fprintf(os.Stderr, "\nresident: %d KiB\n", cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss)
	os.Exit(cmd.ProcessState.ExitCode())
}

// measured is a command whose standard error ends with what largest reads.
func measured(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	// The program is in a directory that an ordinary user may not enter.
	cmd := exec.CommandContext(t.Context(), "/proc/self/exe", args...)
	cmd.Env = append(os.Environ(), runMeasured+"=1")
	return cmd
}

// largest is how much memory a measured command held, in bytes.
func largest(t *testing.T, errs string) int64 {
	t.Helper()
	found := resident.FindStringSubmatch(errs)
	if found == nil {
		t.Fatalf("the command did not say what it held: %.2000s", errs)
	}
	kib, err := strconv.ParseInt(found[1], 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	return kib << 10
}
