package recipe

import (
	"fmt"
	"net/url"
	"path"
	"regexp"
	"strings"

	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/musl"
	"go.yaml.in/yaml/v4"
)

// Upstream is one source of a recipe, in one of five forms:
//
//   - https://example.org/zlib-1.2.13.tar.xz : SHA256
//   - debian:bash@5.2 : SHA256      Debian's orig tarball, where Debian repacked
//     it or upstream is gone
//   - file:///home/me/mine-1.0.tar.gz : SHA256
//     a file of this machine, as drafts have it
//   - musl:1.2.3                    a release of musl, known by musl/releases.tsv
//   - self:getconf                  what this project builds, known by its bytes
//
// The first three need a hash, the others can't have one. In place of the hash
// there may be a mapping {hash, unpackdir, paths}.
type Upstream struct {
	Location string // in one of the forms above
	SHA256   string // in hexadecimal; "" where the form has none
	// UnpackDir is the directory that the archive's single top directory is
	// renamed to; empty leaves its name.
	UnpackDir string
	// Paths restrict the extraction to these prefixes, below the archive's top
	// directory; empty means everything.
	Paths []string

	line int
}

// lineError is a mistake at a line of the recipe.
type lineError struct {
	line    int
	message string
}

func (e *lineError) Error() string { return fmt.Sprintf("line %d: %s", e.line, e.message) }

func errorAt(line int, format string, args ...any) error {
	return &lineError{line, fmt.Sprintf(format, args...)}
}

var validHash = regexp.MustCompile(`^[0-9a-f]{64}$`)

// Self is the name of the project's own artefact, or "".
func (u Upstream) Self() string {
	name, ok := strings.CutPrefix(u.Location, "self:")
	if !ok {
		return ""
	}
	return name
}

// Debian is NAME@VERSION of a Debian source package, or "".
func (u Upstream) Debian() string {
	name, ok := strings.CutPrefix(u.Location, "debian:")
	if !ok {
		return ""
	}
	return name
}

// DebianVersion is a Debian source package and the upstream version of it.
func (u Upstream) DebianVersion() (name, version string) {
	name, version, _ = strings.Cut(u.Debian(), "@")
	return name, version
}

// FileName is the name to keep the source under: the last part of a URL.
func (u Upstream) FileName() string {
	if name := u.Debian(); name != "" {
		return strings.ReplaceAll(name, "@", "_") + ".orig.tar"
	}
	location, err := url.Parse(u.Location)
	if err != nil {
		return "source"
	}
	return strings.TrimPrefix(path.Base(location.Path), u.SHA256+"-") // the prefix of a file that is in the cache
}

// Wanted is the source file of the upstream.
func (u Upstream) Wanted() fetch.Wanted {
	w := fetch.Wanted{SHA256: u.SHA256, Name: u.FileName(), Debian: u.Debian()}
	if w.Debian == "" {
		w.URL = u.Location
	}
	return w
}

// setMusl makes the upstream that of a release of musl: its tarball, which Debian
// has unchanged as its orig tarball.
func (u *Upstream) setMusl(version string) error {
	if version == "" {
		return errorAt(u.line, "upstream musl: write musl:VERSION")
	}
	release, err := musl.Parse(version)
	if err != nil {
		return errorAt(u.line, "upstream musl:%s: %v", version, err)
	}
	if release.SHA256 == "" {
		return errorAt(u.line, "upstream musl:%s: musl/releases.tsv has no sha256 for it", version)
	}
	u.Location, u.SHA256 = "debian:musl@"+release.Version, release.SHA256
	return nil
}

// UnmarshalYAML reads `LOCATION : HASH`, `LOCATION : {…}`, `musl:VERSION` or
// `self:NAME`.
func (u *Upstream) UnmarshalYAML(node *yaml.Node) error {
	u.line = node.Line
	if node.Kind == yaml.ScalarNode {
		if version, ok := strings.CutPrefix(node.Value, "musl:"); ok {
			return u.setMusl(version)
		}
		u.Location = node.Value
		if u.Self() == "" {
			return errorAt(node.Line, "upstream %s has no sha256; write `- %s : SHA256`", node.Value, node.Value)
		}
		return nil
	}
	if node.Kind != yaml.MappingNode || len(node.Content) != 2 {
		return errorAt(node.Line, "an upstream is `- LOCATION : SHA256`")
	}
	u.Location = node.Content[0].Value
	value := node.Content[1]
	if value.Kind == yaml.ScalarNode {
		u.SHA256 = value.Value
	} else {
		var detail struct {
			Hash      string   `yaml:"hash"`
			UnpackDir string   `yaml:"unpackdir"`
			Paths     []string `yaml:"paths"`
		}
		if err := value.Decode(&detail); err != nil {
			return err
		}
		u.SHA256, u.UnpackDir, u.Paths = detail.Hash, detail.UnpackDir, detail.Paths
	}
	return u.check()
}

func (u *Upstream) check() error {
	switch {
	case strings.HasPrefix(u.Location, "git|"), strings.HasPrefix(u.Location, "git+"):
		return errorAt(u.line, "upstream %s: sources come as tarballs; name the tarball of the commit or tag, and its sha256", u.Location)
	case u.Self() != "":
		return errorAt(u.line, "upstream %s is built by this project: write it without a hash", u.Location)
	case !validHash.MatchString(u.SHA256):
		return errorAt(u.line, "upstream %s: %q is not a sha256 (64 hexadecimal digits, lower case)", u.Location, u.SHA256)
	case strings.ContainsAny(u.UnpackDir, "/\x00") || u.UnpackDir == "..":
		return errorAt(u.line, "unpackdir %q: name one directory, without a slash", u.UnpackDir)
	case u.Debian() != "":
		if name, version, ok := strings.Cut(u.Debian(), "@"); !ok || name == "" || version == "" {
			return errorAt(u.line, "upstream %s: write debian:NAME@VERSION", u.Location)
		}
		return nil
	}
	if file, ok := strings.CutPrefix(u.Location, fetch.FileScheme); ok {
		if !path.IsAbs(file) {
			return errorAt(u.line, "upstream %s: write file:///ABSOLUTE/PATH", u.Location)
		}
		return nil
	}
	location, err := url.Parse(u.Location)
	if err != nil || (location.Scheme != "https" && location.Scheme != "http") || location.Host == "" {
		return errorAt(u.line, "upstream %q: use an http(s) or file URL, debian:NAME@VERSION, musl:VERSION or self:NAME", u.Location)
	}
	return nil
}
