package source

import (
	"context"
	"fmt"
	"os"
	"regexp"
	"strings"
)

// uriLine is a line of apt-get --print-uris: 'URL' FILE SIZE HASH.
var uriLine = regexp.MustCompile(`^'([^']+)' (\S+) (\d+) (\S*)$`)

// Closure returns the packages that an empty Debian system would install for
// roots, sorted by apt.
func (a *Apt) Closure(ctx context.Context, roots []string) ([]Package, error) {
	if err := a.ready(ctx); err != nil {
		return nil, err
	}
	// --print-uris leaves out files that are in the archive directory, so it gets
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
