package chroot

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/limit"
	"golang.org/x/sys/unix"
)

// TestCallersLimitsStayOutside lowers limits of this process, and reads those of a
// confined command.
func TestCallersLimitsStayOutside(t *testing.T) {
	limits := limit.Limits{Kernel: limit.Kernel{Processes: 1000, Files: 500, FileSize: 1 << 40}}.Kernel
	spec := Spec{Root: newRoot(t), Confined: true, Limits: limits, Args: []string{"inside", "limits"}}
	for _, raised := range []int{unix.RLIMIT_RTPRIO, unix.RLIMIT_NICE} {
		var own unix.Rlimit
		if err := unix.Getrlimit(raised, &own); err != nil {
			t.Fatal(err)
		}
		if unix.Setrlimit(raised, &unix.Rlimit{Cur: 20, Max: max(20, own.Max)}) == nil { // root may
			defer unix.Setrlimit(raised, &own)
		}
	}
	_, before := runIn(t, spec)
	for _, want := range []string{"Max processes 1000 1000", "Max open files 500 500", "Max file size 1099511627776 1099511627776", "Max core file size 0 0", "Max realtime priority 0 0", "Max nice priority 0 0", "Max stack size 8388608"} {
		if !strings.Contains(before, want) {
			t.Errorf("%q is not in\n%s", want, before)
		}
	}
	for resource, soft := range map[int]uint64{unix.RLIMIT_STACK: 16 << 20, unix.RLIMIT_FSIZE: 1 << 30, unix.RLIMIT_DATA: 8 << 30} {
		var own unix.Rlimit
		if err := unix.Getrlimit(resource, &own); err != nil {
			t.Fatal(err)
		}
		if err := unix.Setrlimit(resource, &unix.Rlimit{Cur: soft, Max: own.Max}); err != nil {
			t.Fatal(err)
		}
		defer unix.Setrlimit(resource, &own)
	}
	mask := unix.Umask(0o077)
	defer unix.Umask(mask)
	if _, after := runIn(t, spec); after != before {
		t.Errorf("with other limits of the caller:\n%s\nwithout:\n%s", after, before)
	}
}

// TestTooLittleIsSaid runs itself with a hard limit that no user can raise.
func TestTooLittleIsSaid(t *testing.T) {
	if os.Getenv("FEW_FILES") == "" {
		command := exec.Command("/proc/self/exe", "-test.run=^TestTooLittleIsSaid$", "-test.v")
		command.Env = append(os.Environ(), "FEW_FILES=1")
		if out, err := command.CombinedOutput(); err != nil {
			t.Errorf("%v: %s", err, out)
		}
		return
	}
	var own unix.Rlimit
	if err := unix.Getrlimit(unix.RLIMIT_NOFILE, &own); err != nil {
		t.Fatal(err)
	}
	r := resource{number: unix.RLIMIT_NOFILE, option: "n", soft: own.Max * 2, hard: own.Max * 2, least: own.Max + 1}
	if own.Max >= 1<<30 || unix.Setrlimit(r.number, &unix.Rlimit{Cur: r.soft, Max: r.hard}) == nil {
		// Beyond fs.nr_open, which root can't pass either.
		r.soft, r.hard, r.least = unlimited-1, unlimited-1, unlimited-1
	}
	if err := r.apply(); err == nil || !strings.Contains(err.Error(), "ulimit -Hn") || !strings.Contains(err.Error(), "a build needs at least") {
		t.Errorf("%v", err)
	}
}
