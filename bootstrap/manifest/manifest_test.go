package manifest

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sys/unix"
)

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// write makes a file below dir.
func write(t *testing.T, dir, name, text string, mode fs.FileMode) string {
	t.Helper()
	path := filepath.Join(dir, name)
	check(t, os.MkdirAll(filepath.Dir(path), 0o755))
	check(t, os.WriteFile(path, []byte(text), 0o600))
	check(t, os.Chmod(path, mode))
	return path
}

// aList is what setfacl -m u:5:rwx gives a file of mode 0640, as acl(5) has it in
// the kernel: tag, permissions and id of each entry.
const aList = "\x02\x00\x00\x00" +
	"\x01\x00\x06\x00\xff\xff\xff\xff" + "\x02\x00\x07\x00\x05\x00\x00\x00" + "\x04\x00\x04\x00\xff\xff\xff\xff" +
	"\x10\x00\x07\x00\xff\xff\xff\xff" + "\x20\x00\x00\x00\xff\xff\xff\xff"

// TestRefused has what no package may have, each with the words that say so.
func TestRefused(t *testing.T) {
	for _, test := range []struct {
		label string
		fill  func(t *testing.T, dir string)
		want  string
	}{
		{"fifo", func(t *testing.T, dir string) { check(t, unix.Mkfifo(filepath.Join(dir, "run"), 0o600)) }, `"/run", a fifo`},
		{"socket", func(t *testing.T, dir string) {
			fd, err := unix.Socket(unix.AF_UNIX, unix.SOCK_STREAM, 0)
			check(t, err)
			defer unix.Close(fd)
			check(t, unix.Bind(fd, &unix.SockaddrUnix{Name: filepath.Join(dir, "s")}))
		}, `"/s", a socket`},
		{"line feed", func(t *testing.T, dir string) { write(t, dir, "a\nb", "", 0o644) }, `"/a\nb", whose name or target has a control character`},
		{"escape", func(t *testing.T, dir string) { write(t, dir, "\x1b[2J", "", 0o644) }, `has a control character`},
		{"C1", func(t *testing.T, dir string) { write(t, dir, "\u009b", "", 0o644) }, `has a control character`},
		{"not UTF-8", func(t *testing.T, dir string) { write(t, dir, "\xff", "", 0o644) }, `is not UTF-8`},
		{"target", func(t *testing.T, dir string) { check(t, os.Symlink("a\rb", filepath.Join(dir, "l"))) }, `"/l", whose name or target has a control character`},
		{"8 TiB", func(t *testing.T, dir string) {
			check(t, os.Truncate(write(t, dir, "sparse", "", 0o644), 8<<40))
		}, `"/sparse", with which its files have 8 TiB, holes included; a package may have 64 GiB`},
		{"many of 10 GiB", func(t *testing.T, dir string) {
			for _, name := range []string{"1", "2", "3", "4", "5", "6", "7"} {
				check(t, os.Truncate(write(t, dir, name, "", 0o644), 10<<30))
			}
		}, `"/7", with which its files have 70 GiB`},
		{"link to elsewhere", func(t *testing.T, dir string) {
			check(t, os.Link(write(t, t.TempDir(), "outside", "", 0o644), filepath.Join(dir, "x")))
		}, `"/x", which is a hard link to a file outside`},
		{"deep", func(t *testing.T, dir string) {
			for range 16 {
				dir = filepath.Join(dir, strings.Repeat("d", 200))
			}
			check(t, os.MkdirAll(dir, 0o755))
		}, `with a path of more than 3072 bytes`},
		{"access control list", func(t *testing.T, dir string) {
			check(t, unix.Setxattr(write(t, dir, "x", "", 0o640), "system.posix_acl_access", []byte(aList), 0))
		}, `"/x", which has an access control list`},
	} {
		t.Run(test.label, func(t *testing.T) {
			dir := t.TempDir()
			test.fill(t, dir)
			_, err := Make(dir, Options{Limit: 64 << 30})
			var refused *RefusedError
			if !errors.As(err, &refused) || !strings.Contains(err.Error(), test.want) || len(err.Error()) > 500 {
				t.Errorf("%v, want %q", err, test.want)
			}
		})
	}
}

