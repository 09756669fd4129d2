package draft

import (
	"fmt"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"go.yaml.in/yaml/v4"
)

// Text is the draft as a recipe.
func (d *Draft) Text() []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "# A draft, by what the tree's build files say: %s.\n", d.System.Name)
	for _, m := range d.Missing {
		word := "may use"
		if m.Required {
			word = "needs"
		}
		fmt.Fprintf(&b, "# It %s %s (%s), which no recipe provides.\n", word, quoted(m.Name), m.Kind)
	}
	fmt.Fprintf(&b, "name: %s\nversion: %q\nrelease: 1\n", scalar(d.Name), d.Version)
	fmt.Fprintf(&b, "# homepage, summary, license (an SPDX expression")
	for i, file := range d.Licences {
		fmt.Fprintf(&b, "%s%s", []string{"; see ", ", "}[min(i, 1)], quoted(file))
	}
	fmt.Fprintf(&b, ")\nupstreams:\n  - %s : %s\n", scalar(d.Upstream.Location), d.Upstream.SHA256)
	for i, patch := range d.Patches {
		fmt.Fprintf(&b, "%s  - %s\n", []string{"patches:\n", ""}[min(i, 1)], scalar(patch))
	}
	b.WriteString("builddeps:\n")
	for _, dep := range d.BuildDeps {
		fmt.Fprintf(&b, "  - %s\n", dep)
	}
	for _, module := range d.Modules {
		fmt.Fprintf(&b, "  - pkgconfig(%s)\n", strings.TrimSuffix(recipe.Library+"-"+module, "-"))
	}
	for _, section := range []struct{ key, text string }{
		{"setup", d.System.setup}, {"build", d.System.build}, {"check", d.Tests}, {"install", d.System.install},
	} {
		switch {
		case section.text == "":
		case section.key == "check" && !d.Tested:
			fmt.Fprintf(&b, "# Its own tests are a section check: %s\n", section.text)
		default:
			fmt.Fprintf(&b, "%s: |\n  %s\n", section.key, strings.ReplaceAll(section.text, "\n", "\n  "))
		}
	}
	return []byte(b.String())
}

// scalar writes a text as YAML does.
func scalar(text string) string {
	out, err := yaml.Marshal(text)
	if err != nil {
		return fmt.Sprintf("%q", text)
	}
	return strings.TrimSuffix(string(out), "\n")
}

// quoted is a name of the tree's in a comment: nothing of it ends the line.
func quoted(name string) string {
	if strings.ContainsFunc(name, func(r rune) bool { return r < ' ' || r == 0x85 || r == 0x2028 || r == 0x2029 }) {
		return fmt.Sprintf("%q", name)
	}
	return name
}

// Recipe is the draft's text, read as file.
func (d *Draft) Recipe(file string) (*recipe.Recipe, error) { return recipe.Parse(file, d.Text()) }
