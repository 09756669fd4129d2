package lint

import (
	"path"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/internal/fetch"
)

// upstreams finds sources that are named twice, and further ones that no section
// reaches.
func upstreams(_ *plan.Set, r *recipe.Recipe) recipe.Problems {
	var found recipe.Problems
	text := sectionText(r)
	for i, u := range r.Upstreams {
		same := func(other recipe.Upstream) bool {
			return other.Location == u.Location && slices.Equal(other.Paths, u.Paths)
		}
		if first := slices.IndexFunc(r.Upstreams, same); first < i {
			found = append(found, problem(r, r.ItemLine("upstreams", i), "upstreams: %s stands in line %d already; remove one", u.Location, r.ItemLine("upstreams", first)))
			continue
		}
		if strings.HasPrefix(u.Location, fetch.FileScheme) {
			found = append(found, problem(r, r.ItemLine("upstreams", i), "upstream %s: no other machine has this file; write the URL that it comes from", u.Location))
		}
		if i > 0 && !reaches(text, u) {
			found = append(found, problem(r, r.ItemLine("upstreams", i), "upstream %s is unpacked beside %%(workdir), and no section uses it; remove it, or use ../%s", u.Location, topDir(u)))
		}
	}
	return found
}

// sectionText is all shell of a recipe, as it is written.
func sectionText(r *recipe.Recipe) string {
	return strings.Join([]string{r.Environment, r.Setup, r.Build, r.Check, r.Install}, "\n")
}

// reaches tells whether a section may use a further upstream: it names the
// upstream's directory, or one beside its own whose name is not plain.
func reaches(text string, u recipe.Upstream) bool {
	if u.UnpackDir != "" {
		return strings.Contains(text, u.UnpackDir)
	}
	return strings.Contains(text, "../") || strings.Contains(text, "%(workdir)/..") || strings.Contains(text, topDir(u))
}

// topDir is the directory that an upstream is most likely unpacked to.
func topDir(u recipe.Upstream) string {
	if u.UnpackDir != "" {
		return u.UnpackDir
	}
	if name := u.Self(); name != "" {
		return name
	}
	name := path.Base(u.FileName())
	if stem, _, ok := strings.Cut(name, ".tar"); ok {
		return stem
	}
	return strings.TrimSuffix(name, path.Ext(name))
}
