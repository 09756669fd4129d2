package nscd

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/userdb"
)

const unitPath = "../../cmd/nscd/nscd.service"

// TestUnit: systemd finds nothing wrong with the unit, and little that it exposes.
func TestUnit(t *testing.T) {
	text, err := os.ReadFile(unitPath)
	check(t, err)
	path := filepath.Join(t.TempDir(), "nscd.service")
	here := strings.Replace(string(text), "ExecStart=/usr/bin/nscd", "ExecStart="+program("nscd"), 1)
	here = strings.Replace(here, "Documentation=man:nscd(8)\n", "", 1) // which is not installed
	check(t, os.WriteFile(path, []byte(here), 0o644))
	system.write(t)
	out, err := exec.Command("systemd-analyze", "verify", "--man=no", path).CombinedOutput()
	if err != nil || strings.Contains(string(out), "nscd.service") {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
	// In tenths: 0.7 with systemd 252.
	out, err = exec.Command("systemd-analyze", "security", "--offline=true", "--threshold=10", "--no-pager", path).CombinedOutput()
	if err != nil {
		t.Errorf("systemd-analyze security: %v\n%s", err, out)
	}
	t.Log(regexp.MustCompile(`(?m)^.*exposure level.*$`).FindString(string(out)))
}

// TestSystemCalls: the unit allows every system call that the daemon makes.
func TestSystemCalls(t *testing.T) {
	text, err := os.ReadFile(unitPath)
	check(t, err)
	allowed := map[string]bool{}
	for _, line := range regexp.MustCompile(`(?m)^SystemCallFilter=(~?)(.*)$`).FindAllStringSubmatch(string(text), -1) {
		for group := range strings.FieldsSeq(line[2]) {
			for _, name := range callsOf(t, group) {
				allowed[name] = line[1] == ""
			}
		}
	}
	if len(allowed) < 100 || allowed["reboot"] || allowed["setuid"] {
		t.Fatalf("allowed: %v", allowed)
	}
	floodSystem().write(t)
	service{Records: userdb.Records{Name: "io.test.Silent"}, Silent: true}.start(t)
	trace := filepath.Join(t.TempDir(), "trace")
	d := start(t, exec.Command("strace", "-f", "-qq", "-o", trace, program("nscd"), "--timeout=200ms"))
	until(t, "nscd answers", func() bool { return strings.Contains(ask(t, "ask", "n", "flood0"), "7000") })
	flood(t, 500, 200)
	muslFlood(t, 50, 50)
	children, err := os.ReadFile("/proc/" + strconv.Itoa(d.Process.Pid) + "/task/" + strconv.Itoa(d.Process.Pid) + "/children")
	check(t, err)
	child, err := strconv.Atoi(strings.TrimSpace(string(children)))
	check(t, err)
	check(t, syscall.Kill(child, syscall.SIGTERM))
	<-d.ended
	calls, err := os.ReadFile(trace)
	check(t, err)
	seen := map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^\d+ +([a-z0-9_]+)\(`).FindAllStringSubmatch(string(calls), -1) {
		seen[m[1]] = true
	}
	if !seen["accept4"] || !seen["epoll_pwait"] && !seen["epoll_wait"] {
		t.Fatalf("seen: %v", seen)
	}
	for name := range seen {
		if !allowed[name] {
			t.Errorf("%s is not allowed", name)
		}
	}
	t.Logf("%d kinds of system calls", len(seen))
}

// callsOf are the system calls of a group that systemd has, with those of the groups
// in it.
func callsOf(t *testing.T, name string) (names []string) {
	t.Helper()
	out, err := exec.Command("systemd-analyze", "--no-pager", "syscall-filter", name).Output()
	check(t, err)
	for line := range strings.Lines(string(out)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line == name || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "@"):
			names = append(names, callsOf(t, line)...)
		default:
			names = append(names, line)
		}
	}
	return names
}
