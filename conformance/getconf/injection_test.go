package getconf_test

import (
	"encoding/binary"
	"encoding/hex"
	"fmt"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
)

// canTrace says why strace cannot change system calls here, or "".
var canTrace = sync.OnceValue(func() string {
	if runtime.GOARCH != "amd64" {
		return "the layouts that are put into system calls are those of x86_64"
	}
	out, err := exec.Command("strace", "-o", "/dev/null", "-e", "inject=statfs:error=EIO", "true").CombinedOutput()
	if err != nil {
		return fmt.Sprintf("strace does not work here (no ptrace?): %v %s", err, out)
	}
	return ""
})

// needTrace skips where strace cannot change system calls. On this machine's
// architecture it has to, in CI.
func needTrace(t *testing.T) {
	t.Helper()
	reason := canTrace()
	switch {
	case reason == "":
	case runtime.GOARCH != "amd64":
		t.Skip(reason)
	default:
		lacking(t, "%s", reason)
	}
}

var tamper = regexp.MustCompile(`(?m)^strace: poke_tcb: Failed to tamper with process .*\n`)

// injected runs a getconf under strace, which changes the answers of the
// kernel as the inject expressions say; trace names the system calls.
func injected(t *testing.T, path string, env, inject []string, args ...string) result {
	t.Helper()
	line := []string{"strace", "-f", "-o", "/dev/null", "-e", "trace=" + inject[0]}
	for _, expression := range inject[1:] {
		line = append(line, "-e", expression)
	}
	r := finish(t, &exec.Cmd{Path: need(t, "strace"), Args: append(append(line, path), args...), Env: env})
	// strace complains where the tool itself passes no buffer to fill.
	r.stderr = tamper.ReplaceAllString(strings.ReplaceAll(r.stderr, path, "getconf"), "")
	r.stdout = settled(r.stdout)
	return r
}

func compareInjected(t *testing.T, what string, inject []string, args ...string) {
	t.Helper()
	need(t, "strace")
	needTrace(t)
	theirs, we := injected(t, hostOwn, muslMode, inject, args...), injected(t, ours, glibcMode, inject, args...)
	if theirs != we {
		t.Errorf("%s: getconf %q\n%s%s exit codes %d, %d", what, args,
			lineDiff(theirs.stdout, we.stdout), lineDiff(theirs.stderr, we.stderr), theirs.code, we.code)
	}
}

// magics are the f_type numbers of linux/magic.h and statfs(2), with some that
// are in neither, and their neighbours.
var magics = []uint32{
	0, 0x2f, 0x187, 0x1373, 0x137d, 0x137f, 0x138f, 0x1cd1, 0x2468, 0x2478, 0x3434, 0x4244, 0x482b, 0x4d44, 0x4d5a, 0x517b, 0x564c, 0x6969,
	0x7275, 0x72b6, 0x9660, 0x9fa0, 0x9fa1, 0x9fa2, 0xadf5, 0xadff, 0xef51, 0xef53, 0xef54, 0xf15f, 0x11954, 0x27e0eb, 0x414a53, 0xc0ffee,
	0xc36400, 0x1021994, 0x1021997, 0x1161970, 0x12fd16d, 0x12ff7b4, 0x12ff7b5, 0x12ff7b6, 0x12ff7b7, 0x12ff7b8, 0x7655821, 0x9041934,
	0xbad1dea, 0xbd00bd0, 0x11307854, 0x15013346, 0x19800202, 0x1badface, 0x2011bab0, 0x28cd3d45, 0x2fc12fc1, 0x3153464a, 0x42465331,
	0x42494e4d, 0x43415d53, 0x453dcd28, 0x47504653, 0x50495045, 0x52654973, 0x5346414f, 0x5346544e, 0x534f434b, 0x5346544f, 0x58465342,
	0x5a4f4653, 0x61756673, 0x6165676c, 0x62646576, 0x62656572, 0x63677270, 0x64626720, 0x65735546, 0x65735543, 0x67596969, 0x6b414653,
	0x6e736673, 0x73636673, 0x73717368, 0x73727279, 0x73757245, 0x7461636f, 0x74726163, 0x786f4256, 0x794c7630, 0x858458f6, 0x9123683e,
	0x958458f6, 0xa501fcf5, 0xabba1974, 0xca451a4e, 0xcafe4a11, 0xde5e81e4, 0xe0f5e1e2, 0xf2f52010, 0xf97cff8c, 0xf995e849, 0xfe534d42,
	0xff534d42, 0xffffffff,
}

