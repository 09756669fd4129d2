package main

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
)

var (
	newsRelease = regexp.MustCompile(`^Version (\d+\.\d+)(?:\.\d+)?$`)
	newsWord    = regexp.MustCompile(`[A-Za-z_][A-Za-z0-9_]+`)
)

// headerWords lists the words of all headers below directories.
func headerWords(dirs []string) (map[string]bool, error) {
	words := map[string]bool{}
	for _, dir := range dirs {
		err := walkHeaders(dir, func(h string) {
			text, _ := os.ReadFile(filepath.Join(dir, h)) // one that can't be read shows no names either
			for _, word := range newsWord.FindAll(text, -1) {
				words[string(word)] = true
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return words, nil
}

// readNews reads glibc's release notes, which libc6 brings as documentation, the
// newest release first, and returns for every word the oldest release whose notes have
// it.
func readNews(file string) (map[string]string, error) {
	in, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	text, err := gzip.NewReader(in)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	words := map[string]string{}
	version := ""
	lines := bufio.NewScanner(text)
	for lines.Scan() {
		if m := newsRelease.FindStringSubmatch(lines.Text()); m != nil {
			version = m[1]
		}
		for _, word := range newsWord.FindAllString(lines.Text(), -1) {
			if version != "" {
				words[word] = version
			}
		}
	}
	if len(words) == 0 {
		return nil, fmt.Errorf("%s: no line \"Version 2.x\"", file)
	}
	return words, lines.Err()
}
