package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestTextsFailNothing has a build that speaks of a write that was refused, and
// makes one that it can do without.
func TestTextsFailNothing(t *testing.T) {
	recipes, dir := recipeSet(t, map[string]string{
		"speaks": "builddeps: [filesystem]\nbuild: |\n  echo \"mkdir: cannot create directory '/usr/x': Read-only file system\"\n" +
			"  touch /usr/x || true\ninstall: |\n  echo > %(installroot)/x\n",
	}), t.TempDir()
	must(t, append([]string{"stage3"}, tools(t, recipes, dir)...)...)
}

// TestLimitsStopBuilds has builds that reach each limit.
func TestLimitsStopBuilds(t *testing.T) {
	for _, test := range []struct{ label, option, script, want string }{
		{"time, deaf to signals", "--time-limit=2s", `trap "" TERM INT HUP; sleep 600 & sleep 600`, "s: its time limit (--time-limit 2s)"},
		{"silence", "--silence-limit=2s", "echo loud; sleep 600", "s: its limit of silence (--silence-limit 2s): it printed nothing"},
		{"memory", "--memory-limit=256M", `perl -e '$x = "x" x (1 << 20); push @all, $x . $_ for 1 .. 2000'`, "its memory limit (--memory-limit 256M)"},
		{"memory of children that the shell ignores", "--memory-limit=256M", `perl -e '$x = "x" x (1 << 20); push @all, $x . $_ for 1 .. 2000' || true; sleep 600`, "its memory limit (--memory-limit 256M)"},
		{"files in memory", "--memory-limit=256M", "head -c 250000000 /dev/zero >/tmp/x", "big 1: the build ended with status 1"},
		{"processes", "--process-limit=40", "for i in $(seq 100); do sleep 30 & done", "its limit of processes (--process-limit 40)"},
		{"disk", "--disk-limit=20M", "for i in 1 2 3 4 5 6; do head -c 10000000 /dev/urandom >$i; done; sleep 600", "its disk limit (--disk-limit 20M): it has taken"},
		{"disk, deep", "--disk-limit=20M", "for i in $(seq 50); do mkdir d; cd d; done; head -c 60000000 /dev/urandom >x; sleep 600", "its disk limit (--disk-limit 20M)"},
		{"log", "--log-limit=1M", "yes; sleep 600", "its log limit (--log-limit 1M)"},
		{"file size", "--file-size-limit=1M", "head -c 2000000 /dev/zero >x", "its limit of a file's size (--file-size-limit 1M)"},
		{"open files", "--file-limit=20", `perl -e 'for (1 .. 30) { open($f[$_], "<", "/dev/null") or die "$_: $!" }'`, "Too many open files"},
	} {
		t.Run(test.label, func(t *testing.T) {
			recipes, dir := recipeSet(t, map[string]string{
				"big": "builddeps: [filesystem]\nbuild: |\n  " + test.script + "\ninstall: |\n  echo > %(installroot)/x\n",
			}), t.TempDir()
			_, errs, code := bootstrap(t, append([]string{"stage3", test.option}, tools(t, recipes, dir)...)...)
			if code != 1 || !strings.Contains(errs, test.want) {
				t.Errorf("exit %d, %q not in:\n%s", code, test.want, errs)
			}
		})
	}
}

// TestLimitsOfEnter has commands that reach each limit of enter, in a root of its own.
func TestLimitsOfEnter(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	root := filepath.Join(t.TempDir(), "root")
	options := tools(t, recipes, dir)
	must(t, append(append([]string{"stage3"}, options...), "--root", root, "second")...)
	enter := []string{"enter", "--root", root, "--state", dir, "--stage2", filepath.Join(state(t), "stage2/current/")}
	for _, test := range []struct {
		label, options, script string
		code                   int
		want                   string
	}{
		{"none", "", "exit 7", 7, ""},
		{"time", "--time-limit=2s", `trap "" TERM INT HUP; sleep 600`, 1, "s: its time limit (--time-limit 2s)"},
		{"time, with all rights", "--privileged --time-limit=2s", `sleep 600`, 1, "s: its time limit (--time-limit 2s)"},
		{"memory", "--memory-limit=256M", `perl -e '$x = "x" x (1 << 20); push @all, $x . $_ for 1 .. 2000'`, 1, "its memory limit (--memory-limit 256M)"},
		{"processes", "--process-limit=40", "for i in $(seq 100); do sleep 30 & done; exit 1", 1, "its limit of processes (--process-limit 40)"},
		{"disk", "--writable --disk-limit=20M", "for i in 1 2 3 4 5 6; do head -c 10000000 /dev/urandom >/etc/$i; done; sleep 600", 1, "its disk limit (--disk-limit 20M): it has taken"},
		{"open files", "--file-limit=20", `perl -e 'for (1 .. 30) { open($f[$_], "<", "/dev/null") or die "$_: $!" }'`, 24, "Too many open files"},
	} {
		t.Run(test.label, func(t *testing.T) {
			args := slices.Concat(enter, strings.Fields(test.options), []string{"--", "bash", "-c", test.script})
			_, errs, code := bootstrap(t, args...)
			if code != test.code || !strings.Contains(errs, test.want) {
				t.Errorf("exit %d, want %d, and %q in:\n%s", code, test.code, test.want, errs)
			}
		})
	}
}

func TestLimitsAreRead(t *testing.T) {
	for option, want := range map[string]string{
		"--time-limit=-1s":      "--time-limit -1s: name a duration",
		"--memory-limit=10M":    "--memory-limit 10M: the least is 256M",
		"--memory-limit=much":   `--memory-limit "much": not a size such as 512M, 8G or 0`,
		"--process-limit=-4":    "--process-limit -4: name a number",
		"--log-limit=99999999T": "more than can be counted",
	} {
		_, errs, code := bootstrap(t, "stage3", "--state="+t.TempDir(), option)
		if contains(t, option, errs, want); code != 2 {
			t.Errorf("%s: exit %d, want 2", option, code)
		}
	}
}
