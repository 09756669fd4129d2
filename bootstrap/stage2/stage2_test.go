package stage2

import (
	"archive/tar"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestLists(t *testing.T) {
	for _, r := range Releases() {
		l, err := parseList(r.file, r.text)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range l.wanted(r.Compiler) {
			if l.excluded(name) {
				t.Errorf("%v: %s is both wanted and left out", r, name)
			}
		}
		if !l.excluded("libc6-dev") || l.excluded("libc6") {
			t.Errorf("%v: glibc's headers must stay out, glibc itself must not", r)
		}
		if got, err := ParseRelease(r.String()); err != nil || got.String() != r.String() || got.Compiler != r.Compilers()[0] {
			t.Errorf("%v: got %v, %v", r, got, err)
		}
	}
	if _, err := parseList("x.txt", "package bash\n"); err == nil || !strings.Contains(err.Error(), "x.txt: no compiler") {
		t.Errorf("no compiler: %v", err)
	}
	if _, err := parseList("x.txt", "package bash\nlinks a b\n"); err == nil || !strings.Contains(err.Error(), "x.txt:2:") {
		t.Errorf("a wrong line: %v", err)
	}
}

func TestMachineRelease(t *testing.T) {
	for _, test := range []struct{ text, want, message string }{
		{"ID=debian\nVERSION_ID=\"12\"\n", "debian-12", ""},
		{"VERSION_ID='13'\nID=debian\n", "debian-13", ""},
		{"PRETTY_NAME=\"Debian GNU/Linux 99\"\nID=debian\nVERSION_ID=99\n", "", "no package list for this machine's Debian GNU/Linux 99: name one of debian-12, debian-13"},
		{"ID=other\nVERSION_ID=12\n", "", "name one of"},
	} {
		file := filepath.Join(t.TempDir(), "os-release")
		if err := os.WriteFile(file, []byte(test.text), 0o644); err != nil {
			t.Fatal(err)
		}
		got, err := machineRelease("debian", file)
		if test.message == "" && (err != nil || got.String() != test.want) || test.message != "" && (err == nil || !strings.Contains(err.Error(), test.message)) {
			t.Errorf("%q: %v, %v", test.text, got, err)
		}
	}
	if _, err := ParseRelease("plan9"); err == nil || !strings.Contains(err.Error(), `no package list for "plan9": known are debian-12, `) {
		t.Errorf("an unknown release: %v", err)
	}
}

func TestIntoPrefix(t *testing.T) {
	for _, test := range []struct {
		kind               byte
		name, link         string
		wantName, wantLink string
	}{
		{tar.TypeReg, "./bin/bash", "", "usr/bin/bash", ""},
		{tar.TypeReg, "./usr/bin/make", "", "usr/bin/make", ""},
		{tar.TypeSymlink, "./lib64/ld.so", "/lib/x86_64-linux-gnu/ld.so", "usr/lib64/ld.so", "../lib/x86_64-linux-gnu/ld.so"},
		{tar.TypeSymlink, "./usr/bin/clang", "../lib/llvm-99/bin/clang", "usr/bin/clang", "../lib/llvm-99/bin/clang"},
		{tar.TypeSymlink, "./bin/sh", "dash", "usr/bin/sh", "dash"},
		{tar.TypeSymlink, "./usr/lib/x.so", "/lib/x86_64-linux-gnu/x.so.1", "usr/lib/x.so", "x86_64-linux-gnu/x.so.1"},
		{tar.TypeLink, "./bin/b", "./bin/a", "usr/bin/b", "usr/bin/a"},
	} {
		h := tar.Header{Typeflag: test.kind, Name: test.name, Linkname: test.link}
		if !intoPrefix(&h) || h.Name != test.wantName || h.Linkname != test.wantLink {
			t.Errorf("%s → %s: got %s → %s, want %s → %s", test.name, test.link, h.Name, h.Linkname, test.wantName, test.wantLink)
		}
	}
	if intoPrefix(&tar.Header{Name: "./usr/share/doc/bash/README"}) {
		t.Error("documentation was kept")
	}
}

func TestScriptsAreRelocated(t *testing.T) {
	for before, want := range map[string]string{
		"#!/bin/sh\necho\n":             "#!/serpent/usr/bin/sh\necho\n",
		"#! /usr/bin/perl -w\nx\n":      "#!/serpent/usr/bin/perl -w\nx\n",
		"#!/serpent/usr/bin/sh\necho\n": "#!/serpent/usr/bin/sh\necho\n",
		"no script\n":                   "no script\n",
	} {
		name := filepath.Join(t.TempDir(), "script")
		if err := os.WriteFile(name, []byte(before), 0o755); err != nil {
			t.Fatal(err)
		}
		if _, _, err := inspect(name, libraries{}); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(name); err != nil || string(got) != want {
			t.Errorf("%q became %q, %v; want %q", before, got, err, want)
		}
	}
}

func TestUserTree(t *testing.T) {
	dir := t.TempDir()
	if _, err := OpenUser(dir); err == nil || !strings.Contains(err.Error(), "usr/bin/bash") {
		t.Errorf("an empty tree: %v", err)
	}
	if err := os.MkdirAll(filepath.Join(dir, "usr/bin"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "usr/bin/bash"), []byte("1"), 0o755); err != nil {
		t.Fatal(err)
	}
	first, err := OpenUser(dir)
	if err != nil || first.From != "user" || len(first.Key) != 16 {
		t.Fatalf("%+v, %v", first, err)
	}
	if err := os.WriteFile(filepath.Join(dir, "usr/bin/bash"), []byte("22"), 0o755); err != nil {
		t.Fatal(err)
	}
	if second, err := OpenUser(dir); err != nil || second.Key == first.Key {
		t.Errorf("a changed tool left the key as it was: %v", err)
	}
}

// TestLinkCompiler has a tree with a program of the version that also another package
// has, and one that no other has.
func TestLinkCompiler(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"usr/bin/opt", "usr/lib/llvm-22/bin/opt", "usr/lib/llvm-22/bin/clang"} {
		if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(name), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := linkCompiler(dir, "22"); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{"clang": "usr/lib/llvm-22/bin/clang", "opt": "usr/bin/opt"} {
		if got, err := os.ReadFile(filepath.Join(dir, "usr/bin", name)); err != nil || string(got) != want {
			t.Errorf("%s is %s, %v; want %s", name, got, err, want)
		}
	}
	if err := linkCompiler(dir, "23"); err == nil || !strings.Contains(err.Error(), "programs of LLVM 23") {
		t.Errorf("no such version: %v", err)
	}
}
