package recipe

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// A schemaNode is an object of JSON Schema.
type schemaNode = map[string]any

// Schema is the JSON schema of a recipe, for editors. What it accepts may still have
// mistakes that only the reader finds, such as an unknown macro.
func Schema() map[string]any {
	root := objectSchema(keys, foreignKeys)
	root["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	root["title"] = "stone.yaml, a recipe of Wildebeest"
	root["required"] = slices.DeleteFunc(root["required"].([]string), func(key string) bool { return key == "version" })
	// A package of the project's own has no version.
	root["if"] = schemaNode{"properties": schemaNode{"upstreams": schemaNode{
		"type": "array", "minItems": 1, "prefixItems": []any{schemaNode{"type": "string", "pattern": "^self:"}},
	}}, "required": []string{"upstreams"}}
	root["then"] = schemaNode{"properties": schemaNode{"version": false}}
	root["else"] = schemaNode{"required": []string{"version"}}
	return root
}

// objectSchema is the schema of a mapping with some keys.
func objectSchema(known []Key, foreign map[string]foreignKey) schemaNode {
	properties, required := make(schemaNode), []string{}
	for _, key := range known {
		value := key.schema()
		value["description"] = key.Text
		properties[key.Name] = value
		if key.Required {
			required = append(required, key.Name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(foreign)) {
		if other := foreign[name]; len(other.agrees) > 0 {
			properties[name] = schemaNode{"enum": other.values(), "description": "Another tool's key. For another value: " + other.instead}
		}
	}
	return schemaNode{"type": "object", "additionalProperties": false, "properties": properties, "required": required}
}

// values are the values that are accepted, as a YAML reader has them.
func (k foreignKey) values() []any {
	var all []any
	for _, text := range k.agrees {
		switch text {
		case "true", "false":
			all = append(all, text == "true")
		case "1":
			all = append(all, 1)
		default:
			all = append(all, text)
		}
	}
	return all
}

// itemSchema is that of a text; a YAML reader takes some for numbers or truth values.
func itemSchema() schemaNode { return schemaNode{"type": []string{"string", "number", "boolean"}} }

// patterns are what texts have to look like.
var patterns = map[string]string{"name": validName.String(), "version": validVersion.String(), "hash": validHash.String(), "unpackdir": `^[^/]+$`}

// schema is that of the key's value.
func (k Key) schema() schemaNode {
	list := schemaNode{"type": []string{"array", "null"}, "items": itemSchema()}
	switch k.Kind {
	case NumberKind:
		return schemaNode{"type": "integer", "minimum": 1}
	case ListKind:
		return list
	case TextOrListKind:
		return schemaNode{"anyOf": []any{list, itemSchema()}}
	case SourcesKind:
		return schemaNode{"type": []string{"array", "null"}, "items": sourceSchema()}
	}
	value := itemSchema()
	if !k.Required {
		value["type"] = append(value["type"].([]string), "null")
	}
	if pattern := patterns[k.Name]; pattern != "" {
		value["pattern"] = pattern
	}
	return value
}

// sourceSchema is the schema of an upstream.
func sourceSchema() schemaNode {
	hash := schemaNode{"type": "string", "pattern": validHash.String(), "description": upstreamKeys[0].Text}
	return schemaNode{"anyOf": []any{
		schemaNode{"type": "string", "pattern": "^(self|musl):."},
		schemaNode{
			"type": "object", "minProperties": 1, "maxProperties": 1,
			"propertyNames":        schemaNode{"pattern": "^(https?://.|debian:[^@]+@.)"},
			"additionalProperties": schemaNode{"anyOf": []any{hash, objectSchema(upstreamKeys, foreignUpstreamKeys)}},
		},
	}}
}

// KeyTable describes the keys of a recipe and of an upstream, and those of other
// tools, in Markdown.
func KeyTable() string {
	var text strings.Builder
	for _, table := range []struct {
		title string
		keys  []Key
	}{{"key", keys}, {"key of an upstream", upstreamKeys}} {
		fmt.Fprintf(&text, "| %s | value | what it says |\n|---|---|---|\n", table.title)
		for _, key := range table.keys {
			needed := ""
			if key.Required {
				needed = " (needed)"
			}
			fmt.Fprintf(&text, "| `%s` | %s%s | %s |\n", key.Name, cell(key.Kind.String()), needed, cell(key.Text))
		}
		text.WriteString("\n")
	}
	for _, table := range []struct {
		title   string
		foreign map[string]foreignKey
	}{{"other tools' key", foreignKeys}, {"other tools' key of an upstream", foreignUpstreamKeys}} {
		fmt.Fprintf(&text, "| %s | accepted | else |\n|---|---|---|\n", table.title)
		for _, name := range slices.Sorted(maps.Keys(table.foreign)) {
			other := table.foreign[name]
			fmt.Fprintf(&text, "| `%s` | %s | %s |\n", name, strings.Join(other.agrees, ", "), cell(other.instead))
		}
		text.WriteString("\n")
	}
	return text.String()
}

func cell(text string) string { return strings.ReplaceAll(text, "|", `\|`) }

// MacroManual describes every macro with its text, in Markdown.
func MacroManual() string {
	var text strings.Builder
	table := macros()
	fmt.Fprintf(&text, "| definition | value |\n|---|---|\n")
	for _, name := range slices.Sorted(maps.Keys(buildDefinitions)) {
		fmt.Fprintf(&text, "| `%%(%s)` | %s |\n", name, buildDefinitions[name])
	}
	for _, name := range slices.Sorted(maps.Keys(table.Definitions)) {
		fmt.Fprintf(&text, "| `%%(%s)` | `%s` |\n", name, table.Definitions[name])
	}
	text.WriteString("\n")
	for _, name := range slices.Sorted(maps.Keys(table.Actions)) {
		fmt.Fprintf(&text, "`%%%s` is\n\n```sh\n%s\n```\n\n", name, strings.TrimRight(table.Actions[name], "\n"))
	}
	fmt.Fprintf(&text, "Every section is preceded by\n\n```sh\n%s```\n\nand the last one is followed by\n\n```sh\n%s```\n\n", table.Environment, table.Epilogue)
	return text.String()
}

// buildDefinitions are the definitions whose value is the build's.
var buildDefinitions = map[string]string{
	"name": "the recipe's name", "version": "the recipe's version", "release": "the recipe's release",
	"workdir": "the directory of the first upstream, where each section begins", "installroot": "where install copies to",
	"jobs":    "how many jobs may run at once",
	"machine": "the machine's name, such as `x86_64`", "triple": "its triple, such as `x86_64-linux-musl`",
	"loader": "the file name of musl's dynamic linker",
}
