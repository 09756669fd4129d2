package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/wildebeest/rules/gccflag"
	"github.com/serpent-os/wildebeest/wildebeest/rules/linkerflag"
	"github.com/serpent-os/wildebeest/wildebeest/rules/missinglibrary"
)

// TestMissingLibraries holds the rule's list against what musl installs.
func TestMissingLibraries(t *testing.T) {
	lib := filepath.Join(sysroot.Find(t), "usr", "lib")
	has := func(name string) bool {
		_, err := os.Stat(filepath.Join(lib, "lib"+name+".a"))
		return err == nil
	}
	for _, name := range missinglibrary.Libraries {
		if has(name) {
			t.Errorf("musl has lib%s", name)
		}
	}
	for _, name := range []string{"m", "rt", "pthread", "crypt", "util", "xnet", "resolv", "dl"} {
		if !has(name) {
			t.Errorf("musl has no lib%s, which doc.md says is there", name)
		}
	}
}

// TestFlags asks both compilers, and both linkers, about every flag of the
// rules: GNU's takes it, LLVM's does not.
func TestFlags(t *testing.T) {
	dir := t.TempDir()
	source, object := filepath.Join(dir, "a.c"), filepath.Join(dir, "a.o")
	if err := os.WriteFile(source, []byte("int f(void) { return 0; }\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("clang", "-c", source, "-o", object).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	takes := func(program string, args ...string) (bool, string) {
		cmd := exec.Command(program, args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "LC_ALL=C")
		out, err := cmd.CombinedOutput()
		return err == nil, string(out)
	}
	values := map[string]string{"-mpreferred-stack-boundary=": "4", "-mindirect-branch=": "thunk", "-mfunction-return=": "thunk", "-fdiagnostics-urls=": "never",
		"-flto-partition=": "none", "-fcallgraph-info=": "su", "-fstack-limit-register=": "rsp", "-fzero-call-used-regs=": "used-gpr",
		"-mlarge-data-threshold=": "1", "-mstringop-strategy=": "loop"}
	var all []string
	for _, flag := range gccflag.Flags() {
		all = append(all, flag+values[flag])
	}
	if ok, out := takes("gcc", append(all, "-w", "-fsyntax-only", source)...); !ok {
		t.Errorf("gcc rejects some of the flags: %s", out)
	}
	_, said := takes("clang", append(all, "-w", "-fsyntax-only", source)...) // it tells of each
	for _, flag := range all {
		if !strings.Contains(said, "'"+flag+"'") {
			t.Errorf("clang takes %s", flag)
		}
	}
	_, help := takes("ld", "--help")
	said = ""
	for some := range slices.Chunk(linkerflag.Flags, 10) { // it gives up after 20
		_, more := takes("ld.lld", append(slices.Clone(some), "-shared", object, "-o", "/dev/null")...)
		said += more
	}
	for _, flag := range linkerflag.Flags {
		if !strings.Contains(help, flag) && !strings.Contains(help, strings.Replace(flag, "--no-", "--[no-]", 1)) {
			t.Errorf("GNU ld does not know %s", flag)
		}
		if !strings.Contains(said, "'"+flag+"'") {
			t.Errorf("lld takes %s", flag)
		}
	}
}
