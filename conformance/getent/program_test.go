package getent

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"
)

// A tree is the files below /etc.
type tree map[string]string

// write replaces what is in /etc.
func (tr tree) write(t testing.TB) {
	t.Helper()
	old, err := os.ReadDir("/etc")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range old {
		if err := os.RemoveAll("/etc/" + e.Name()); err != nil {
			t.Fatal(err)
		}
	}
	for name, content := range tr {
		path := filepath.Join("/etc", name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func (tr tree) String() string {
	var names []string
	for name := range tr {
		names = append(names, name)
	}
	sort.Strings(names)
	var b strings.Builder
	for _, name := range names {
		b.WriteString("-- " + name + " --\n" + tr[name] + "\n")
	}
	return b.String()
}

// result is all that is seen of a command.
type result struct {
	stdout, stderr string
	code           int
}

// hung is the code of a command that was still running after its time.
const (
	hung           = -1
	ourTime        = 30 * time.Second
	referencesTime = 5 * time.Second
)

func execute(t testing.TB, path string, args ...string) result {
	t.Helper()
	return executeEnv(t, nil, path, args...)
}

func executeEnv(t testing.TB, env []string, path string, args ...string) result {
	t.Helper()
	var out, errs bytes.Buffer
	time := referencesTime
	if path == toolPath {
		time = ourTime
	}
	ctx, cancel := context.WithTimeout(context.Background(), time)
	defer cancel()
	cmd := exec.CommandContext(ctx, path, args...)
	cmd.Args[0] = filepath.Base(path)
	cmd.Env = append(env, "PATH=/usr/bin:/bin")
	cmd.Stdout, cmd.Stderr = &out, &errs
	err := cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	return result{out.String(), errs.String(), cmd.ProcessState.ExitCode()}
}

// redirected executes a command with a redirection of sh.
func redirected(t testing.TB, redirection, path string, args ...string) result {
	t.Helper()
	return execute(t, "/bin/sh", append([]string{"-c", `"$0" "$@" ` + redirection, path}, args...)...)
}

// likeGlibc fails when getent --libc=glibc differs from glibc's getent.
func likeGlibc(t testing.TB, tr tree, args ...string) bool {
	t.Helper()
	want := execute(t, glibcPath, args...)
	got := execute(t, toolPath, append([]string{"--libc=glibc"}, args...)...)
	got.stderr, want.stderr = warnings.ReplaceAllString(got.stderr, ""), warnings.ReplaceAllString(want.stderr, "")
	return same(t, "glibc", tr, args, got, want)
}

// warnings are those of what can't be read, where glibc is silent, and glibc's about
// host.conf.
var warnings = regexp.MustCompile(`(?m)^(getent: (read|ask) |/etc/host.conf: line |RESOLV_).*\n?`)

// likeMusl fails when getent's default answer isn't that of a musl program,
// which has no messages.
func likeMusl(t testing.TB, tr tree, args ...string) bool {
	t.Helper()
	want := execute(t, muslPath, args...)
	got := execute(t, toolPath, append([]string{args[0], "--"}, args[1:]...)...)
	got.stderr = ""
	return same(t, "musl", tr, args, got, want)
}

func same(t testing.TB, reference string, tr tree, args []string, got, want result) bool {
	t.Helper()
	// glibc 2.36 never returns from some aliases files: nothing to compare then.
	if got == want || want.code == hung && got.code != hung {
		return true
	}
	shown := ""
	if len(tr) > 0 {
		shown = tr.String()
		if len(shown) > 4000 {
			shown = shown[:4000] + "…"
		}
	}
	t.Errorf("getent %q in\n%q\n   ours: code %d, stdout %q, stderr %q\n  %s: code %d, stdout %q, stderr %q", args, shown,
		got.code, diffPart(got.stdout, want.stdout), got.stderr, reference, want.code, diffPart(want.stdout, got.stdout), want.stderr)
	return false
}

// diffPart is what is left of a without the lines at the start that b has too.
func diffPart(a, b string) string {
	for {
		i := strings.IndexByte(a, '\n')
		if i < 0 || !strings.HasPrefix(b, a[:i+1]) {
			break
		}
		b, a = b[i+1:], a[i+1:]
	}
	if len(a) > 600 {
		a = a[:600] + "…"
	}
	return a
}
