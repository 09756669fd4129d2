package recipe

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"
)

// check finds the mistakes of one recipe that the YAML library can't know.
func (r *Recipe) check() Problems {
	var found Problems
	at := func(line int, format string, args ...any) {
		found = append(found, Problem{File: r.File, Line: line, Text: fmt.Sprintf(format, args...)})
	}
	var missing []string
	for key, absent := range map[string]bool{
		"name": r.Name == "", "version": r.Version == "" && !r.own(), "release": r.Release < 1, "install": r.Install == "",
	} {
		if absent && !r.said(key) {
			missing = append(missing, key)
		}
	}
	slices.Sort(missing)
	if len(missing) > 0 {
		at(0, "missing %s; every recipe has name, version, release (from 1) and install", strings.Join(missing, ", "))
	}
	if r.Name != "" && !validName.MatchString(r.Name) {
		at(r.lines.of("name"), "name %q: use lower case letters, digits and + . _ -", r.Name)
	}
	if r.Version != "" && r.own() {
		at(r.lines.of("version"), "version %s: a package of this project has the project's version; remove the line", r.Version)
	} else if r.Version != "" && !validVersion.MatchString(r.Version) {
		at(r.lines.of("version"), "version %q: use letters, digits and + . _ ~ -", r.Version)
	} else if r.Version != "" {
		found = append(found, r.checkVersion()...)
	}
	for i, name := range r.PatchFiles {
		if !validPatch.MatchString(name) {
			at(r.lines.item("patches", i), "patch %q: name a file beside the recipe", name)
		}
	}
	for _, section := range r.sections() {
		for _, use := range macroUse.FindAllStringIndex(section.text, -1) {
			text := section.text[use[0]:use[1]]
			if _, err := r.expand(text, Context{WorkDir: "/", InstallRoot: "/", Jobs: 1}, maxDepth); err != nil {
				at(r.lines.within(section.name, strings.Count(section.text[:use[0]], "\n")), "%s: %v", section.name, err)
			}
		}
	}
	return found
}

// said tells whether a key's value is a mistake already.
func (r *Recipe) said(key string) bool {
	at := r.lines.of(key)
	return at > 0 && slices.ContainsFunc(r.Mistakes, func(p Problem) bool { return p.Line == at })
}

// own tells whether the package is this project's: its first upstream is self:NAME.
func (r *Recipe) own() bool { return len(r.Upstreams) > 0 && r.Upstreams[0].Self() != "" }

// A patch's name is also a word of the shell.
var validPatch = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9+._~-]*$`)

type section struct{ name, text string }

// SectionNames are the keys of shell text, in the order they run.
func SectionNames() []string { return []string{"environment", "setup", "build", "check", "install"} }

// Line is the line of a key's value, or 0.
func (r *Recipe) Line(key string) int { return r.lines.of(key) }

// ItemLine is the line of item i of a key's list.
func (r *Recipe) ItemLine(key string, i int) int { return r.lines.item(key, i) }

// sections are the shell texts of a recipe.
func (r *Recipe) sections() []section {
	return []section{
		{"environment", r.Environment}, {"setup", r.Setup}, {"build", r.Build}, {"check", r.Check}, {"install", r.Install},
	}
}

// checkVersion holds the recipe's version against the names of its tarballs: of
// those of Debian each has it, of the others the first or one of the further.
func (r *Recipe) checkVersion() Problems {
	var found, others Problems
	matched := false
	for _, u := range r.Upstreams {
		problem := Problem{File: r.File, Line: u.line, Text: fmt.Sprintf("upstream %s is not version %s of the recipe", u.Location, r.Version)}
		switch {
		case u.Self() != "":
		case u.Debian() != "" && !strings.HasSuffix(u.Location, "@"+r.Version):
			found = append(found, problem)
		case u.Debian() != "" || u.hasVersion(r.Version):
			matched = true
		default:
			others = append(others, problem)
		}
	}
	if !matched && len(others) > 0 {
		found = append(found, others[0])
	}
	return found
}

// A version in a file's name: numbers with one of . _ - between them, and the
// letters behind them, as in 1.0.2k or 6.4rc1.
var versionLike = regexp.MustCompile(`[0-9]+(?:[._-][0-9]+)*(?:[a-z]+[0-9]*)?`)

var separators = strings.NewReplacer("_", ".", "-", ".")

var beginsVersion, endsVersion = regexp.MustCompile(`^\.?[0-9]`), regexp.MustCompile(`[0-9]\.?$`)

// hasVersion tells whether a URL's last part names the version, whatever its
// separators are. A name without a version, as latest.tar.gz has none, and one
// that has a number without separators for a version with some, as 3400100 for
// 3.40.1, say nothing.
func (u Upstream) hasVersion(version string) bool {
	name := u.FileName()
	for _, ending := range []string{".xz", ".gz", ".bz2", ".zst", ".lz", ".tar", ".tgz", ".txz", ".tbz2", ".zip"} {
		name = strings.TrimSuffix(name, ending)
	}
	plain, wanted := separators.Replace(name), separators.Replace(version)
	if at := strings.Index(plain, wanted); at >= 0 {
		// Not as a part of a longer one: 2.66 is in neither 12.66 nor 2.66.1.
		return !endsVersion.MatchString(name[:at]) && !beginsVersion.MatchString(name[at+len(wanted):])
	}
	named := versionLike.FindAllString(path.Base(name), -1)
	dotted := slices.ContainsFunc(named, func(s string) bool { return strings.ContainsAny(s, "._-") })
	return len(named) == 0 || (!dotted && strings.ContainsAny(version, "._-"))
}
