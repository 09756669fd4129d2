package nscd

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

const page = "../../cmd/nscd/nscd.8"

// TestManual: the page is well-formed and has every option of the usage.
func TestManual(t *testing.T) {
	if out, err := exec.Command("mandoc", "-T", "lint", "-W", "warning", page).CombinedOutput(); err != nil {
		t.Errorf("mandoc -T lint: %v\n%s", err, out)
	}
	text, err := exec.Command("mandoc", "-T", "ascii", page).Output()
	check(t, err)
	plain := regexp.MustCompile(".\x08").ReplaceAllString(string(text), "")
	usage, err := exec.Command(program("nscd"), "--help").Output()
	check(t, err)
	options := regexp.MustCompile(`--[a-z]+`).FindAllString(string(usage), -1)
	if len(options) < 7 {
		t.Errorf("options %q", options)
	}
	for _, option := range options {
		if !strings.Contains(plain, option) {
			t.Errorf("the page lacks %s", option)
		}
	}
}
