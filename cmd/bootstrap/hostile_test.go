package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/creack/pty"
)

// tarball makes an archive; a text that begins with → is a link, and a name that
// ends with a slash a directory.
func tarball(t *testing.T, entries ...[2]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := tar.NewWriter(&out)
	for _, e := range entries {
		h := &tar.Header{Name: e[0], Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(e[1])), ModTime: time.Unix(1600000000, 0)}
		body := e[1]
		if target, ok := strings.CutPrefix(body, "→"); ok {
			h.Typeflag, h.Linkname, h.Size, body = tar.TypeSymlink, target, 0, ""
		} else if strings.HasSuffix(h.Name, "/") {
			h.Typeflag, h.Mode = tar.TypeDir, 0o755
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, body); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestHostileSources builds packages whose archives go for what the driver writes.
func TestHostileSources(t *testing.T) {
	victim := filepath.Join(t.TempDir(), "victim")
	if err := os.WriteFile(victim, []byte("own"), 0o644); err != nil {
		t.Fatal(err)
	}
	above := strings.Repeat("/..", 20)
	for label, test := range map[string]struct {
		entries [][2]string
		want    string // in the log, or else in the error
		code    int
	}{
		"a command":        {[][2]string{{"$(touch x)'\"\n a/a.c", "int x;\n"}}, "int x;\nbuilt in /build/source\n", 0},
		"one file":         {[][2]string{{"a.c", "int x;\n"}}, "int x;\nbuilt in /build\n", 0},
		"names of a build": {[][2]string{{"t/a.c", "int x;\n"}, {".stone.sh/", ""}, {"recipe", "→t"}, {"script", "echo no"}}, "int x;\nbuilt in /build/t\n", 0},
		"a link as top":    {[][2]string{{"top", "→t"}, {"t/", ""}, {"t/a.c", "int x;\n"}}, "int x;\nbuilt in /build/t\n", 0},
		"a link out":       {[][2]string{{"t/", ""}, {"t/x", "→."}, {".stone.sh", "→t/x/x" + above + victim}}, "; the archive is refused: take another one", 1},
		"a top out":        {[][2]string{{"t/", ""}, {"t/x", "→."}, {"a", "→t/x/x" + above + filepath.Dir(victim)}}, "; the archive is refused: take another one", 1},
	} {
		t.Run(label, func(t *testing.T) {
			data := tarball(t, test.entries...)
			hash := fmt.Sprintf("%x", sha256.Sum256(data))
			recipes, dir := recipeSet(t, map[string]string{"hostile": "builddeps: [filesystem]\nupstreams:\n  - http://192.0.2.1/hostile-1.tar : " + hash + "\n" +
				"install: |\n  cat a.c\n  echo \"built in $(pwd -P)\"\n  rm -f /recipe/failure 2>/dev/null || true\n  cp a.c %(installroot)/\n"}), t.TempDir()
			// It is in the cache, so nobody is asked for it.
			if err := os.MkdirAll(filepath.Join(dir, "sources"), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, "sources", hash+"-hostile-1.tar"), data, 0o644); err != nil {
				t.Fatal(err)
			}
			out, errs, code := bootstrap(t, append([]string{"stage3"}, append(tools(t, recipes, dir), "hostile")...)...)
			if code != test.code {
				t.Fatalf("exit %d\n%s%s", code, out, errs)
			}
			if code == 0 {
				out = must(t, "log", "--state="+dir, "hostile")
			}
			contains(t, label, out+errs, test.want)
		})
	}
	if text, err := os.ReadFile(victim); err != nil || string(text) != "own" {
		t.Errorf("the file outside is %q, %v", text, err)
	}
}

// TestHostileLinkOfADependency has a package that installs a link to a directory of
// the host where stage2's programs get theirs.
func TestHostileLinkOfADependency(t *testing.T) {
	out := t.TempDir()
	recipes, dir := recipeSet(t, map[string]string{
		"lead": "builddeps: [filesystem]\ninstall: |\n  mkdir -p %(installroot)/usr\n  ln -s " + out + " %(installroot)/usr/sbin\n",
		"led":  "builddeps: [lead]\ninstall: |\n  echo > %(installroot)/x\n",
	}), t.TempDir()
	_, errs, code := bootstrap(t, append([]string{"stage3"}, tools(t, recipes, dir)...)...)
	contains(t, "stage3", errs, "populate the build root of led: ", fmt.Sprintf("usr/sbin: it is a link to %q, where there is no directory; correct the recipe of lead", out))
	if entries, err := os.ReadDir(out); code != 1 || err != nil || len(entries) > 0 {
		t.Errorf("exit %d, outside are %v, %v", code, entries, err)
	}
}

// TestTerminalIsLeftAlone has a build that prints escape sequences and fails: to a
// terminal they are shown, into a pipe the log goes as it is.
func TestTerminalIsLeftAlone(t *testing.T) {
	const escapes, shown = "\x1b]0;CANARY\a\x1b[2J", `\x1b]0;CANARY\a\x1b[2J`
	recipes, dir := recipeSet(t, map[string]string{
		"loud": "builddeps: [filesystem]\ninstall: |\n  printf 'error: last words \\033]0;CANARY\\007\\033[2J\\n'\n  exit 3\n",
	}), t.TempDir()
	options := tools(t, recipes, dir)
	for label, args := range map[string][]string{
		"stage3": append([]string{"stage3"}, options...), "log": {"log", "--state", dir, "--failed"},
	} {
		_, _, _ = bootstrap(t, append([]string{"stage3"}, options...)...) // there is a log
		terminal, err := pty.Start(exec.Command(program(t), args...))
		if err != nil {
			t.Fatal(err)
		}
		text, _ := io.ReadAll(terminal) // EIO where the command has ended
		terminal.Close()
		if !strings.Contains(string(text), "last words "+shown) || strings.Contains(string(text), "\x1b]0") || strings.Contains(string(text), "\x1b[2J") {
			t.Errorf("%s on a terminal: %q", label, text)
		}
	}
	if out, _, _ := bootstrap(t, "log", "--state", dir, "--failed"); !strings.Contains(out, "last words "+escapes) {
		t.Errorf("log into a pipe: %q", out)
	}
}
