// Document writes what is generated of docs/recipes.md, between its comments
// `<!-- NAME -->` and `<!-- end of NAME -->`, and docs/recipe.schema.json.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("document: ")
	if len(os.Args) != 2 {
		log.Fatal("usage: document DIR")
	}
	for _, write := range []func(string) error{writeManual, writeSchema} {
		if err := write(os.Args[1]); err != nil {
			log.Fatal(err)
		}
	}
}

func writeSchema(dir string) error {
	var text bytes.Buffer
	encoder := json.NewEncoder(&text)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(recipe.Schema()); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "recipe.schema.json"), text.Bytes(), 0o644)
}

func writeManual(dir string) error {
	file := filepath.Join(dir, "recipes.md")
	old, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	text := string(old)
	for name, part := range map[string]string{"keys": recipe.KeyTable(), "macros": recipe.MacroManual()} {
		if text, err = replace(text, name, part); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return os.WriteFile(file, []byte(text), 0o644)
}

// replace puts a part between its two comments.
func replace(text, name, part string) (string, error) {
	begin, end := "<!-- "+name+" -->\n", "<!-- end of "+name+" -->\n"
	before, rest, ok := strings.Cut(text, begin)
	_, after, closed := strings.Cut(rest, end)
	if !ok || !closed {
		return "", fmt.Errorf("there is no %q with %q after it", begin, end)
	}
	return before + begin + "\n" + part + end + after, nil
}
