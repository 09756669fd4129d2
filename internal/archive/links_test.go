package archive

import (
	"archive/tar"
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/internal/compression"
	"golang.org/x/sys/unix"
)

// contained fails where something lies beside base/in, or a link below it leads
// out for the kernel (openat2(2), RESOLVE_BENEATH).
func contained(t *testing.T, base string) {
	t.Helper()
	entries, err := os.ReadDir(base)
	if err != nil || len(entries) > 1 {
		t.Errorf("something was written outside: %v, %v", entries, err)
	}
	in := filepath.Join(base, "in")
	dir, err := unix.Open(in, unix.O_PATH|unix.O_DIRECTORY, 0)
	if err != nil {
		return // nothing was extracted
	}
	defer unix.Close(dir)
	err = filepath.WalkDir(in, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Type() != fs.ModeSymlink {
			return err
		}
		fd, err := unix.Openat2(dir, strings.TrimPrefix(name, in+"/"), &unix.OpenHow{Flags: unix.O_PATH, Resolve: unix.RESOLVE_BENEATH})
		switch err {
		case nil:
			unix.Close(fd)
		case unix.EXDEV:
			target, _ := os.Readlink(name)
			t.Errorf("%s → %s leads out", name, target)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}

// randomPath is a path of up to four parts, with few names, so that entries meet.
func randomPath(random *rand.Rand, parts ...string) string {
	var path []string
	for range 1 + random.IntN(4) {
		path = append(path, parts[random.IntN(len(parts))])
	}
	return strings.Join(path, "/")
}

func randomEntry(random *rand.Rand) tar.Header {
	name := randomPath(random, "a", "b", "c")
	switch random.IntN(6) {
	case 0:
		return tar.Header{Name: name, Typeflag: tar.TypeDir, Mode: 0o755}
	case 1:
		return file(name, "x")
	case 2:
		return link(tar.TypeLink, name, randomPath(random, "a", "b", "c"))
	}
	return link(tar.TypeSymlink, name, randomPath(random, "a", "b", "c", ".", "..", ".."))
}

// TestNoLinkLeadsOut extracts two random archives into one directory each time.
func TestNoLinkLeadsOut(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	base := t.TempDir()
	accepted := 0
	for range 3000 {
		for range 2 {
			var headers []tar.Header
			for range 1 + random.IntN(6) {
				headers = append(headers, randomEntry(random))
			}
			if _, err := Extract("x.tar", bytes.NewReader(archive(t, headers...)), filepath.Join(base, "in"), Extraction{}); err == nil {
				accepted++
			}
			contained(t, base)
			if t.Failed() {
				t.Fatalf("after %+v", headers)
			}
		}
		if err := os.RemoveAll(filepath.Join(base, "in")); err != nil {
			t.Fatal(err)
		}
	}
	if accepted < 600 {
		t.Errorf("only %d archives were accepted: the test shows little", accepted)
	}
}

// TestLinksThatStay has links that no archive may lose.
func TestLinksThatStay(t *testing.T) {
	dir := t.TempDir()
	data := archive(t, file("t/a/b/file", "x"),
		link(tar.TypeSymlink, "t/a/up", "../a/b/file"), link(tar.TypeSymlink, "t/a/round", "b/../b/file"),
		link(tar.TypeSymlink, "t/a/dir", "b"), link(tar.TypeSymlink, "t/a/through", "dir/file"),
		link(tar.TypeSymlink, "t/a/later", "../d/../a/b/file"), tar.Header{Name: "t/d/", Typeflag: tar.TypeDir, Mode: 0o755},
		link(tar.TypeSymlink, "t/a/dangling", "../missing/file"), link(tar.TypeSymlink, "t/a/itself", "itself"))
	if _, err := Extract("x.tar", bytes.NewReader(data), dir, Extraction{}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"up", "round", "through", "later"} {
		if got, err := os.ReadFile(filepath.Join(dir, "t/a", name)); err != nil || string(got) != "x" {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
	for _, name := range []string{"dangling", "itself"} {
		if _, err := os.Lstat(filepath.Join(dir, "t/a", name)); err != nil {
			t.Error(err)
		}
	}
}

func FuzzExtract(f *testing.F) {
	f.Add(archive(f, file("a/b", "x"), link(tar.TypeSymlink, "a/l", "b"), link(tar.TypeLink, "a/h", "a/b")))
	f.Add(archive(f, link(tar.TypeSymlink, "a", ".."), file("a/evil", "x")))
	f.Add(archive(f, link(tar.TypeSymlink, "p/q", "."), link(tar.TypeSymlink, "p/l", "q/../..")))
	f.Fuzz(func(t *testing.T, data []byte) {
		base := t.TempDir()
		plain, err := compression.Open(bytes.NewReader(data))
		if err != nil {
			return
		}
		Extract("x.tar", plain, filepath.Join(base, "in"), Extraction{})
		contained(t, base)
	})
}
