package archive

import (
	"archive/tar"
	"bytes"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/internal/compression"
	"golang.org/x/sys/unix"
)

// canary is a file beside base/in, which nothing changes.
func canary(t *testing.T, base string) {
	t.Helper()
	file := filepath.Join(base, "canary")
	if err := os.WriteFile(file, []byte("own"), 0o604); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(file, time.Unix(1, 0), time.Unix(1, 0)); err != nil {
		t.Fatal(err)
	}
}

// contained fails where something else than the canary lies beside base/in, the
// canary is not what it was, or a link below base/in leads out for the kernel
// (openat2(2), RESOLVE_BENEATH).
func contained(t *testing.T, base string) {
	t.Helper()
	entries, err := os.ReadDir(base)
	if err != nil || len(entries) > 2 {
		t.Errorf("something was written outside: %v, %v", entries, err)
	}
	text, err := os.ReadFile(filepath.Join(base, "canary"))
	if err != nil || string(text) != "own" {
		t.Errorf("the canary is %q, %v", text, err)
	}
	info, err := os.Lstat(filepath.Join(base, "canary"))
	if err != nil || info.Mode() != 0o604 || !info.ModTime().Equal(time.Unix(1, 0)) || info.Sys().(*syscall.Stat_t).Nlink != 1 {
		t.Errorf("the canary is %v, %v", info, err)
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

// randomArchive has up to six entries.
func randomArchive(random *rand.Rand) (headers []tar.Header) {
	for range 1 + random.IntN(6) {
		headers = append(headers, randomEntry(random))
	}
	return headers
}

// TestNoLinkLeadsOut extracts two random archives into one directory each time, as
// sources and as packages that share a tree.
func TestNoLinkLeadsOut(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	base := t.TempDir()
	canary(t, base)
	accepted := 0
	for round := range 800 {
		for range 2 {
			headers := randomArchive(random)
			how := Extraction{Merge: round%2 == 1}
			if _, err := Extract("x.tar", bytes.NewReader(archive(t, headers...)), filepath.Join(base, "in"), how); err == nil {
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
	if accepted < 300 {
		t.Errorf("only %d archives were accepted: the test shows little", accepted)
	}
}

// TestLinksThatStay has links that no archive may lose.
func TestLinksThatStay(t *testing.T) {
	dir := t.TempDir()
	data := archive(t, file("t/a/b/file", "x"),
		link(tar.TypeSymlink, "t/a/up", "../a/b/file"), link(tar.TypeSymlink, "t/a/round", "b/../b/file"),
		link(tar.TypeSymlink, "t/a/dir", "b"), link(tar.TypeSymlink, "t/a/through", "dir/file"),
		link(tar.TypeSymlink, "t/a/back", "dir/../b/file"),
		link(tar.TypeSymlink, "t/a/later", "../d/../a/b/file"), tar.Header{Name: "t/d/", Typeflag: tar.TypeDir, Mode: 0o755},
		link(tar.TypeSymlink, "t/a/dangling", "../missing/file"), link(tar.TypeSymlink, "t/a/itself", "itself"))
	if _, err := Extract("x.tar", bytes.NewReader(data), dir, Extraction{}); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"up", "round", "through", "back", "later"} {
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
	f.Add(archive(f, file("a b/c", "x"), link(tar.TypeLink, "a b/d", "a b/c"), tar.Header{Name: "a b/e/", Typeflag: tar.TypeDir}))
	f.Fuzz(func(t *testing.T, data []byte) {
		base := t.TempDir()
		canary(t, base)
		plain, err := compression.Open(bytes.NewReader(data))
		if err != nil {
			return
		}
		Extract("x.tar", plain, filepath.Join(base, "in"), Extraction{})
		contained(t, base)
	})
}
