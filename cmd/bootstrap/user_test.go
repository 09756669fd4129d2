package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/internal/namespace"
)

// TestOrdinaryUser builds in a user namespace: the same files, and the same
// isolation.
func TestOrdinaryUser(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("it is one that runs the other tests")
	}
	recipes := smallRecipes(t)
	asRoot := t.TempDir()
	must(t, append([]string{"stage3"}, tools(t, recipes, asRoot)...)...)
	// The test's directories are root's alone.
	dir, err := os.MkdirTemp("/var/tmp", "wildebeest-user-")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	copied := filepath.Join(dir, "recipes")
	if err := os.CopyFS(copied, os.DirFS(recipes)); err != nil {
		t.Fatal(err)
	}
	writeRecipe(t, copied, "second", "builddeps:\n  - first\ninstall: |\n  cd %(installroot)\n  mkdir -p etc\n  cat /etc/first-* > etc/second\n  sleep 0.1\n  ln -s second etc/link\n")
	for _, path := range []string{dir, filepath.Join(dir, "state")} {
		if err := errors.Join(os.MkdirAll(path, 0o755), os.Chown(path, 65534, 65534), os.Chmod(path, 0o755)); err != nil {
			t.Fatal(err)
		}
	}
	// The state that has stage2 is root's alone as well: it is mounted where the
	// user sees it.
	shared := filepath.Join(dir, "stage2")
	if err := os.Mkdir(shared, 0o755); err != nil {
		t.Fatal(err)
	}
	runtime.LockOSThread() // for namespace.Private
	defer runtime.UnlockOSThread()
	const asUser = `mount --bind "$1" "$2" && shift 2 && exec setpriv --reuid 65534 --regid 65534 --clear-groups "$@"`
	run := func() (string, int) {
		var out bytes.Buffer
		options := tools(t, copied, filepath.Join(dir, "state"))
		at := slices.Index(options, "--stage2") + 1
		from := options[at]
		options[at] = shared
		command := exec.Command("sh", append([]string{"-c", asUser, "sh", from, shared, program(t), "stage3"}, options...)...)
		namespace.Private(command, 0)
		command.Stdout, command.Stderr, command.Dir = &out, &out, "/"
		if err := command.Run(); err != nil && command.ProcessState == nil {
			t.Fatal(err)
		}
		return out.String(), command.ProcessState.ExitCode()
	}
	if out, code := run(); code != 0 {
		t.Fatalf("exit %d\n%s", code, out)
	}
	if got, want := fingerprint(t, filepath.Join(dir, "state/root")), fingerprint(t, filepath.Join(asRoot, "root")); got != want {
		t.Errorf("a user's root is\n%s\nwant\n%s", got, want)
	}
	for rest, want := range map[string]string{
		"build: |\n  (exec 3<>/dev/tcp/192.0.2.1/80) || true\n":                         "bash /recipe/script → 192.0.2.1:80",
		"build: |\n  mkdir /usr/x\n":                                                    "the build tried to write elsewhere",
		"build: |\n  sleep 600 &\n  until grep -q sleep /proc/$!/cmdline; do :; done\n": "left processes running: sleep 600",
	} {
		writeRecipe(t, copied, "second", "builddeps: [first]\n"+rest+"install: |\n  mkdir %(installroot)/x\n")
		if out, code := run(); code != 1 || !strings.Contains(out, want) {
			t.Errorf("exit %d without %q:\n%s", code, want, out)
		}
	}
}
