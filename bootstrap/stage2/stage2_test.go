package stage2

import (
	"archive/tar"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestTable(t *testing.T) {
	table, err := parseTable(debianTable)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range table.packages {
		if table.excluded(name) {
			t.Errorf("%s is both wanted and left out", name)
		}
	}
	if !table.excluded("libc6-dev") || table.excluded("libc6") {
		t.Error("glibc's headers must stay out, glibc itself must not")
	}
	if _, err := parseTable("package bash\nlinks a b\n"); err == nil || !strings.Contains(err.Error(), "debian.txt:2:") {
		t.Errorf("a wrong line: %v", err)
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
		{tar.TypeSymlink, "./usr/bin/clang", "../lib/llvm-14/bin/clang", "usr/bin/clang", "../lib/llvm-14/bin/clang"},
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
		if _, _, err := inspect(name); err != nil {
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
