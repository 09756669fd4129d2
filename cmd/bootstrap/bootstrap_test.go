package main

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/serpent-os/wildebeest/bootstrap/boot"
	"github.com/serpent-os/wildebeest/bootstrap/chroot"
	"github.com/serpent-os/wildebeest/bootstrap/store"
)

func TestMain(m *testing.M) {
	chroot.Main()
	boot.Main()
	testscript.Main(m, map[string]func(){"bootstrap": func() {
		os.Exit(run(context.Background(), os.Stdin, os.Stdout, os.Stderr, os.Args[1:]))
	}})
}

// program is what `make` built; its tools are beside it.
func program(t testing.TB) string {
	t.Helper()
	path, err := filepath.Abs("../../bin/bootstrap")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%v; run `make` first", err)
	}
	return path
}

// state is where `make stage3` builds, so that tests and users share a cache.
func state(t testing.TB) string {
	t.Helper()
	path, err := filepath.Abs("../../var")
	if err != nil {
		t.Fatal(err)
	}
	return path
}

// bootstrap runs the program and returns its output and exit status.
func bootstrap(t testing.TB, args ...string) (stdout, stderr string, code int) {
	t.Helper()
	var out, errs bytes.Buffer
	command := exec.Command(program(t), args...)
	command.Stdout, command.Stderr = &out, &errs
	err := command.Run()
	if err != nil && command.ProcessState == nil {
		t.Fatal(err)
	}
	return out.String(), errs.String(), command.ProcessState.ExitCode()
}

// must is bootstrap that has to succeed.
func must(t testing.TB, args ...string) string {
	t.Helper()
	out, errs, code := bootstrap(t, args...)
	if code != 0 {
		t.Fatalf("bootstrap %s: exit %d\n%s%s", strings.Join(args, " "), code, out, errs)
	}
	return out
}

func contains(t testing.TB, label, text string, wanted ...string) {
	t.Helper()
	for _, want := range wanted {
		if !strings.Contains(text, want) {
			t.Errorf("%s lacks %q:\n%s", label, want, text)
		}
	}
}

// rootPackages are what the tests build of the stage3 list: with what they need,
// a system that boots, and one package that leans on libwildebeest in its headers
// alone. The whole list takes twice as long; `make stage3` builds it.
var rootPackages = []string{"audit", "getconf", "getent", "libcap", "systemd"}

// testRoot is a root of rootPackages, made once.
func testRoot(t testing.TB) string {
	t.Helper()
	root := filepath.Join(state(t), "sysroot/test-root")
	where := "--state=" + state(t)
	must(t, "stage2", "--from", "debian", where)
	must(t, append([]string{"stage3", where, "--root=" + root}, rootPackages...)...)
	return root
}

// TestStage3 is the main job on real packages: from nothing to a root, with those
// recorded that depend on libwildebeest.
func TestStage3(t *testing.T) {
	where, root := "--state="+state(t), "--root="+testRoot(t)
	again := must(t, append([]string{"stage3", where, root}, rootPackages...)...)
	contains(t, "the second run", again, " 0 of ")
	report := must(t, "report", where)
	contains(t, "the report", report, "audit 3.0.9-1", "__attribute_malloc__ (cdefs) auparse/auparse.h:54", "declared  cdefs",
		"systemd 252.39-1", "parse_printf_format (printf)")
	now, _, _ := strings.Cut(report, "\nhistory\n") // a state that was kept may have had others
	for _, name := range []string{"libcap", "musl 1", "\nbash"} {
		if strings.Contains(now, name) {
			t.Errorf("the report names %s, which needs nothing of libwildebeest:\n%s", name, report)
		}
	}
	contains(t, "passwd in the root", must(t, "enter", where, root, "--", "getent", "passwd"), "root:x:0:0:root:/root:/bin/bash\n")
	if got := must(t, "enter", where, root, "--", "getconf", "PAGE_SIZE"); got != "4096\n" {
		t.Errorf("getconf PAGE_SIZE in the root: %q", got)
	}
	contains(t, "a program of audit on musl", must(t, "enter", where, root, "--", "ausearch", "-v"), "3.0.9")
	// The root's own bash runs the root's own programs, and /serpent is empty.
	contains(t, "the root alone", must(t, "enter", where, root, "--", "bash", "-c", "ls /serpent | wc -l; type -P ls getent getconf; getconf LONG_BIT"),
		"0\n/usr/bin/ls\n/usr/bin/getent\n/usr/bin/getconf\n64\n")
	contains(t, "what refers to /serpent", must(t, "alone", where, root), "nothing in ")
	if _, _, code := bootstrap(t, "enter", where, root, "--", "bash", "-c", "exit 7"); code != 7 {
		t.Errorf("enter gives status %d for a command's 7", code)
	}
	var status store.Status
	if err := json.Unmarshal([]byte(must(t, "status", "--json", where)), &status); err != nil {
		t.Fatal(err)
	}
	for _, p := range status.Packages {
		if slices.Contains(rootPackages, p.Name) && (!p.Built || p.Size == 0 || len(p.Key) != 64) {
			t.Errorf("status of %s: %+v", p.Name, p)
		}
	}
}

// TestAuditNeedsLibwildebeest builds audit with the library left out.
func TestAuditNeedsLibwildebeest(t *testing.T) {
	where := "--state=" + state(t)
	must(t, "stage2", "--from", "debian", where)
	contains(t, "the probe", must(t, "probe", where, "audit"), "audit 3.0.9 needs libwildebeest", "auparse.h:54")
	contains(t, "the report", must(t, "report", where), "fails without: ./auparse.h:54")
}

func TestWrongUse(t *testing.T) {
	for _, test := range []struct {
		args string
		code int
		want string
	}{
		{"", 2, "usage: bootstrap VERB"},
		{"build", 2, `unknown verb "build"`},
		{"stage2", 2, `--from: no package list for "": known are debian-12`},
		{"stage2 --from fedora", 2, `--from: no package list for "fedora"`},
		{"stage2 --from debian-12 --compiler 9", 2, `--compiler: debian-12 has no clang "9" here: known are 14, `},
		{"stage3 --colour", 2, "stage3: unknown option --colour; `bootstrap help stage3` lists the options"},
		{"stage3 --keep-gong", 2, "did you mean --keep-going?"},
		{"stage3 --jobs -1", 2, "--jobs -1"},
		{"stauts", 2, "unknown verb \"stauts\"; did you mean status?"},
		{"stage3 --state /proc/nothing", 1, "/proc/nothing"},
		{"stage3 --state /tmp/wildebeest-none --recipes /nothing", 1, "recipes /nothing: not a directory"},
		{"enter --state /tmp/wildebeest-none", 1, "`bootstrap stage3` makes one"},
		{"enter --privileged --memory-limit 1G", 2, "--memory-limit with --privileged: such a command has no limit but that of time"},
		{"enter --disk-limit 1G", 2, "--disk-limit without --writable: the root is read-only"},
		{"probe", 2, "no package named"},
		{"status extra", 2, `unexpected argument "extra"`},
		{"sysroot", 2, "-o DIR is missing"},
		{"help stage9", 2, `unknown verb "stage9"`},
	} {
		var out, errs bytes.Buffer
		code := run(context.Background(), strings.NewReader(""), &out, &errs, strings.Fields(test.args))
		if code != test.code || !strings.Contains(errs.String(), test.want) {
			t.Errorf("bootstrap %s: exit %d, %q; want %d and %q", test.args, code, errs.String(), test.code, test.want)
		}
	}
}
