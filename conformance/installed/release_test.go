package installed

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"debug/elf"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	cdx "github.com/CycloneDX/cyclonedx-go"
	"github.com/serpent-os/wildebeest/internal/version"
)

var programs = []string{"bootstrap", "getconf", "getent", "nscd", "wildebeest"}

// inProject runs a command in the project's directory.
func inProject(t *testing.T, variables []string, name string, args ...string) []byte {
	t.Helper()
	command := exec.Command(name, args...)
	command.Dir, command.Env, command.Stderr = "../..", append(os.Environ(), variables...), os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return out
}

// release is the directory that `make release` fills for this machine. Its second build,
// too, takes what the cache has: TestSameBytes compiles without.
func release(t *testing.T) string {
	t.Helper()
	dist := filepath.Join(t.TempDir(), "dist")
	cache := strings.TrimSpace(string(inProject(t, nil, "go", "env", "GOCACHE")))
	inProject(t, []string{"ARCHES=" + runtime.GOARCH, "DIST=" + dist, "SECOND_CACHE=" + cache}, "tools/release")
	return dist
}

func TestRelease(t *testing.T) {
	dist := release(t)
	name := "wildebeest-" + version.String() + "-linux-" + runtime.GOARCH
	sums := exec.Command("sha256sum", "--check", "--strict", "SHA256SUMS")
	sums.Dir = dist
	if out, err := sums.CombinedOutput(); err != nil || strings.Count(string(out), ": OK\n") != 4 {
		t.Errorf("SHA256SUMS: %v\n%s", err, out)
	}
	root := t.TempDir()
	unpack(t, filepath.Join(dist, name+".tar.gz"), name, root)
	var have []string
	entries, err := os.ReadDir(filepath.Join(root, name, "bin"))
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		have = append(have, entry.Name())
		checkProgram(t, filepath.Join(root, name, "bin", entry.Name()))
	}
	if !slices.Equal(have, programs) {
		t.Errorf("the programs are %q, want %q", have, programs)
	}
	for _, file := range []string{"share/man/man1/getconf.1", "share/man/man1/bootstrap-stage3.1", "share/doc/wildebeest/LICENSE"} {
		if _, err := os.Stat(filepath.Join(root, name, file)); err != nil {
			t.Error(err)
		}
	}
	checkBill(t, filepath.Join(dist, name+".cdx.json"), filepath.Join(root, name, "share/doc/wildebeest/sbom.cdx.json"))
}

// unpack unpacks an archive, whose entries are all below a directory, of root, of one
// time, and writable by their owner alone.
func unpack(t *testing.T, file, top, root string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	plain, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	times := make(map[int64]bool)
	for in := tar.NewReader(plain); ; {
		h, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(h.Name, top+"/") || h.Uid != 0 || h.Gid != 0 || h.Uname != "" || h.Mode&0o022 != 0 {
			t.Errorf("%s: owner %d %q, group %d, mode %o", h.Name, h.Uid, h.Uname, h.Gid, h.Mode)
		}
		times[h.ModTime.Unix()] = true
		to := filepath.Join(root, filepath.Clean(h.Name))
		if h.Typeflag == tar.TypeDir {
			err = os.MkdirAll(to, 0o755)
		} else {
			var text []byte
			if text, err = io.ReadAll(in); err == nil {
				err = os.WriteFile(to, text, fs.FileMode(h.Mode))
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if len(times) != 1 {
		t.Errorf("the entries have %d times, want one", len(times))
	}
}

// checkProgram sees to it that a program is static and says its version.
func checkProgram(t *testing.T, path string) {
	t.Helper()
	file, err := elf.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, p := range file.Progs {
		if p.Type == elf.PT_INTERP || p.Type == elf.PT_DYNAMIC {
			t.Errorf("%s is not static: it has a segment %v", filepath.Base(path), p.Type)
		}
	}
	if out, err := exec.Command(path, "--version").CombinedOutput(); err != nil || !strings.Contains(string(out), version.String()) {
		t.Errorf("%s --version: %v, %s", filepath.Base(path), err, out)
	}
}

// checkBill reads the list of modules, which the archive has as well.
func checkBill(t *testing.T, file, inArchive string) {
	t.Helper()
	one, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if other, err := os.ReadFile(inArchive); err != nil || !bytes.Equal(one, other) {
		t.Errorf("the archive's list of modules is another: %v", err)
	}
	var bill cdx.BOM
	if err := cdx.NewBOMDecoder(bytes.NewReader(one), cdx.BOMFileFormatJSON).Decode(&bill); err != nil {
		t.Fatal(err)
	}
	has := make(map[string]bool)
	for _, component := range *bill.Components {
		has[component.Name] = true
	}
	for _, name := range append(slices.Clone(programs), "golang.org/x/sys", "std") {
		if !has[name] {
			t.Errorf("the list of modules lacks %s", name)
		}
	}
}

// TestSameBytes compiles a program with the cache and without one, in another
// directory, as `make release` does with all of them.
func TestSameBytes(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	build := []string{"--no-print-directory", "all", "COMMANDS=./cmd/getconf", "COMMIT=0123456789"}
	inProject(t, nil, "make", append(build, "BIN="+first)...)
	copied := filepath.Join(t.TempDir(), "elsewhere")
	for _, part := range []string{"go.mod", "go.sum", "Makefile", "conformance/proofs.mk", "tools/package.mk", "cmd", "internal/version", "internal/printable", "internal/suggest", "recipes/musl"} {
		if err := os.MkdirAll(filepath.Dir(filepath.Join(copied, part)), 0o755); err != nil {
			t.Fatal(err)
		}
		inProject(t, nil, "cp", "-R", part, filepath.Join(copied, part))
	}
	inProject(t, []string{"GOCACHE=" + t.TempDir()}, "make", append(build, "-C", copied, "BIN="+second)...)
	one, err := os.ReadFile(filepath.Join(first, "getconf"))
	if err != nil {
		t.Fatal(err)
	}
	if other, err := os.ReadFile(filepath.Join(second, "getconf")); err != nil || !bytes.Equal(one, other) {
		t.Errorf("built twice, the bytes of getconf differ: %v", err)
	}
}
