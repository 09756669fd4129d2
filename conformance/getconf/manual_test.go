package getconf_test

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestManual: the page is well formed, and has every option and exit status
// that --help has.
func TestManual(t *testing.T) {
	const page = "../../cmd/getconf/getconf.1"
	mandoc := need(t, "mandoc")
	if out, err := exec.Command(mandoc, "-T", "lint", "-W", "warning", page).CombinedOutput(); err != nil {
		t.Errorf("mandoc -T lint: %v\n%s", err, out)
	}
	formatted, err := exec.Command(mandoc, "-T", "ascii", page).Output()
	if err != nil {
		t.Fatal(err)
	}
	overstrike := regexp.MustCompile(`.\x08`)
	text := overstrike.ReplaceAllString(string(formatted), "")
	help := run(t, ours, muslMode, "--help").stdout
	for _, option := range regexp.MustCompile(`(?m)^  (--?\w+)`).FindAllStringSubmatch(help, -1) {
		if !strings.Contains(text, option[1]) {
			t.Errorf("the manual does not mention %s", option[1])
		}
	}
	for _, libc := range []string{"musl", "musl-1.2.2", "musl-1.2.3", "musl-1.2.4", "musl-1.2.5", "glibc", "glibc-2.36"} {
		if !strings.Contains(text, libc) {
			t.Errorf("the manual does not mention %s", libc)
		}
		if got := run(t, ours, muslMode, "--libc="+libc, "CHAR_BIT"); got != (result{stdout: "8\n"}) {
			t.Errorf("--libc=%s: %+v", libc, got)
		}
	}
}
