package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// smallRecipes is a recipe set that builds in moments with the shell alone.
func smallRecipes(t testing.TB) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"filesystem": "mkdir -p usr/bin etc proc dev tmp serpent\n  ln -s usr/bin bin",
		"first":      "mkdir -p etc\n  for i in 1 2 3 4 5 6 7 8 9; do echo $i > etc/first-$i; sleep 0.02; done",
		"second":     "mkdir -p etc\n  cat /etc/first-* > etc/second\n  sleep 0.1\n  ln -s second etc/link",
	} {
		deps := map[string]string{"first": "filesystem", "second": "first"}[name]
		if deps != "" {
			deps = "builddeps:\n  - " + deps + "\n"
		}
		writeRecipe(t, dir, name, deps+"install: |\n  cd %(installroot)\n  "+text+"\n")
	}
	return dir
}

func writeRecipe(t testing.TB, dir, name, rest string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("name: %s\nversion: \"1\"\nrelease: 1\n%s", name, rest)
	if err := os.WriteFile(filepath.Join(dir, name, "stone.yaml"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// tools returns the options that use the assembled stage2 with a state of the
// test's own.
func tools(t testing.TB, recipes, dir string) []string {
	t.Helper()
	must(t, "stage2", "--from", "debian", "--state="+state(t))
	return []string{"--no-default-recipes", "--recipes", recipes, "--stage2", filepath.Join(state(t), "stage2/current/"), "--state", dir}
}

// fingerprint is everything of a tree that a user could see.
func fingerprint(t testing.TB, dir string) string {
	t.Helper()
	var text strings.Builder
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		fmt.Fprintf(&text, "%s %v %d", name[len(dir):], info.Mode(), info.ModTime().Unix())
		switch {
		case info.Mode().IsRegular():
			data, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			fmt.Fprintf(&text, " %x", sha256.Sum256(data))
		case info.Mode()&fs.ModeSymlink != 0:
			target, _ := os.Readlink(name)
			text.WriteString(" → " + target)
		}
		text.WriteString("\n")
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func mountCount(t testing.TB) int {
	t.Helper()
	text, err := os.ReadFile("/proc/self/mountinfo")
	if err != nil {
		t.Fatal(err)
	}
	return strings.Count(string(text), "\n")
}

// TestKilled kills the driver at random moments; the run after it ends in the
// same root as an undisturbed one, and no mount is left.
func TestKilled(t *testing.T) {
	recipes := smallRecipes(t)
	undisturbed := t.TempDir()
	must(t, append([]string{"stage3"}, tools(t, recipes, undisturbed)...)...)
	want := fingerprint(t, filepath.Join(undisturbed, "root"))
	before := mountCount(t)
	seed := uint64(time.Now().UnixNano())
	t.Logf("seed %d", seed)
	random := rand.New(rand.NewPCG(seed, 0))
	disturbed := t.TempDir()
	args := append([]string{"stage3"}, tools(t, recipes, disturbed)...)
	for i := range 50 {
		command := exec.Command(program(t), args...)
		if err := command.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.IntN(600)) * time.Millisecond)
		command.Process.Kill()
		command.Wait()
		if after := mountCount(t); after != before {
			t.Fatalf("kill %d: %d mounts, before %d", i, after, before)
		}
		if i%7 == 6 { // also with nothing built
			if err := os.RemoveAll(filepath.Join(disturbed, "store")); err != nil {
				t.Fatal(err)
			}
		}
	}
	must(t, args...)
	if got := fingerprint(t, filepath.Join(disturbed, "root")); got != want {
		t.Errorf("the root differs from an undisturbed one:\n%s\nwant\n%s", got, want)
	}
	for _, pattern := range []string{"work/*", ".*", "*/.*"} {
		if left, _ := filepath.Glob(filepath.Join(disturbed, pattern)); len(left) > 0 {
			t.Errorf("left by a killed run: %v", left)
		}
	}
}

// TestFailedBuildLeavesTheRoot has a recipe that breaks after a good run.
func TestFailedBuildLeavesTheRoot(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	args := append([]string{"stage3"}, tools(t, recipes, dir)...)
	must(t, args...)
	before := fingerprint(t, filepath.Join(dir, "root"))
	for _, test := range []struct {
		label, rest string
		want        []string
	}{
		{"status", "build: |\n  echo broken here >&2\n  exit 3\ninstall: |\n  true\n", []string{"second 1: the build ended with status 3", "    broken here", "second/stone.yaml", ".log", "run again"}},
		{"silent", "install: |\n  prove() {\n    test -f proof\n  }\n  mkdir %(installroot)/x\n  (prove)\n", []string{"second 1: the build ended with status 1 in install: `( prove )`, in it `test -f proof`", "second/stone.yaml:6\n"}},
		{"nothing installed", "install: |\n  true\n", []string{"put nothing into"}},
		{"process left", "install: |\n  mkdir %(installroot)/x\n  sleep 600 &\n  until grep -q sleep /proc/$!/cmdline; do :; done\n", []string{"left processes running: sleep 600"}},
		{"network", "build: |\n  (exec 3<>/dev/tcp/192.0.2.1/80) || true\ninstall: |\n  mkdir %(installroot)/x\n", []string{"second 1: the build tried to use the network, which builds do not have: ", "bash /recipe/script → 192.0.2.1:80"}},
		{"write outside", "build: |\n  echo > /usr/x\ninstall: |\n  true\n", []string{"second 1: the build ended with status 1", "perhaps the build tried to write elsewhere than below", "/usr/x: Read-only file system"}},
		{"write to stage2", "build: |\n  touch /serpent/x\ninstall: |\n  true\n", []string{"second 1: the build ended with status 1", "perhaps the build tried to write elsewhere", "/serpent/x"}},
		{"fifo", "install: |\n  mkfifo %(installroot)/x\n", []string{`second 1: the package installs "/x", a fifo`}},
		{"holes", "install: |\n  for i in 1 2 3; do truncate -s 30G %(installroot)/$i; done\n", []string{`second 1: the package installs "/3", with which its files have 90 GiB`}},
		{"untrue provides", "provides:\n  - pkgconfig(second)\ninstall: |\n  mkdir %(installroot)/x\n", []string{"the recipe provides pkgconfig(second)"}},
		{"conflict", "builddeps:\n  - first\ninstall: |\n  mkdir %(installroot)/etc\n  echo > %(installroot)/etc/first-1\n", []string{"/etc/first-1 is installed by both first and second"}},
		{"unknown dependency", "builddeps:\n  - third\ninstall: |\n  true\n", []string{"second/stone.yaml:5: nothing provides third"}},
		{"cycle", "builddeps:\n  - second\ninstall: |\n  true\n", []string{"dependency cycle: second → second"}},
	} {
		t.Run(test.label, func(t *testing.T) {
			writeRecipe(t, recipes, "second", test.rest)
			_, errs, code := bootstrap(t, args...)
			if code != 1 {
				t.Errorf("exit %d, want 1", code)
			}
			contains(t, "the message", errs, test.want...)
			if after := fingerprint(t, filepath.Join(dir, "root")); after != before {
				t.Errorf("the root changed:\n%s", after)
			}
		})
	}
}

// TestNamedPackagesLeaveTheRoot builds one package of a finished set anew.
func TestNamedPackagesLeaveTheRoot(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	args := append([]string{"stage3"}, tools(t, recipes, dir)...)
	must(t, args...)
	before := fingerprint(t, filepath.Join(dir, "root"))
	writeRecipe(t, recipes, "second", "install: |\n  mkdir %(installroot)/new\n")
	contains(t, "the message", must(t, append(args, "second")...), "1 of 1 packages built", "the root stays as it is")
	if after := fingerprint(t, filepath.Join(dir, "root")); after != before {
		t.Errorf("the root changed:\n%s", after)
	}
	must(t, args...)
	if after := fingerprint(t, filepath.Join(dir, "root")); after == before {
		t.Error("the whole run left the root as it was")
	}
}

// TestPlaceOfTheRootIsCheckedFirst: nothing is built for a root that can't be made.
func TestPlaceOfTheRootIsCheckedFirst(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	full := t.TempDir()
	if err := os.WriteFile(filepath.Join(full, "mine"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for root, want := range map[string]string{
		filepath.Join(dir, "logs"): "lies in the state directory", full: "is not empty and no root of this program",
	} {
		out, errs, code := bootstrap(t, append([]string{"stage3", "--root=" + root}, tools(t, recipes, dir)...)...)
		if contains(t, "the message", errs, want); code != 1 || strings.Contains(out, "building") {
			t.Errorf("%s: exit %d:\n%s", root, code, out)
		}
	}
}

// TestRootChangedByHand has the root, and another one, written to.
func TestRootChangedByHand(t *testing.T) {
	recipes, dir := smallRecipes(t), t.TempDir()
	options := tools(t, recipes, dir)
	elsewhere := filepath.Join(t.TempDir(), "elsewhere")
	for _, root := range []string{filepath.Join(dir, "root"), elsewhere} {
		args := append([]string{"stage3"}, options...)
		if root == elsewhere {
			args = append(args, "--root", root, "second")
		}
		must(t, args...)
		want := fingerprint(t, root)
		contains(t, "verify", must(t, "verify", "--state", dir, "--root", root), root+" is as its packages have it")
		if err := os.WriteFile(filepath.Join(root, "etc/second"), []byte("mine"), 0o644); err != nil {
			t.Fatal(err)
		}
		_, errs, code := bootstrap(t, args...)
		if contains(t, "stage3", errs, "was changed by hand in 1 places", `"/etc/second": `, "--repair"); code != 1 {
			t.Errorf("stage3: exit %d, want 1", code)
		}
		out, _, code := bootstrap(t, "verify", "--state", dir, "--root", root)
		if contains(t, "verify", out, "/etc/second: "); code != 1 {
			t.Errorf("verify: exit %d, want 1", code)
		}
		must(t, append(args, "--repair")...)
		if got := fingerprint(t, root); got != want {
			t.Errorf("the repaired root is\n%s\nwant\n%s", got, want)
		}
	}
}

// TestFileSizeLimitOfTheCaller has a caller that may not write a byte.
func TestFileSizeLimitOfTheCaller(t *testing.T) {
	args := append([]string{"-c", `ulimit -f 0; exec "$@"`, "sh", program(t), "stage3"}, tools(t, smallRecipes(t), t.TempDir())...)
	out, err := exec.Command("sh", args...).CombinedOutput()
	if err == nil || !strings.HasPrefix(err.Error(), "exit status 1") || !strings.Contains(string(out), "file too large") {
		t.Errorf("%v\n%s", err, out)
	}
}
