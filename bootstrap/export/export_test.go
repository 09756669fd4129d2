package export

import (
	"archive/tar"
	"bytes"
	"encoding/json"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"golang.org/x/sys/unix"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// built is a state with one package, whose build took some seconds at some time.
func built(t *testing.T, seconds float64) (*store.State, *plan.Step) {
	t.Helper()
	state, err := store.Open(t.TempDir())
	check(t, err)
	step := &plan.Step{Recipe: &recipe.Recipe{Name: "a", Version: "1", Release: 2}, Key: strings.Repeat("5", 64)}
	work, err := state.NewWork(step)
	check(t, err)
	dir := filepath.Join(work, "install")
	check(t, os.MkdirAll(filepath.Join(dir, "usr/bin"), 0o755))
	su, long := filepath.Join(dir, "usr/bin/su"), filepath.Join(dir, "usr", strings.Repeat("long", 60))
	check(t, os.WriteFile(su, []byte("su"), 0o755))
	check(t, os.WriteFile(long, []byte("long"), 0o600))
	check(t, os.Link(su, filepath.Join(dir, "usr/bin/sudo")))
	check(t, os.Symlink("su", filepath.Join(dir, "usr/bin/link")))
	check(t, os.Chmod(su, 0o755|fs.ModeSetuid))
	if os.Geteuid() == 0 {
		check(t, unix.Lsetxattr(long, "security.capability", []byte("\x01\x00\x00\x02\x00\x20\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"), 0))
		check(t, os.Lchown(filepath.Join(dir, "usr/bin/link"), 7, 8))
	}
	check(t, filepath.WalkDir(dir, func(path string, _ fs.DirEntry, err error) error {
		check(t, err)
		when := unix.Timespec{Sec: 1600000000, Nsec: 500}
		return unix.UtimesNanoAt(unix.AT_FDCWD, path, []unix.Timespec{when, when}, unix.AT_SYMLINK_NOFOLLOW)
	}))
	installed, err := manifest.Make(dir, manifest.Options{})
	check(t, err)
	files, size := installed.Count()
	record := ledger.Record{
		Time: time.Unix(int64(seconds), 0), Name: "a", Version: "1", Release: 2, Key: step.Key, Outcome: ledger.Built, Declared: []string{"argp"},
		Cost: ledger.Cost{Took: seconds, CPU: seconds, MaxRSS: int64(seconds), Files: files, Size: size},
	}
	check(t, state.Commit(step, dir, &store.Package{Name: "a", Version: "1", Release: 2, Key: step.Key, Record: record, Installed: installed}))
	return state, step
}

func archived(t *testing.T, seconds float64) []byte {
	t.Helper()
	state, step := built(t, seconds)
	var out bytes.Buffer
	check(t, Write(&out, state, step))
	return out.Bytes()
}

func TestSameBytesOfTwoBuilds(t *testing.T) {
	if !bytes.Equal(archived(t, 1), archived(t, 1000)) {
		t.Error("two builds of the same files give two archives")
	}
}

func TestWrite(t *testing.T) {
	reader := tar.NewReader(bytes.NewReader(archived(t, 3)))
	have := map[string]*tar.Header{}
	for {
		h, err := reader.Next()
		if err == io.EOF {
			break
		}
		check(t, err)
		have[h.Name] = h
		if h.Name != "usr/share/wildebeest/packages/a.json" {
			continue
		}
		var r ledger.Record
		check(t, json.NewDecoder(reader).Decode(&r))
		if r.Name != "a" || r.Files != 4 || len(r.Declared) != 1 || r.Took != 0 || !r.Time.IsZero() {
			t.Errorf("the record is %+v", r)
		}
	}
	for name, want := range map[string]struct {
		kind   byte
		mode   int64
		target string
	}{
		"usr/": {tar.TypeDir, 0o755, ""}, "usr/bin/link": {tar.TypeSymlink, 0o777, "su"}, "usr/bin/su": {tar.TypeReg, 0o4755, ""},
		"usr/bin/sudo": {tar.TypeLink, 0o4755, "usr/bin/su"}, "usr/share/": {tar.TypeDir, 0o755, ""},
		"usr/share/wildebeest/packages/a.json": {tar.TypeReg, 0o644, ""},
	} {
		h := have[name]
		if h == nil || h.Typeflag != want.kind || h.Mode != want.mode || h.Linkname != want.target || h.ModTime.Nanosecond() != 500 {
			t.Errorf("%s is %+v", name, h)
		}
	}
	if os.Geteuid() == 0 {
		if h := have["usr/bin/link"]; h.Uid != 7 || h.Gid != 8 {
			t.Errorf("the link is of %d:%d", h.Uid, h.Gid)
		}
	}
}

// TestTarReadsIt has GNU tar make a tree of an archive, which must be the package.
func TestTarReadsIt(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root sets owners and capabilities")
	}
	state, step := built(t, 3)
	for _, name := range []string{"a.tar", "a.tar.gz", "a.tar.zst"} {
		var out bytes.Buffer
		packed, err := Compress(&out, name)
		check(t, err)
		check(t, Write(packed, state, step))
		check(t, packed.Close())
		dir := t.TempDir()
		check(t, os.WriteFile(filepath.Join(dir, name), out.Bytes(), 0o600))
		root := filepath.Join(dir, "root")
		check(t, os.Mkdir(root, 0o755))
		if text, err := exec.Command("tar", "--xattrs", "--xattrs-include=*", "-C", root, "-xpf", filepath.Join(dir, name)).CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
		got, err := manifest.Make(root, manifest.Options{})
		check(t, err)
		for _, d := range must(state.Manifest(step))(t, got) {
			if !strings.HasPrefix(d.File, "/usr/share") && d.File != "/" {
				t.Errorf("%s: %v", name, d)
			}
		}
	}
}

func must(want *manifest.Manifest, err error) func(*testing.T, *manifest.Manifest) []store.Difference {
	return func(t *testing.T, got *manifest.Manifest) []store.Difference {
		check(t, err)
		return manifest.Compare(want, got)
	}
}