func TestDevicesAreRefused(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root makes device nodes")
	}
	for kind, want := range map[uint32]string{unix.S_IFCHR: "character device", unix.S_IFBLK: "block device"} {
		dir := t.TempDir()
		check(t, unix.Mknod(filepath.Join(dir, "node"), kind|0o600, 0))
		if _, err := Make(dir, Options{}); err == nil || !strings.Contains(err.Error(), `"/node", a `+want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestStoredTreesAreHarmless(t *testing.T) {
	dir := t.TempDir()
	check(t, os.Chmod(dir, 0o755))
	write(t, dir, "usr/bin/su", "su", 0o755|fs.ModeSetuid)
	check(t, os.Link(filepath.Join(dir, "usr/bin/su"), filepath.Join(dir, "usr/bin/sudo")))
	check(t, os.Symlink("su", filepath.Join(dir, "usr/bin/link")))
	check(t, os.Chmod(filepath.Join(dir, "usr"), 0o755|fs.ModeSetgid|fs.ModeSticky))
	when := time.Unix(1000, 0)
	made, err := Make(dir, Options{Time: when})
	check(t, err)
	at := when.UnixNano()
	want := []File{
		{Name: "/", Kind: Directory, Mode: 0o755, Time: at},
		{Name: "/usr", Kind: Directory, Mode: 0o3755, Time: at},
		{Name: "/usr/bin", Kind: Directory, Mode: 0o755, Time: at},
		{Name: "/usr/bin/link", Kind: Link, Mode: 0o777, Time: at, Target: "su"},
		{Name: "/usr/bin/su", Kind: Regular, Mode: 0o4755, Size: 2, Time: at, Sum: made.Files[4].Sum},
		{Name: "/usr/bin/sudo", Kind: Regular, Mode: 0o4755, Size: 2, Time: at, Sum: made.Files[4].Sum, Same: "/usr/bin/su"},
	}
	for i := range made.Files {
		made.Files[i].UID, made.Files[i].GID = 0, 0
	}
	if difference := cmp.Diff(want, made.Files); difference != "" {
		t.Error(difference)
	}
	check(t, filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
		check(t, err)
		info, err := entry.Info()
		check(t, err)
		if info.Mode()&(fs.ModeSetuid|fs.ModeSetgid) != 0 || !info.ModTime().Equal(when) {
			t.Errorf("%s has mode %v and time %v", path, info.Mode(), info.ModTime())
		}
		return nil
	}))
	text, err := made.Encode()
	check(t, err)
	again, err := Decode(text)
	check(t, err)
	if difference := cmp.Diff(made, again); difference != "" {
		t.Error(difference)
	}
}

// TestCapabilities has a program with a capability and an attribute of users'.
func TestCapabilities(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root gives capabilities")
	}
	dir, err := os.MkdirTemp("/var/tmp", "wildebeest-manifest-") // a tmpfs may have no user.*
	check(t, err)
	defer os.RemoveAll(dir)
	path := write(t, dir, "ping", "", 0o755)
	// Revision 2 of struct vfs_cap_data: cap_net_raw+ep.
	value := "\x01\x00\x00\x02\x00\x20\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"
	check(t, unix.Setxattr(path, capability, []byte(value), 0))
	check(t, unix.Setxattr(path, "user.note", []byte("text"), 0))
	made, err := Make(dir, Options{})
	check(t, err)
	want := map[string][]byte{capability: []byte(value), "user.note": []byte("text")}
	if difference := cmp.Diff(want, made.Files[1].Attributes); difference != "" {
		t.Error(difference)
	}
	if _, err := unix.Getxattr(path, capability, nil); !errors.Is(err, unix.ENODATA) {
		t.Errorf("the file of the store still has its capability: %v", err)
	}
	if got := withoutRoot([]byte("\x01\x00\x00\x03" + value[4:] + "\xe8\x03\x00\x00")); string(got) != value {
		t.Errorf("without the namespace's root: %q", got)
	}
}

// TestFlags has a file with flags of chattr(1): they are cleared.
func TestFlags(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root sets the flags")
	}
	dir := t.TempDir()
	path := write(t, dir, "locked", "", 0o4755)
	check(t, os.Chmod(path, 0o755|fs.ModeSetuid))
	if out, err := exec.Command("chattr", "+i", path).CombinedOutput(); err != nil {
		t.Fatalf("chattr: %v %s", err, out)
	}
	made, err := Make(dir, Options{Time: time.Unix(1, 0)})
	check(t, err)
	if made.Files[1].Mode != 0o4755 {
		t.Errorf("mode %o", made.Files[1].Mode)
	}
	check(t, os.Remove(path))
}

func TestCompare(t *testing.T) {
	base := File{Name: "/x", Kind: Regular, Mode: 0o755, Size: 1, Sum: "a"}
	for _, test := range []struct {
		change func(*File)
		how    string
	}{
		{func(f *File) { f.Mode = 0o4755 }, "mode -rwxr-xr-x, then urwxr-xr-x"},
		{func(f *File) { f.UID = 5 }, "owner 0:0, then 5:0"},
		{func(f *File) { f.Size = 2 }, "1 bytes, then 2"},
		{func(f *File) { f.Time = 2 }, "another modification time"},
		{func(f *File) { f.Sum = "b" }, ""},
		{func(f *File) { f.Kind = Directory }, "a file, then a directory"},
		{func(f *File) { f.Attributes = map[string][]byte{capability: nil} }, "other extended attributes"},
		{func(f *File) { f.Same = "/y" }, "a hard link to none, then to /y"},
	} {
		other := base
		test.change(&other)
		got := Compare(&Manifest{[]File{base}}, &Manifest{[]File{other}})
		want := []Difference{{"/x", test.how}}
		if test.how == "mode -rwxr-xr-x, then urwxr-xr-x" {
			want[0].How = "mode -rwxr-xr-x, then " + (Mode(0o4755)).FileMode().String()
		}
		if difference := cmp.Diff(want, got); difference != "" {
			t.Error(difference)
		}
	}
	if got := Compare(&Manifest{[]File{base}}, &Manifest{[]File{base}}); len(got) > 0 {
		t.Error(got)
	}
}
