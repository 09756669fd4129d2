package getconf_test

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/musl"
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
	for _, libc := range documented(t, page) {
		if !strings.Contains(text, libc) {
			t.Errorf("the manual does not mention %s", libc)
		}
		if got := run(t, ours, muslMode, "--libc="+libc, "CHAR_BIT"); got != (result{stdout: "8\n"}) {
			t.Errorf("--libc=%s: %+v", libc, got)
		}
	}
}

// documented are the arguments of --libc that the manual page lists.
func documented(t *testing.T, page string) []string {
	t.Helper()
	text, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	var libcs []string
	for _, item := range regexp.MustCompile(`(?m)^\.It Cm (.*)$`).FindAllSubmatch(text, -1) {
		libcs = append(libcs, strings.Split(string(item[1]), " , ")...)
	}
	for _, libc := range []string{"musl", musl.Newest().String(), musl.Stage3().String(), "glibc", "glibc-2.36"} {
		if !slices.Contains(libcs, libc) {
			t.Errorf("the manual lists %q for --libc, without %s", libcs, libc)
		}
	}
	return libcs
}
