package documents

import (
	"bytes"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/creack/pty"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/internal/picture"
)

var write = flag.Bool("write", false, "write the README's results and picture")

// sample is the package of the README's picture and session.
const sample = "audit"

// tarball fetches the sample's sources, and puts them into dir under their own name.
func tarball(t *testing.T, dir string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("../..", "recipes", sample, recipe.FileName))
	if err != nil {
		t.Fatal(err)
	}
	r, err := recipe.Parse(recipe.FileName, text)
	if err != nil {
		t.Fatal(err)
	}
	cache := &fetch.Cache{Dir: filepath.Join("../..", "var", "sources")}
	if apt := source.FindApt(filepath.Join("../..", "var", "apt")); apt != nil {
		cache.Mirror = apt
	}
	from := r.Upstreams[0]
	path, err := cache.Fetch(t.Context(), fetch.Wanted{SHA256: from.SHA256, Name: from.FileName(), URL: from.Location}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if path, err = filepath.Abs(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, filepath.Join(dir, from.FileName())); err != nil {
		t.Fatal(err)
	}
	return from.FileName()
}

// columns of the picture's terminal.
const columns = 104

// onTerminal is what a command writes to standard output where that is a terminal.
func onTerminal(t *testing.T, command *exec.Cmd) string {
	t.Helper()
	ours, theirs, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	defer ours.Close()
	command.Stdout = theirs
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	theirs.Close()
	var text bytes.Buffer
	io.Copy(&text, ours) // until EIO: nobody has the terminal any more
	if err := command.Wait(); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// TestPicture draws the README's picture, a report of the sample; make readme writes it.
func TestPicture(t *testing.T) {
	dir := t.TempDir()
	name := tarball(t, dir)
	command := exec.Command(filepath.Join(bin(t), "wildebeest"), "scan", name)
	command.Dir, command.Env = dir, []string{"HOME=" + dir, "TERM=xterm", "PATH=" + os.Getenv("PATH")}
	text := "\x1b[32m$\x1b[0m wildebeest scan " + name + "\n" + onTerminal(t, command)
	want := picture.SVG("wildebeest scan", text, columns)
	file := filepath.Join("../..", "docs", "report.svg")
	have, err := os.ReadFile(file)
	switch {
	case bytes.Equal(have, want):
	case !*write:
		t.Errorf("docs/report.svg is not what wildebeest scan prints (%v); run make readme", err)
	default:
		if err := os.WriteFile(file, want, 0o644); err != nil {
			t.Error(err)
		}
	}
}
