package recipe

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/serpent-os/wildebeest/internal/suggest"
	"go.yaml.in/yaml/v4"
)

// A shape finds what a recipe's YAML has that the format does not.
type shape struct {
	file  string
	found Problems
}

func (s *shape) at(node *yaml.Node, format string, args ...any) {
	s.found = append(s.found, Problem{File: s.file, Line: node.Line, Text: fmt.Sprintf(format, args...)})
}

// recipe checks a whole document.
func (s *shape) recipe(document *yaml.Node) {
	top := document
	if top.Kind == yaml.DocumentNode && len(top.Content) > 0 {
		top = top.Content[0]
	}
	if top.Kind != yaml.MappingNode {
		s.at(top, "a recipe is lines of `key: value`, such as name: zlib")
		return
	}
	s.mapping(top, keys, foreignKeys)
}

// mapping checks the keys of a mapping and the kinds of their values.
func (s *shape) mapping(node *yaml.Node, known []Key, foreign map[string]foreignKey) {
	lines := make(map[string]int)
	for pair := range slices.Chunk(node.Content, 2) {
		key, value := pair[0], resolved(pair[1])
		if before, double := lines[key.Value]; double {
			s.at(key, "key %s is there already, in line %d; remove one", key.Value, before)
		}
		lines[key.Value] = key.Line
		if i := slices.IndexFunc(known, func(k Key) bool { return k.Name == key.Value }); i >= 0 {
			s.value(key, value, known[i].Kind)
		} else if other, ok := foreign[key.Value]; ok {
			s.foreign(key, value, other)
		} else {
			s.unknown(key, known, foreign)
		}
	}
}

// unknown is the problem of a key that nobody knows.
func (s *shape) unknown(key *yaml.Node, known []Key, foreign map[string]foreignKey) {
	var names []string
	for _, k := range known {
		names = append(names, k.Name)
	}
	if hint := suggest.DidYouMean(key.Value, slices.Concat(names, slices.Sorted(maps.Keys(foreign)))); hint != "" {
		s.at(key, "unknown key %s%s", key.Value, hint)
		return
	}
	s.at(key, "unknown key %s; known are %s", key.Value, strings.Join(names, ", "))
}

// foreign checks a key of other tools' recipes.
func (s *shape) foreign(key, value *yaml.Node, other foreignKey) {
	if value.Kind == yaml.ScalarNode && slices.Contains(other.agrees, value.Value) {
		return
	}
	said := key.Value
	if value.Kind == yaml.ScalarNode && value.Value != "" {
		said += ": " + value.Value
	}
	s.at(key, "%s: %s", said, other.instead)
}

// value checks that a key's value is of its kind. An empty one is as none.
func (s *shape) value(key, value *yaml.Node, kind Kind) {
	if value.ShortTag() == "!!null" {
		return
	}
	switch kind {
	case TextKind, ShellKind:
		if value.Kind != yaml.ScalarNode {
			s.at(key, "%s: write %v, not %s", key.Value, kind, kindOf(value))
		}
	case NumberKind:
		if n, err := strconv.Atoi(value.Value); value.Kind != yaml.ScalarNode || err != nil || n < 1 {
			s.at(key, "%s: write %v, not %s", key.Value, kind, kindOf(value))
		}
	case ListKind, TextOrListKind:
		if value.Kind == yaml.ScalarNode && kind == ListKind {
			s.at(key, "%s: write a list, as `%s: [%s]`", key.Value, key.Value, value.Value)
			return
		}
		s.texts(key, value, kind)
	case SourcesKind:
		s.sources(key, value)
	}
}

// texts checks the items of a list.
func (s *shape) texts(key, value *yaml.Node, kind Kind) {
	if value.Kind == yaml.ScalarNode {
		return
	}
	if value.Kind != yaml.SequenceNode {
		s.at(key, "%s: write %v, not %s", key.Value, kind, kindOf(value))
		return
	}
	for _, item := range value.Content {
		if item := resolved(item); item.Kind != yaml.ScalarNode {
			s.at(item, "%s: an item is a text, not %s", key.Value, kindOf(item))
		} else if item.Value == "" {
			s.at(item, "%s: an item is empty; remove it", key.Value)
		}
	}
}

// sources checks the mappings that upstreams may have.
func (s *shape) sources(key, value *yaml.Node) {
	if value.Kind != yaml.SequenceNode {
		s.at(key, "%s: write %v, not %s", key.Value, SourcesKind, kindOf(value))
		return
	}
	for _, item := range value.Content {
		if item = resolved(item); item.Kind != yaml.MappingNode || len(item.Content) != 2 {
			continue // Upstream says what is wrong with it
		}
		if detail := resolved(item.Content[1]); detail.Kind == yaml.MappingNode {
			s.mapping(detail, upstreamKeys, foreignUpstreamKeys)
		}
	}
}

// kindOf is what a value is, in words.
func kindOf(value *yaml.Node) string {
	switch value.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a mapping"
	}
	return strconv.Quote(value.Value)
}

// resolved is the node that an alias stands for.
func resolved(node *yaml.Node) *yaml.Node {
	if node.Kind == yaml.AliasNode && node.Alias != nil {
		return node.Alias
	}
	return node
}
