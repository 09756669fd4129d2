package getent

import (
	"bufio"
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// maxMemory is what getent may take, in KiB, whatever it reads.
const maxMemory = 16 << 10

// limited executes getent, with its output dropped, and fails when it takes too
// much memory or time.
func limited(t *testing.T, args ...string) (stderr string, code int) {
	t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	var errs strings.Builder
	cmd := exec.CommandContext(ctx, filepath.Join(os.Getenv(inside), "peak"), append([]string{toolPath}, args...)...)
	cmd.Stderr = &errs
	cmd.ExtraFiles = []*os.File{write}
	cmd.Run()
	write.Close()
	text, _ := io.ReadAll(read)
	peak, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		t.Fatalf("getent %q: no end in a minute: %s", args, errs.String())
	}
	if peak > maxMemory {
		t.Errorf("getent %q took %d KiB", args, peak)
	}
	return errs.String(), cmd.ProcessState.ExitCode()
}

// eachDatabase looks a key up in every database of files, and lists them.
func eachDatabase(t *testing.T, test func(t *testing.T, file string, args ...string)) {
	for _, s := range shapes {
		for _, libc := range []string{"--libc=musl", "--libc=glibc"} {
			t.Run(s.database+libc, func(t *testing.T) {
				test(t, s.file, libc, "-s", "files", s.database, "key")
				if s.list {
					test(t, s.file, libc, "-s", "files", s.database)
				}
			})
		}
	}
}

// TestHugeLines reads lines of 24 MB that are one field or ten million of them,
// and one of 1 GB.
func TestHugeLines(t *testing.T) {
	const size = 24 << 20
	for name, pattern := range map[string]string{"one word": "x", "colons": "a:", "commas": "key:x:1:a,", "words": "key 1 "} {
		t.Run(name, func(t *testing.T) {
			eachDatabase(t, func(t *testing.T, file string, args ...string) {
				if len(args) > 4 && name != "words" {
					return // a lookup reads as much as a list
				}
				tree{}.write(t)
				writeHuge(t, "/etc/"+file, pattern, size)
				stderr, code := limited(t, args...)
				if code != 0 && code != 2 || !strings.Contains(stderr, "left out a line longer than 4 MiB") {
					t.Errorf("code %d, %s", code, stderr)
				}
			})
		})
	}
	t.Run("1 GB", func(t *testing.T) {
		tree{}.write(t)
		file, err := os.Create("/etc/passwd")
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		if err := file.Truncate(1 << 30); err != nil { // a hole: 1 GB of NULs
			t.Fatal(err)
		}
		if _, err := file.WriteAt([]byte("\nkey:x:1:1:::\n"), 1<<30); err != nil {
			t.Fatal(err)
		}
		if stderr, code := limited(t, "passwd", "key"); code != 0 {
			t.Errorf("the line after it isn't found: code %d, %s", code, stderr)
		}
	})
}

