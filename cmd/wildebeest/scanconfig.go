package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"

	"github.com/serpent-os/wildebeest/internal/beneath"
	"github.com/serpent-os/wildebeest/internal/printable"
	"github.com/serpent-os/wildebeest/internal/regular"
	"github.com/serpent-os/wildebeest/internal/suggest"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
	"go.yaml.in/yaml/v4"
)

// settingsName is the file with the options of a tree.
const settingsName = ".wildebeest.yaml"

// maxSettings bounds that file, in bytes.
const maxSettings = 1 << 20

// settingsKeys are the options that it may have: those that say what is told of the
// tree. It is the tree's, so none of them writes a file.
var settingsKeys = []string{"all", "baseline", "compile-commands", "config", "define", "exclude", "fail-on", "format", "ignore", "include", "kernel", "precise",
	"skip", "std", "summary", "target"}

// ofTree are options whose values are files. The tree may come from anybody, so they are
// found in it, with / as the tree itself, and no link leads out of it.
var ofTree = []string{"baseline", "compile-commands"}

// configure sets the options that a directory's settings have, where the command line
// does not.
func (o *scanOptions) configure(cmd *cobra.Command, dir string) error {
	tree, err := beneath.Open(dir)
	if err != nil {
		return nil // told when the tree is opened
	}
	defer tree.Close()
	file, err := tree.Path(settingsName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	var text []byte
	if err == nil {
		text, err = regular.Read(file, maxSettings)
	}
	if err == nil {
		err = settings(cmd.Flags(), tree, text)
	}
	if err != nil {
		return fmt.Errorf("read the settings: %s: %w", printable.Name(filepath.Join(dir, settingsName)), err)
	}
	return nil
}

// settings sets flags by the text of a file.
func settings(flags *pflag.FlagSet, tree *beneath.Dir, text []byte) error {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		return err
	}
	if len(doc.Content) == 0 {
		return nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return fmt.Errorf("line %d: want options, as in \"target: musl-1.2.5\"", top.Line)
	}
	given := map[string]bool{}
	flags.Visit(func(f *pflag.Flag) { given[f.Name] = true })
	seen := map[string]bool{}
	for i := 0; i+1 < len(top.Content); i += 2 {
		key, value := top.Content[i], top.Content[i+1]
		if !slices.Contains(settingsKeys, key.Value) {
			return fmt.Errorf("line %d: unknown key %q%s", key.Line, key.Value, suggest.DidYouMean(key.Value, settingsKeys))
		}
		if seen[key.Value] {
			return fmt.Errorf("line %d: %s is there twice", key.Line, key.Value)
		}
		seen[key.Value] = true
		values, err := words(value)
		if err != nil {
			return fmt.Errorf("line %d: %s: %w", value.Line, key.Value, err)
		}
		if given[key.Value] || key.Value == "target" && given["from"] {
			continue
		}
		for _, word := range values {
			if slices.Contains(ofTree, key.Value) {
				if word, err = tree.Path(word); err != nil {
					return fmt.Errorf("line %d: %s: %w", value.Line, key.Value, err)
				}
			}
			if err := flags.Set(key.Value, word); err != nil {
				return fmt.Errorf("line %d: %w", value.Line, err)
			}
		}
	}
	return nil
}

// words are the texts of a value: one, or those of a list.
func words(n *yaml.Node) ([]string, error) {
	switch n.Kind {
	case yaml.ScalarNode:
		return []string{n.Value}, nil
	case yaml.SequenceNode:
		var out []string
		for _, item := range n.Content {
			if item.Kind != yaml.ScalarNode {
				return nil, errors.New("want a list of texts")
			}
			out = append(out, item.Value)
		}
		return out, nil
	}
	return nil, errors.New("want a text or a list of texts")
}
