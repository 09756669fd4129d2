package source

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/internal/fetch"
)

// Name is what messages call the archive.
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

// uriLine is a line of apt-get --print-uris: 'URL' FILE SIZE HASH.
var uriLine = regexp.MustCompile(`^'([^']+)' (\S+) (\d+) (\S*)$`)

// Closure returns the packages that an empty Debian system would install for
// roots, sorted by apt.
func (a *Apt) Closure(ctx context.Context, roots []string) ([]Package, error) {
	if err := a.ready(ctx); err != nil {
		return nil, err
	}
	// --print-uris passes over what the archive directory has, so it gets
	// another, which stays empty.
	args := append([]string{"-o", "Dir::Cache::archives=" + a.path("none"),
		"--print-uris", "-y", "--no-install-recommends", "install"}, roots...)
	out, err := a.run(ctx, "apt-get", args...)
	if err != nil {
		return nil, err
	}
	var packages []Package
	for _, line := range strings.Split(string(out), "\n") {
		if p, ok := parseURI(line); ok {
			packages = append(packages, p)
		}
	}
	if len(packages) == 0 {
		return nil, fmt.Errorf("apt-get --print-uris names no packages for %s", strings.Join(roots, " "))
	}
	return packages, nil
}

func parseURI(line string) (Package, bool) {
	match := uriLine.FindStringSubmatch(line)
	if match == nil {
		return Package{}, false
	}
	name, rest, _ := strings.Cut(match[2], "_")
	version, _, _ := strings.Cut(rest, "_")
	return Package{
		Name: name, Version: strings.ReplaceAll(version, "%3a", ":"), File: match[2],
		SHA256: strings.TrimPrefix(match[4], "SHA256:"),
	}, true
}

// Download fetches the .deb files of packages into the private archive
// directory, verified by apt, and returns that directory.
func (a *Apt) Download(ctx context.Context, packages []Package) (string, error) {
	if err := a.ready(ctx); err != nil {
		return "", err
	}
	var args []string
	for _, p := range packages {
		if _, err := os.Stat(a.path("archives", p.File)); err != nil {
			args = append(args, p.Name+"="+p.Version)
		}
	}
	if len(args) > 0 {
		if _, err := a.run(ctx, "apt-get", append([]string{"download"}, args...)...); err != nil {
			return "", err
		}
	}
	return a.path("archives"), nil
}