// TestLargeFilesOfLongLines looks keys up in files of 20 MB, large enough to be
// searched by two threads, with lines just short enough to be taken.
func TestLargeFilesOfLongLines(t *testing.T) {
	for _, start := range []string{"x:y", "key:x:77:"} {
		tree{}.write(t)
		line := start + strings.Repeat("key,", 975_000) + "\n"
		for _, file := range []string{"/etc/passwd", "/etc/group"} {
			if err := os.WriteFile(file, bytes.Repeat([]byte(line), 5), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		for _, libc := range []string{"--libc=musl", "--libc=glibc"} {
			for _, args := range [][]string{{"passwd", "key"}, {"passwd", "78"}, {"group", "key"}, {"group", "78"}, {"initgroups", "key"}} {
				if stderr, code := limited(t, append([]string{libc, "-s", "files"}, args...)...); code != 0 && code != 2 || stderr != "" {
					t.Errorf("getent %s %q: code %d, %s", libc, args, code, stderr)
				}
			}
		}
	}
}

func writeHuge(t *testing.T, path, pattern string, size int) {
	t.Helper()
	file, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	out := bufio.NewWriter(file)
	chunk := strings.Repeat(pattern, 4096)
	for n := 0; n < size; n += len(chunk) {
		if _, err := out.WriteString(chunk); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
}

// TestManyLines reads files whose answers could grow without end.
func TestManyLines(t *testing.T) {
	for _, c := range []struct {
		file, line string
		args       []string
	}{
		{"hosts", "1.1.1.1 key %\n", []string{"hosts", "key"}},
		{"hosts", "1.1.1.1 key %\n", []string{"ahosts", "key"}},
		{"group", "g:x:1:key\n", []string{"initgroups", "key"}},
		{"netgroup", "key key key (a,b,c) \\\n", []string{"netgroup", "key"}},
		{"aliases", "key: a\n b, c\n", []string{"aliases", "key"}},
		{"nsswitch.conf", "passwd: files files files files\n", []string{"passwd", "key"}},
		{"resolv.conf", "nameserver 127.0.0.1\nsearch a b c\n", []string{"hosts", "1.1.1.1"}},
	} {
		tree{"host.conf": "multi on\n"}.write(t)
		writeHuge(t, "/etc/"+c.file, c.line, 16<<20)
		for _, libc := range []string{"--libc=musl", "--libc=glibc"} {
			limited(t, append([]string{libc}, c.args...)...)
		}
	}
}

// TestStrangeFiles puts what is no file in the place of one.
func TestStrangeFiles(t *testing.T) {
	kinds := map[string]func(path string) error{
		"fifo":      func(path string) error { return syscall.Mkfifo(path, 0o644) },
		"zero":      func(path string) error { return os.Symlink("/dev/zero", path) },
		"tty":       func(path string) error { return os.Symlink("/dev/tty", path) },
		"directory": func(path string) error { return os.Mkdir(path, 0o755) },
		"loop":      func(path string) error { return os.Symlink(path, path) },
		"proc":      func(path string) error { return os.Symlink("/proc/self/mem", path) },
	}
	for kind, make := range kinds {
		eachDatabase(t, func(t *testing.T, file string, args ...string) {
			tree{}.write(t)
			if err := make("/etc/" + file); err != nil {
				t.Fatal(err)
			}
			stderr, code := limited(t, args...)
			if code != 0 && code != 2 || !strings.HasPrefix(stderr, "getent: read /etc/"+file+": ") {
				t.Errorf("%s: code %d, %q", kind, code, stderr)
			}
		})
	}
}

// TestShrinkingFile reads a file that gets shorter and longer meanwhile.
func TestShrinkingFile(t *testing.T) {
	tree{}.write(t)
	line := "user:x:1:1:::\n"
	stop := make(chan struct{})
	done := make(chan struct{})
	writeHuge(t, "/etc/passwd", line, 8<<20)
	go func() {
		defer close(done)
		for size := int64(0); ; size = (size + 1234567) % (8 << 20) {
			select {
			case <-stop:
				return
			default:
				os.Truncate("/etc/passwd", size)
			}
		}
	}()
	for range 20 {
		for _, args := range [][]string{{"passwd"}, {"passwd", "nobody"}, {"passwd", "77"}} {
			if _, code := limited(t, args...); code != 0 && code != 2 {
				t.Errorf("getent %q: code %d", args, code)
			}
		}
	}
	close(stop)
	<-done
}

// TestUnreadableFile is what a user without the right sees.
func TestUnreadableFile(t *testing.T) {
	tree{"shadow": "a:x:1::::::\n"}.write(t)
	if err := os.Chmod("/etc/shadow", 0); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(os.Getenv(inside), 0o755); err != nil {
		t.Fatal(err)
	}
	var errs strings.Builder
	cmd := exec.Command(toolPath, "shadow", "a")
	cmd.Stderr = &errs
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	err := cmd.Run()
	if cmd.ProcessState == nil && os.Getenv("CI") == "" {
		t.Skip("no second user in this namespace: ", err)
	}
	if cmd.ProcessState == nil {
		t.Fatal("in CI nothing may be missing: no second user in this namespace: ", err)
	}
	if cmd.ProcessState.ExitCode() != 2 || errs.String() != "getent: read /etc/shadow: permission denied\n" {
		t.Errorf("code %d, %q", cmd.ProcessState.ExitCode(), errs.String())
	}
}