// TestFileSystems puts every magic number into the answer of statfs.
func TestFileSystems(t *testing.T) {
	needHost(t)
	for _, magic := range magics {
		kind := binary.LittleEndian.AppendUint64(nil, uint64(magic))
		compareInjected(t, fmt.Sprintf("f_type %#x", magic),
			[]string{"statfs", "inject=statfs:poke_exit=@arg2=" + hex.EncodeToString(kind)}, "-a", t.TempDir())
	}
}

// TestSizes puts sizes into the answer of statfs that differ from each other.
func TestSizes(t *testing.T) {
	needHost(t)
	for _, sizes := range []struct{ block, name, fragment uint64 }{{1111, 222, 3333}, {1111, 0, 0}, {0, 1 << 20, 1 << 30}} {
		var answer []byte
		for _, field := range []uint64{0xef53, sizes.block, 10, 9, 8, 7, 6, 0x200000001, sizes.name, sizes.fragment, 0} {
			answer = binary.LittleEndian.AppendUint64(answer, field)
		}
		compareInjected(t, fmt.Sprint(sizes), []string{"statfs", "inject=statfs:poke_exit=@arg2=" + hex.EncodeToString(answer)}, "-a", "/")
	}
}

// TestPathErrors: the texts and the exit code, for each way a path can fail.
func TestPathErrors(t *testing.T) {
	needHost(t)
	for _, errno := range strings.Fields(`EACCES EPERM EIO ENOMEM EINVAL ENOTDIR ELOOP ENAMETOOLONG EOVERFLOW ESTALE ENOTCONN EHOSTDOWN
		EHOSTUNREACH ETIMEDOUT ECONNREFUSED ENODEV ENXIO ENOKEY EUCLEAN EREMOTEIO EBUSY EOPNOTSUPP EKEYREJECTED ECONNABORTED EDQUOT ENOLINK`) {
		inject := []string{"statfs,newfstatat", "inject=statfs:error=" + errno}
		for _, args := range [][]string{{"NAME_MAX", "/"}, {"POSIX2_SYMLINKS", "/"}, {"-a", "/"}} {
			compareInjected(t, errno, inject, args...)
		}
	}
}

// TestSysfsMissing: what glibc falls back on for ext4 and for CPUs.
func TestSysfsMissing(t *testing.T) {
	needHost(t)
	compareInjected(t, "no /sys/dev/block", []string{"readlink,readlinkat", "inject=readlink,readlinkat:error=ENOENT"}, "LINK_MAX", "/")
	compareInjected(t, "not in /sys/fs/ext4", []string{"access,faccessat", "inject=access,faccessat:error=ENOENT"}, "LINK_MAX", "/")
	for _, name := range []string{"_NPROCESSORS_ONLN", "_NPROCESSORS_CONF"} {
		compareInjected(t, "no sched_getaffinity", []string{"sched_getaffinity", "inject=sched_getaffinity:error=EPERM"}, name)
	}
}

// TestSlowMachine stops the thread that asks the file system for longer than the
// tool waits for a server that is gone: that is no such server.
func TestSlowMachine(t *testing.T) {
	needHost(t)
	compareInjected(t, "statfs takes 6 s", []string{"statfs", "inject=statfs:delay_enter=6000000"}, "NAME_MAX", t.TempDir())
}
