package getconf_test

import (
	"os/exec"
	"runtime"
	"strings"
	"testing"
)

// TestCaches compares the cache variables on CPUs that qemu-user imitates:
// AMD's and Intel's, with and without a third level, with few CPUID leaves,
// and of other vendors.
func TestCaches(t *testing.T) {
	needHost(t)
	if runtime.GOARCH != "amd64" {
		t.Skip("the host's getconf is not an x86_64 program")
	}
	qemu := need(t, "qemu-x86_64", "qemu-x86_64-static")
	for _, cpu := range []string{
		"qemu64", "max", "EPYC", "EPYC-Milan", "Opteron_G1", "phenom", "Dhyana", "EPYC,xlevel=0x80000005", "EPYC,xlevel=0x80000006",
		"Skylake-Client", "Haswell", "Penryn", "Haswell,l3-cache=off", "Haswell,level=1", "Haswell,level=2", "Haswell,level=4",
		"Haswell,vendor=CentaurHauls", "Haswell,vendor=  Shanghai  ", "EPYC,vendor=  Shanghai  ", "EPYC,vendor=HygonGenuine",
	} {
		imitated := func(path string, env []string) (caches string, ok bool) {
			cmd := exec.Command(qemu, "-cpu", cpu, path, "-a")
			cmd.Env = env
			out, err := cmd.Output()
			for _, line := range strings.Split(string(out), "\n") {
				if strings.HasPrefix(line, "LEVEL") {
					caches += line + "\n"
				}
			}
			return caches, err == nil
		}
		theirs, ok := imitated(hostOwn, muslMode)
		if !ok {
			t.Errorf("%s: glibc's getconf does not run there", cpu)
			continue
		}
		if we, _ := imitated(ours, glibcMode); theirs != we {
			t.Errorf("%s:\n%s", cpu, lineDiff(theirs, we))
		}
	}
}
