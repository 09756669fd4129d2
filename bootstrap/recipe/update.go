package recipe

import (
	"errors"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v4"
)

// A Hasher returns the sha256 of an upstream's tarball, which it may have to fetch.
type Hasher func(u Upstream) (string, error)

// Update returns the recipe's text with another version: in the version, and in the
// location and hash of each upstream that has the version in its location. The
// release is 1 again; where the version is the recipe's own, it goes up by one if a
// hash has changed. All else stays as it is written.
func (r *Recipe) Update(version string, hash Hasher) ([]byte, error) {
	if r.own() {
		return nil, fmt.Errorf("%s: a package of this project has the project's version", r.File)
	}
	if !validVersion.MatchString(version) {
		return nil, fmt.Errorf("version %q: use letters, digits and + . _ ~ -", version)
	}
	e := &editor{lines: strings.SplitAfter(string(r.Text), "\n")}
	var document yaml.Node
	if err := yaml.Load(r.Text, &document); err != nil {
		return nil, err
	}
	top := document.Content[0]
	changed, err := r.updateUpstreams(e, member(top, "upstreams"), version, hash)
	if err != nil {
		return nil, err
	}
	release := r.Release
	if version != r.Version {
		release = 1
	} else if changed {
		release++
	}
	e.replace(member(top, "version"), version)
	e.replace(member(top, "release"), strconv.Itoa(release))
	if e.failure != nil {
		return nil, fmt.Errorf("%s: %w", r.File, e.failure)
	}
	text := []byte(strings.Join(e.lines, ""))
	if _, err := Parse(r.File, text); err != nil {
		return nil, fmt.Errorf("the new recipe has mistakes: %w", err)
	}
	return text, nil
}

// updateUpstreams edits the upstreams and tells whether one has changed.
func (r *Recipe) updateUpstreams(e *editor, list *yaml.Node, version string, hash Hasher) (bool, error) {
	named, changed := false, false
	for i, u := range r.Upstreams {
		item := resolved(list.Content[i])
		if item.Kind == yaml.ScalarNode { // musl:VERSION
			named = true
			changed = changed || version != r.Version
			e.replace(item, "musl:"+version)
			continue
		}
		next := u
		if next.Location = moved(u.Location, r.Version, version); next.Location == u.Location && !u.names(r.Version) {
			continue
		}
		named = true
		sum, err := hash(next)
		if err != nil {
			return false, err
		}
		changed = changed || sum != u.SHA256 || next.Location != u.Location
		value := item.Content[1]
		if value.Kind == yaml.MappingNode {
			value = member(value, "hash")
		}
		e.replace(value, sum) // behind the location, whose columns have to hold until then
		e.replace(item.Content[0], next.Location)
	}
	if !named && len(r.Upstreams) > 0 {
		return false, fmt.Errorf("%s:%d: no upstream has %s in its location; edit the recipe by hand", r.File, r.Upstreams[0].line, r.Version)
	}
	return changed, nil
}

// names tells whether the version stands in the location.
func (u Upstream) names(version string) bool { return versionIn(version).MatchString(u.Location) }

// versionIn matches a version with any separators, as in 2_5_0 for 2.5.0.
func versionIn(version string) *regexp.Regexp {
	parts := strings.FieldsFunc(version, isSeparator)
	for i, part := range parts {
		parts[i] = regexp.QuoteMeta(part)
	}
	return regexp.MustCompile(`(^|[^0-9])(` + strings.Join(parts, `[._-]`) + `)($|[^0-9])`)
}

func isSeparator(c rune) bool { return strings.ContainsRune("._-", c) }

// moved is a location of another version: in each part of it the version changes,
// with the separators that it has there, and so do directories that are named for
// the version's first two numbers, as v2.38 is for 2.38.1.
func moved(location, from, to string) string {
	if strings.HasPrefix(location, "debian:") {
		return strings.TrimSuffix(location, "@"+from) + "@" + to
	}
	parsed, err := url.Parse(location)
	if err != nil {
		return location
	}
	parts := strings.Split(location, "/")
	host := slices.Index(parts, parsed.Host)
	for i := host + 1; i < len(parts); i++ {
		if renamed := replaceVersion(parts[i], from, to); renamed != parts[i] {
			parts[i] = renamed
		} else if i < len(parts)-1 && strings.TrimPrefix(parts[i], "v") == series(from) {
			parts[i] = strings.TrimSuffix(parts[i], series(from)) + series(to)
		}
	}
	return strings.Join(parts, "/")
}

// replaceVersion changes a version within a part of a location.
func replaceVersion(part, from, to string) string {
	return versionIn(from).ReplaceAllStringFunc(part, func(match string) string {
		groups := versionIn(from).FindStringSubmatch(match)
		written := to
		for _, c := range groups[2] {
			if isSeparator(c) && c != '.' && !strings.ContainsRune(from, c) {
				written = strings.ReplaceAll(to, ".", string(c))
				break
			}
		}
		return groups[1] + written + groups[3]
	})
}

// series is the first two numbers of a version, as directories of releases have them.
func series(version string) string {
	parts := strings.SplitN(version, ".", 3)
	return strings.Join(parts[:min(2, len(parts))], ".")
}

// member is the value of a mapping's key, or nil.
func member(mapping *yaml.Node, key string) *yaml.Node {
	for pair := range slices.Chunk(mapping.Content, 2) {
		if pair[0].Value == key {
			return pair[1]
		}
	}
	return nil
}

// An editor replaces values in a text and leaves all else.
type editor struct {
	lines   []string
	failure error
}

// replace writes another text in place of a value, in the quotes that it has. A
// value on one line is all that a version, a hash or a location can be.
func (e *editor) replace(node *yaml.Node, text string) {
	if node == nil || node.Value == text {
		return
	}
	line := e.lines[node.Line-1]
	before, rest := line[:node.Column-1], line[node.Column-1:]
	for _, quote := range []string{"", `"`, "'"} {
		if after, ok := strings.CutPrefix(rest, quote+node.Value+quote); ok {
			e.lines[node.Line-1] = before + quote + text + quote + after
			return
		}
	}
	e.failure = errors.Join(e.failure, fmt.Errorf("line %d: %s is written in a way that is not understood; edit it by hand", node.Line, path.Base(node.Value)))
}
