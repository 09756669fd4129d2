package recipe

import (
	"slices"

	"go.yaml.in/yaml/v4"
)

// lines are where a recipe says something: for each key the line of its value,
// and the lines of the items where the value is a list.
type lines map[string]position

type position struct {
	line    int // of the value; of its first line of text for a block
	literal bool
	items   []int
}

// linesOf reads them from a recipe's document; nil where that is no mapping.
func linesOf(document *yaml.Node) lines {
	if len(document.Content) == 0 || document.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	found := make(lines)
	pairs := document.Content[0].Content
	for pair := range slices.Chunk(pairs, 2) {
		value := pair[1]
		at := position{line: value.Line, literal: value.Style&yaml.LiteralStyle != 0}
		if at.literal {
			at.line++ // the text begins below the |
		}
		for _, item := range value.Content {
			at.items = append(at.items, item.Line)
		}
		found[pair[0].Value] = at
	}
	return found
}

// of is the line of a key's value, or 0.
func (l lines) of(key string) int { return l[key].line }

// item is the line of the item i of a list.
func (l lines) item(key string, i int) int {
	if items := l[key].items; i < len(items) {
		return items[i]
	}
	return l.of(key)
}

// within is the line that is n line ends into a key's text.
func (l lines) within(key string, n int) int {
	if l[key].literal {
		return l.of(key) + n
	}
	return l.of(key)
}
