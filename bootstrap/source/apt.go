package source

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

// Apt asks the machine's Debian archive, with lists of its own: the machine's
// sources with deb-src enabled, kept below Dir. Nothing below /etc/apt or
// /var/lib/apt is written, and the machine's own package states do not count.
type Apt struct {
	Dir string

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

// aptEtc is where the machine's own sources are; a variable of the type's only
// so that a test can name another.
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

// deriveSources copies sources.list and sources.list.d with deb-src enabled.
func (a *Apt) deriveSources(etc string) error {
	list, err := os.ReadFile(filepath.Join(etc, "sources.list"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	if err := os.WriteFile(a.path("sources.list"), oneLineSources(list), 0o644); err != nil {
		return err
	}
	parts, err := os.ReadDir(filepath.Join(etc, "sources.list.d"))
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	for _, part := range parts {
		data, err := os.ReadFile(filepath.Join(etc, "sources.list.d", part.Name()))
		if err != nil {
			return err
		}
		switch filepath.Ext(part.Name()) {
		case ".list":
			data = oneLineSources(data)
		case ".sources":
			data = deb822Sources(data)
		default:
			continue // apt ignores it too
		}
		if err := os.WriteFile(a.path("sources.d", part.Name()), data, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// oneLineSources adds a deb-src line for each deb line (sources.list(5)).
func oneLineSources(list []byte) []byte {
	var out bytes.Buffer
	lines := bufio.NewScanner(bytes.NewReader(list))
	for lines.Scan() {
		line := strings.TrimSpace(lines.Text())
		rest, ok := strings.CutPrefix(line, "deb")
		if !ok || rest == "" || !strings.ContainsAny(rest[:1], " \t") {
			continue
		}
		out.WriteString("deb" + rest + "\ndeb-src" + rest + "\n")
	}
	return out.Bytes()
}

var typesField = regexp.MustCompile(`(?mi)^Types:.*$`)

// deb822Sources enables both types in every stanza (sources.list(5)).
func deb822Sources(data []byte) []byte {
	return typesField.ReplaceAll(data, []byte("Types: deb deb-src"))
}
