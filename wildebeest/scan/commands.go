package scan

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Compiled is how a tree is compiled.
type Compiled struct {
	Defines []string // macros that all commands define
	Include []string // directories of #include in the tree, relative to it
	Std     string   // the -std= of all commands; "" where they differ or have none
}

// Commands reads a compile_commands.json (the JSON Compilation Database of
// clang) of a tree.
func Commands(file, tree string) (Compiled, error) {
	var out Compiled
	text, err := os.ReadFile(file)
	if err != nil {
		return out, err
	}
	var entries []struct {
		Directory string   `json:"directory"`
		Command   string   `json:"command"`
		Arguments []string `json:"arguments"`
	}
	if err := json.Unmarshal(text, &entries); err != nil {
		return out, fmt.Errorf("read %s: %w", file, err)
	}
	if tree, err = filepath.Abs(tree); err != nil {
		return out, err
	}
	stds := map[string]int{}
	count := map[string]int{}
	for _, e := range entries {
		args := e.Arguments
		if len(args) == 0 {
			args = splitCommand(e.Command)
		}
		mine := map[string]bool{}
		std := ""
		for i, a := range args {
			if value, ok := strings.CutPrefix(a, "-std="); ok {
				std = value
			}
			for _, flag := range []string{"-D", "-I", "-iquote", "-isystem"} {
				value, ok := strings.CutPrefix(a, flag)
				if !ok {
					continue
				}
				if value == "" && i+1 < len(args) {
					value = args[i+1]
				}
				if flag == "-D" {
					mine[value] = true
					continue
				}
				if !filepath.IsAbs(value) {
					value = filepath.Join(e.Directory, value)
				}
				rel, err := filepath.Rel(tree, value)
				if err == nil && filepath.IsLocal(rel) && !slices.Contains(out.Include, filepath.ToSlash(rel)) {
					out.Include = append(out.Include, filepath.ToSlash(rel))
				}
			}
		}
		stds[std]++
		for d := range mine {
			count[d]++
		}
	}
	for d, n := range count {
		if n == len(entries) {
			out.Defines = append(out.Defines, d)
		}
	}
	slices.Sort(out.Defines)
	if len(stds) == 1 {
		for std := range stds {
			out.Std = std
		}
	}
	return out, nil
}

// splitCommand splits a shell command at spaces, with quotes and backslashes
// as the database's specification describes.
func splitCommand(s string) []string {
	var out []string
	var word []byte
	inside, quote := false, byte(0)
	for i := 0; i < len(s); i++ {
		switch b := s[i]; {
		case b == '\\' && quote != '\'' && i+1 < len(s):
			i++
			word, inside = append(word, s[i]), true
		case quote != 0 && b == quote:
			quote = 0
		case quote == 0 && (b == '"' || b == '\''):
			quote, inside = b, true
		case quote == 0 && (b == ' ' || b == '\t' || b == '\n'):
			if inside {
				out = append(out, string(word))
			}
			word, inside = word[:0], false
		default:
			word, inside = append(word, b), true
		}
	}
	if inside {
		out = append(out, string(word))
	}
	return out
}
