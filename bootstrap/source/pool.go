package source

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os/exec"
	"strings"

	"github.com/serpent-os/wildebeest/internal/fetch"
)

// Name returns the archive's name for messages.
func (a *Apt) Name() string { return "Debian's pool" }

// Fetch finds the file with the wanted hash in the archive's source indices and
// downloads it. The rest of the source package need not be there.
func (a *Apt) Fetch(ctx context.Context, w fetch.Wanted, to string) error {
	if err := a.ready(ctx); err != nil {
		return err
	}
	url, err := a.findSource(ctx, w.SHA256)
	if err != nil {
		return err
	}
	if url == "" {
		return fmt.Errorf("no source package has a file with sha256 %s", w.SHA256)
	}
	_, err = a.run(ctx, "/usr/lib/apt/apt-helper", "download-file", url, to, "SHA256:"+w.SHA256)
	return err
}

// findSource returns the URL of the source file with this hash, or "".
func (a *Apt) findSource(ctx context.Context, hash string) (string, error) {
	out, err := a.run(ctx, "apt-get", "indextargets", "--format", "$(FILENAME) $(REPO_URI)", "Created-By: Sources")
	if err != nil {
		return "", err
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		index, base, ok := strings.Cut(line, " ")
		if !ok {
			continue
		}
		file, err := a.searchIndex(ctx, index, hash)
		if err != nil {
			return "", err
		}
		if file != "" {
			return strings.TrimSuffix(base, "/") + "/" + file, nil
		}
	}
	return "", nil
}

// searchIndex reads a Sources index (deb822: Directory, and Checksums-Sha256
// lines of hash, size and name) for a hash.
func (a *Apt) searchIndex(ctx context.Context, index, hash string) (string, error) {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	command := exec.CommandContext(ctx, "/usr/lib/apt/apt-helper", "cat-file", index)
	out, err := command.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := command.Start(); err != nil {
		return "", err
	}
	defer command.Wait() // after cancel: the rest of the index is not needed
	defer cancel()
	var directory, name string
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	want := []byte(hash)
	for lines.Scan() {
		line := lines.Bytes()
		switch {
		case len(line) == 0:
			if name != "" && directory != "" {
				return directory + "/" + name, nil
			}
			directory, name = "", ""
		case bytes.HasPrefix(line, []byte("Directory: ")):
			directory = string(line[len("Directory: "):])
		case line[0] == ' ' && bytes.HasPrefix(line[1:], want):
			fields := strings.Fields(string(line))
			name = fields[len(fields)-1]
		}
	}
	if name != "" && directory != "" {
		return directory + "/" + name, nil
	}
	return "", lines.Err()
}
