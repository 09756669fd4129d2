package main

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

// templates has a directory for each kind.
//
//go:embed all:templates
var templates embed.FS

// fill fills a template in.
func fill(name, text string, values map[string]string) (string, error) {
	parsed, err := template.New(name).Option("missingkey=error").Parse(text)
	if err != nil {
		return "", err
	}
	var out strings.Builder
	err = parsed.Execute(&out, values)
	return out.String(), err
}

// write writes the files of a kind below the current directory. The first that exists
// already stops it before anything is written.
func write(kind string, values map[string]string) ([]string, error) {
	top := "templates/" + kind
	if _, err := fs.Stat(templates, top); err != nil {
		return nil, nil
	}
	texts := make(map[string]string)
	var names []string
	err := fs.WalkDir(templates, top, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := fs.ReadFile(templates, path)
		if err != nil {
			return err
		}
		name := place(strings.TrimSuffix(strings.TrimPrefix(path, top+"/"), ".tmpl"), values)
		if _, err := os.Lstat(name); err == nil {
			return fmt.Errorf("%s is there already; choose another name", name)
		}
		names = append(names, name)
		texts[name], err = fill(path, string(text), values)
		return err
	})
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return nil, err
		}
		if err := os.WriteFile(name, []byte(texts[name]), 0o644); err != nil {
			return nil, err
		}
	}
	return names, nil
}

// place is the path of a template's file.
func place(path string, values map[string]string) string {
	parts := strings.Split(path, "/")
	for i, part := range parts {
		stem, end, _ := strings.Cut(part, ".")
		if value, ok := values[stem]; ok {
			parts[i] = value
			if end != "" {
				parts[i] += "." + end
			}
		}
	}
	return strings.Join(parts, "/")
}
