package main

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/lex"
)

// sourceExt are the files whose words count.
var sourceExt = []string{".c", ".h", ".cc", ".cpp", ".cxx", ".hh", ".hpp", ".y", ".l", ".in"}

// wordsOf lists the identifiers of a tree's sources, and the headers that they
// include.
func wordsOf(tree string) (map[string]bool, error) {
	words := map[string]bool{}
	err := filepath.WalkDir(tree, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() || !slices.Contains(sourceExt, filepath.Ext(name)) {
			return err
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		l := lex.New(text, false)
		for t := l.Next(); t.Kind != lex.EOF; t = l.Next() {
			if t.Kind != lex.Ident {
				continue
			}
			word := string(text[t.Start:t.End])
			words[word] = true
			if word == "include" {
				words[strings.Trim(strings.TrimSpace(string(l.Rest())), "<>\"")] = true
			}
		}
		return nil
	})
	return words, err
}

// there reports whether the words of a claim's trouble stand in a tree.
func there(words map[string]bool, signs []sign, c claim) bool {
	for _, s := range signs {
		if !strings.HasPrefix(c.gnuism, s.gnuism) {
			continue
		}
		if len(s.words) == 0 {
			return true
		}
		for _, pattern := range s.words {
			for _, prefix := range []string{"struct?", "enum?", "*."} { // a tag's or a member's own word
				pattern = strings.TrimPrefix(pattern, prefix)
			}
			for word := range words {
				if ok, _ := path.Match(strings.ReplaceAll(pattern, "/", "|"), strings.ReplaceAll(word, "/", "|")); ok {
					return true
				}
			}
		}
	}
	return false
}
