package recipe

import (
	_ "embed"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/musl"
	"go.yaml.in/yaml/v4"
)

//go:embed macros.yaml
var macroText []byte

// machineDefinitions are the definitions that name the machine that is built for.
var machineDefinitions = []string{"machine", "triple", "loader"}

// machineDefinition is the value of one of them. The machine is the one that this
// program runs on; where the project does not know it, that is the error.
func machineDefinition(name string) (string, error) {
	host, err := musl.Host()
	if err != nil {
		return "", err
	}
	switch name {
	case "machine":
		return host.Name, nil
	case "triple":
		return host.Triple, nil
	}
	return host.Loader, nil
}

type macroTable struct {
	Definitions map[string]string `yaml:"definitions"`
	Environment string            `yaml:"environment"`
	Epilogue    string            `yaml:"epilogue"`
	Actions     map[string]string `yaml:"actions"`
}

var macros = sync.OnceValue(func() macroTable {
	var table macroTable
	if err := yaml.Load(macroText, &table, yaml.WithKnownFields()); err != nil {
		panic("macros.yaml: " + err.Error())
	}
	return table
})

// A section's text with %(definition), %action or %%, in that order.
var macroUse = regexp.MustCompile(`%\(([a-z_]+)\)|%([a-z_]+)|%%`)

// maxDepth bounds macros within macros.
const maxDepth = 8

func (r *Recipe) expand(text string, in Context, depth int) (string, error) {
	if depth == 0 {
		return "", fmt.Errorf("macros nest deeper than %d", maxDepth)
	}
	var failure error
	expanded := macroUse.ReplaceAllStringFunc(text, func(use string) string {
		if use == "%%" {
			return "%"
		}
		body, err := r.lookup(use, in)
		if err == nil {
			body, err = r.expand(strings.TrimRight(body, "\n"), in, depth-1)
		}
		if err != nil && failure == nil {
			failure = err
		}
		return body
	})
	return expanded, failure
}

func (r *Recipe) lookup(use string, in Context) (string, error) {
	name := strings.Trim(use, "%()")
	if !strings.HasPrefix(use, "%(") {
		if action, ok := macros().Actions[name]; ok {
			return action, nil
		}
		return "", fmt.Errorf("unknown macro %s; known are %s; write a plain percent sign as %%%%", use, known(macros().Actions))
	}
	switch name {
	case "name":
		return r.Name, nil
	case "version":
		return r.Version, nil
	case "release":
		return strconv.Itoa(r.Release), nil
	case "workdir", "installroot":
		i := slices.IndexFunc(in.words(), func(w word) bool { return w.definition == name })
		return in.words()[i].use(), nil
	case "jobs":
		return strconv.Itoa(in.Jobs), nil
	}
	if slices.Contains(machineDefinitions, name) {
		return machineDefinition(name)
	}
	if value, ok := macros().Definitions[name]; ok {
		return value, nil
	}
	return "", fmt.Errorf("unknown definition %s; known are name, version, release, workdir, installroot, jobs, %s, %s", use, strings.Join(machineDefinitions, ", "), known(macros().Definitions))
}

func known(table map[string]string) string {
	return strings.Join(slices.Sorted(maps.Keys(table)), ", ")
}
