package stage2

import (
	"context"
	"debug/elf"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/musl"
)

// tree makes a tree of two libraries' directories and a loader, as far as
// relocation looks at them: the loader is a shared library of this machine.
func tree(t *testing.T) (string, musl.Machine) {
	t.Helper()
	machine, err := musl.Host()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for _, name := range []string{"usr/bin", "usr/lib64", "usr/lib/" + machine.GNU, "usr/lib/llvm-99/lib"} {
		if err := os.MkdirAll(filepath.Join(dir, name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	compile(t, filepath.Join(dir, loaderName(machine)), "int x;", "-shared", "-nostdlib")
	return dir, machine
}

func loaderName(machine musl.Machine) string {
	return usrMerged(strings.TrimPrefix(machine.GlibcLib, "/"))
}

func compile(t *testing.T, to, source string, flags ...string) {
	t.Helper()
	command := exec.Command("gcc", append([]string{"-o", to, "-x", "c", "-", "-x", "none"}, flags...)...)
	command.Stdin = strings.NewReader(source)
	if out, err := command.CombinedOutput(); err != nil {
		t.Fatalf("gcc: %v\n%s", err, out)
	}
}

func relocated(dir string, machine musl.Machine) error {
	return relocate(context.Background(), dir, machine, list{}, func(string) {})
}

func TestRelocate(t *testing.T) {
	dir, machine := tree(t)
	program := filepath.Join(dir, "usr/bin/program")
	compile(t, program, "int x; int _start(void) { return x; }", "-nostdlib", "-pie", "-Wl,--dynamic-linker=/old/loader")
	if err := relocated(dir, machine); err != nil {
		t.Fatal(err)
	}
	object, err := elf.Open(program)
	if err != nil {
		t.Fatal(err)
	}
	defer object.Close()
	interpreter := make([]byte, object.Section(".interp").Size)
	if _, err := object.Section(".interp").ReadAt(interpreter, 0); err != nil {
		t.Fatal(err)
	}
	if got, want := strings.TrimRight(string(interpreter), "\x00"), Prefix+"/"+loaderName(machine); got != want {
		t.Errorf("the interpreter is %s, want %s", got, want)
	}
	rpath, err := object.DynString(elf.DT_RPATH)
	want := "/serpent/usr/lib/" + machine.GNU + ":/serpent/usr/lib/llvm-99/lib:/serpent/usr/lib"
	if err != nil || len(rpath) != 1 || rpath[0] != want {
		t.Errorf("rpath %q, %v; want %s", rpath, err, want)
	}
}

// TestRelocateRefuses has trees in which nothing would be relocated.
func TestRelocateRefuses(t *testing.T) {
	for want, damage := range map[string]func(dir string, m musl.Machine) string{
		"no dynamic linker for ":                         func(dir string, m musl.Machine) string { return loaderName(m) },
		"no directory usr/lib/llvm-*/lib in the tree":    func(string, musl.Machine) string { return "usr/lib/llvm-99" },
		"-gnu in the tree, where its libraries would be": func(_ string, m musl.Machine) string { return "usr/lib/" + m.GNU },
	} {
		dir, machine := tree(t)
		if err := os.RemoveAll(filepath.Join(dir, damage(dir, machine))); err != nil {
			t.Fatal(err)
		}
		if err := relocated(dir, machine); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, want %s", err, want)
		}
	}
	dir, machine := tree(t)
	if err := relocate(context.Background(), dir, machine, list{links: map[string]string{"cc": "clang"}}, nil); err == nil || !strings.Contains(err.Error(), "link cc to clang") {
		t.Errorf("a link to nothing: %v", err)
	}
}

// TestNothingRelocated has a loader, and no file but it.
func TestNothingRelocated(t *testing.T) {
	dir, machine := tree(t)
	if err := relocated(dir, machine); err == nil || !strings.Contains(err.Error(), "no dynamic program or library") {
		t.Errorf("got %v", err)
	}
}

func TestMissingLibrary(t *testing.T) {
	dir, machine := tree(t)
	compile(t, filepath.Join(dir, "usr/lib/libgone.so"), "int y;", "-shared", "-nostdlib")
	compile(t, filepath.Join(dir, "usr/bin/program"), "extern int y; int _start(void) { return y; }", "-nostdlib", "-pie", filepath.Join(dir, "usr/lib/libgone.so"))
	if err := os.Remove(filepath.Join(dir, "usr/lib/libgone.so")); err != nil {
		t.Fatal(err)
	}
	if err := relocated(dir, machine); err == nil || !strings.Contains(err.Error(), "libgone.so, which no chosen package has") {
		t.Errorf("got %v", err)
	}
}

// TestCommands runs a script of another name with a command in its variable, and
// without.
func TestCommands(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "usr/bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := writeCommands(dir, map[string]string{"cc": "STAGE2_CC"}); err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ variable, want string }{
		{"STAGE2_CC=echo --target=x", "--target=x a b  c\n"},
		{"CC=cc", "STAGE2_CC: is not set"},
	} {
		command := exec.Command(filepath.Join(dir, "usr/bin/cc"), "a", "b  c")
		command.Env = append(os.Environ(), test.variable)
		if out, _ := command.CombinedOutput(); !strings.Contains(string(out), test.want) {
			t.Errorf("%s: got %q, want %q", test.variable, out, test.want)
		}
	}
}
