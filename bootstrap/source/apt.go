package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
)

// Apt reads a Debian archive with lists of its own, kept below Dir. Its sources
// are the machine's with deb-src enabled. Nothing below /etc/apt or /var/lib/apt
// is written, and the packages that the machine has installed do not count.
type Apt struct {
	Dir string
	// Suite is the codename of another release than the machine's: the machine's
	// sources of its own release then name this one, and all others are left out.
	// Empty stands for the machine's sources as they are.
	Suite string

	prepare sync.Once
	failure error
}

// FindApt is the archive with lists below dir, or nil on a machine without apt.
func FindApt(dir string) *Apt {
	if _, err := os.Stat("/usr/lib/apt/apt-helper"); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return &Apt{Dir: dir}
}

// aptEtc is where the machine's own sources are.
const aptEtc = "/etc/apt"

// A Package is a binary package of the archive.
type Package struct {
	Name, Version, SHA256 string
	File                  string // below Dir/archives, once downloaded
}

func (a *Apt) path(parts ...string) string {
	return filepath.Join(append([]string{a.Dir}, parts...)...)
}

// options point apt at the private state.
func (a *Apt) options() []string {
	return []string{
		"-qq",
		"-o", "Dir::Etc::SourceList=" + a.path("sources.list"),
		"-o", "Dir::Etc::SourceParts=" + a.path("sources.d"),
		"-o", "Dir::State::Lists=" + a.path("lists"),
		"-o", "Dir::State::status=" + a.path("status"),
		"-o", "Dir::Cache=" + a.path("cache"),
		"-o", "Dir::Cache::archives=" + a.path("archives"),
		"-o", "APT::Update::Post-Invoke=", "-o", "APT::Update::Post-Invoke-Success=",
		"-o", "DPkg::Post-Invoke=", "-o", "Acquire::Languages=none",
		"-o", "APT::Sandbox::User=root", "-o", "Acquire::Retries=3",
	}
}

func (a *Apt) run(ctx context.Context, tool string, args ...string) ([]byte, error) {
	command := exec.CommandContext(ctx, tool, append(a.options(), args...)...)
	command.Dir = a.path("archives") // apt-get download writes where it stands
	command.Env = append(os.Environ(), "LC_ALL=C", "DEBIAN_FRONTEND=noninteractive")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("%s %s: %w: %s", tool, strings.Join(args, " "), err, lastLine(stderr.String()))
	}
	return out, nil
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

// ready makes the private lists when they are not there.
func (a *Apt) ready(ctx context.Context) error {
	a.prepare.Do(func() {
		if _, err := os.Stat(a.path("updated")); err != nil {
			a.failure = a.Update(ctx)
		}
	})
	return a.failure
}

// Update derives the private sources anew and downloads their lists.
func (a *Apt) Update(ctx context.Context) error {
	for _, dir := range []string{"sources.d", "lists/partial", "cache", "archives/partial", "none/partial"} {
		if err := os.MkdirAll(a.path(dir), 0o755); err != nil {
			return err
		}
	}
	if err := a.deriveSources(aptEtc); err != nil {
		return fmt.Errorf("derive apt sources from %s: %w", aptEtc, err)
	}
	if err := os.WriteFile(a.path("status"), nil, 0o644); err != nil {
		return err
	}
	if _, err := a.run(ctx, "apt-get", "update"); err != nil {
		return err
	}
	return os.WriteFile(a.path("updated"), nil, 0o644)
}
