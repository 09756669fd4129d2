package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/internal/namespace"
)

// TestTruncatedState cuts each file of a finished state off at several places;
// the next run ends in the same root.
func TestTruncatedState(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	args := append([]string{"stage3"}, tools(t, recipes, dir)...)
	must(t, args...)
	root := filepath.Join(dir, "root")
	want := fingerprint(t, root)
	for _, pattern := range []string{
		"root.json", "ledger.jsonl", "self-contained.json", "store/first-*/package.json", "store/first-*/tree/etc/first-3",
	} {
		files, _ := filepath.Glob(filepath.Join(dir, pattern))
		if len(files) != 1 {
			t.Fatalf("%s: %v", pattern, files)
		}
		info, err := os.Stat(files[0])
		if err != nil {
			t.Fatal(err)
		}
		for _, size := range []int64{0, 1, info.Size() / 2, info.Size() - 1} {
			if err := os.Truncate(files[0], size); err != nil {
				t.Fatal(err)
			}
			// The root as well, as it may be made of what was cut off.
			if err := os.RemoveAll(root); err != nil {
				t.Fatal(err)
			}
			if _, errs, code := bootstrap(t, args...); code != 0 {
				t.Errorf("%s cut to %d bytes: exit %d\n%s", pattern, size, code, errs)
			}
			if got := fingerprint(t, root); got != want {
				t.Errorf("%s cut to %d bytes: the root is\n%s\nwant\n%s", pattern, size, got, want)
			}
		}
	}
	ledger, err := os.ReadFile(filepath.Join(dir, "ledger.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"filesystem", "first", "second"} {
		contains(t, "the ledger", string(ledger), fmt.Sprintf("%q", name))
	}
}

// TestTruncatedStage2 cuts the description of a stage2 tree off: the run says what
// to do, and that makes it whole. It assembles a tree: with -short it does not.
func TestTruncatedStage2(t *testing.T) {
	if testing.Short() {
		t.Skip("assembling a stage2 takes 10 s and 400 MB")
	}
	must(t, "stage2", "--from", "debian", "--state="+state(t))
	dir := t.TempDir()
	where := "--state=" + dir
	// Debian's packages need not come again.
	if err := os.Symlink(filepath.Join(state(t), "apt"), filepath.Join(dir, "apt")); err != nil {
		t.Fatal(err)
	}
	must(t, "stage2", "--from", "debian", where)
	recipes := smallRecipes(t)
	args := []string{"stage3", where, "--no-default-recipes", "--recipes", recipes}
	must(t, args...)
	want := fingerprint(t, filepath.Join(dir, "root"))
	if err := os.Truncate(filepath.Join(dir, "stage2/current/.wildebeest-stage2.json"), 20); err != nil {
		t.Fatal(err)
	}
	_, errs, code := bootstrap(t, args...)
	if contains(t, "the message", errs, ".wildebeest-stage2.json", "`bootstrap stage2 --from debian` makes the tree anew"); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	must(t, "stage2", "--from", "debian", where)
	contains(t, "the run after", must(t, args...), "nothing to do")
	if got := fingerprint(t, filepath.Join(dir, "root")); got != want {
		t.Errorf("the root is\n%s\nwant\n%s", got, want)
	}
}

// TestFullDisk runs with a file system that is too small, in several sizes, and
// goes on once it is larger. The mounts are in a namespace of the test's.
func TestFullDisk(t *testing.T) {
	runtime.LockOSThread() // for namespace.Private
	defer runtime.UnlockOSThread()
	recipes, undisturbed := smallRecipes(t), t.TempDir()
	// Larger than a directory, so that files meet the end of the disk too.
	writeRecipe(t, recipes, "large", "builddeps: [filesystem]\ninstall: |\n  mkdir -p %(installroot)/etc\n  head -c 200000 /dev/zero > %(installroot)/etc/large\n")
	must(t, append([]string{"stage3"}, tools(t, recipes, undisturbed)...)...)
	want := fingerprint(t, filepath.Join(undisturbed, "root"))
	before := mountCount(t)
	full := 0
	for _, size := range []int{8, 40, 100, 160, 240, 320, 400, 480, 560, 640} {
		dir, out := t.TempDir(), t.TempDir()
		command := append([]string{program(t), "stage3"}, tools(t, recipes, filepath.Join(dir, "state"))...)
		script := fmt.Sprintf(`mount -t tmpfs -o size=%dk tmpfs %s || exit 9
"$@" > %[3]s/first 2>&1; echo $? > %[3]s/code
mount -o remount,size=50m %[2]s || exit 9
"$@" > %[3]s/second 2>&1 || exit 8
cp -a %[2]s/state/root %[3]s/root`, size, dir, out)
		run := exec.Command("sh", append([]string{"-c", script, "sh"}, command...)...)
		namespace.Private(run, 0)
		var errs bytes.Buffer
		run.Stderr = &errs
		err := run.Run()
		first, _ := os.ReadFile(filepath.Join(out, "first"))
		second, _ := os.ReadFile(filepath.Join(out, "second"))
		if err != nil {
			t.Fatalf("%d KiB: %v\n%s\nfirst run:\n%s\nsecond run:\n%s", size, err, errs.String(), first, second)
		}
		if code, _ := os.ReadFile(filepath.Join(out, "code")); string(code) != "0\n" {
			full++
			// A build's own processes have their own words, in the log's last lines.
			message := strings.ToLower(string(first))
			if !strings.Contains(message, "no space left on device") && !strings.Contains(message, "its disk limit (--disk-limit") {
				t.Errorf("the message with %d KiB says nothing of the disk:\n%s", size, first)
			}
		}
		if got := fingerprint(t, filepath.Join(out, "root")); got != want {
			t.Errorf("%d KiB: the root is\n%s\nwant\n%s", size, got, want)
		}
	}
	if full < 4 {
		t.Errorf("the disk was full %d times only: choose other sizes", full)
	}
	if after := mountCount(t); after != before {
		t.Errorf("%d mounts, before %d", after, before)
	}
}

// TestDatesAreTheSources has an archive that does not name its directory, whose
// time then is that of the build: what is built has the time of the newest file.
func TestDatesAreTheSources(t *testing.T) {
	dir := t.TempDir()
	var archive bytes.Buffer
	w := tar.NewWriter(&archive)
	for name, at := range map[string]int64{"x-1/old": 1600000000, "x-1/new": 1600000100} {
		if err := w.WriteHeader(&tar.Header{Name: name, Mode: 0o644, Size: 1, ModTime: time.Unix(at, 0), Typeflag: tar.TypeReg}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	hash := fmt.Sprintf("%x", sha256.Sum256(archive.Bytes()))
	if err := os.MkdirAll(filepath.Join(dir, "sources"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "sources", hash+"-x-1.tar"), archive.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	recipes := recipeSet(t, map[string]string{
		"x": "upstreams:\n  - https://example.org/x-1.tar : " + hash + "\nbuilddeps: [filesystem]\ninstall: |\n  echo $SOURCE_DATE_EPOCH > %(installroot)/x\n",
	})
	must(t, append([]string{"stage3"}, tools(t, recipes, dir)...)...)
	path := filepath.Join(dir, "root/x")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(path)
	if err != nil || string(text) != "1600000100\n" || info.ModTime().Unix() != 1600000100 {
		t.Errorf("SOURCE_DATE_EPOCH is %q, the file's time %v, %v", text, info.ModTime().Unix(), err)
	}
}

// TestVerify has a package that is the same whenever it is built, and one that
// has the time of its build in it.
func TestVerify(t *testing.T) {
	recipes, dir := recipeSet(t, map[string]string{
		"same":  "builddeps: [filesystem]\ninstall: |\n  echo $SOURCE_DATE_EPOCH > %(installroot)/same\n",
		"other": "builddeps: [filesystem]\ninstall: |\n  cd %(installroot)\n  echo fixed > fixed\n  echo x$RANDOM$RANDOM$RANDOM > other\n  ln -s $RANDOM$RANDOM link\n  echo > name$RANDOM$RANDOM\n",
	}), t.TempDir()
	options := tools(t, recipes, dir)
	contains(t, "verify same", must(t, append([]string{"verify", "same"}, options...)...), "same 1: the same bytes again (1 files)")
	out, _, code := bootstrap(t, append([]string{"verify"}, options...)...)
	contains(t, "verify", out, "filesystem 1: the same bytes", "same 1: the same bytes", "other 1: differs in 4 places",
		"/other: ", "/link: link to ", ": only in the store", ": not in the store")
	if code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	if strings.Contains(out, "/fixed:") {
		t.Errorf("a file that is the same was named:\n%s", out)
	}
	out, _, code = bootstrap(t, append([]string{"verify", "--json", "other"}, options...)...)
	if contains(t, "its JSON", out, `"file": "/link"`); code != 1 {
		t.Errorf("exit %d, want 1", code)
	}
	// The second builds left the store as it was.
	contains(t, "the run after", must(t, append([]string{"stage3"}, options...)...), "0 of 3 packages built")
}
