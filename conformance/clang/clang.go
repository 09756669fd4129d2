// Package clang runs clang on many files in one process. To start clang takes ten
// times as long as to compile a small file; the driver starts it once or twice for
// each.
package clang

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// A Driver is the beginning of a call of clang.
type Driver struct {
	Words []string // its name and options, no files
	Dir   string   // what relative names in options start from; "" is the current directory
}

// Compile makes an object of each C source, beside it and with .o in the place of
// .c. The error has what clang says.
func (d Driver) Compile(ctx context.Context, sources []string) error {
	words, err := d.frontend(ctx, "-c", sources)
	if err != nil {
		return err
	}
	var all sync.WaitGroup
	parts := split(sources, min(runtime.NumCPU(), (len(sources)+few-1)/few))
	failures := make([]error, len(parts))
	for i, part := range parts {
		all.Go(func() {
			command := d.command(ctx, words, part)
			if out, err := command.CombinedOutput(); err != nil {
				failures[i] = fmt.Errorf("%s: compile %d files: %w\n%s", d.Words[0], len(part), err, out)
			}
		})
	}
	all.Wait()
	return errors.Join(failures...)
}

// CompileInto makes an object of each C source in a directory, which needs to be empty,
// and returns the objects by source.
func (d Driver) CompileInto(ctx context.Context, dir string, sources []string) (map[string]string, error) {
	objects := make(map[string]string)
	var including []string
	for i, source := range sources {
		file := source
		if !filepath.IsAbs(file) {
			file = filepath.Join(d.Dir, file)
		}
		file, err := filepath.Abs(file)
		if err != nil {
			return nil, err
		}
		object := filepath.Join(dir, fmt.Sprintf("%d-%s.o", i, strings.TrimSuffix(filepath.Base(source), ".c")))
		objects[source] = object
		including = append(including, strings.TrimSuffix(object, ".o")+".c")
		if err := os.WriteFile(including[i], []byte("#include \""+file+"\"\n"), 0o644); err != nil {
			return nil, err
		}
	}
	return objects, d.Compile(ctx, including)
}

// Refused compiles each source without output and returns what clang says of those
// that it refuses, by source.
func (d Driver) Refused(ctx context.Context, sources []string) (map[string]string, error) {
	words, err := d.frontend(ctx, "-fsyntax-only", sources)
	if err != nil {
		return nil, err
	}
	refused := make(map[string]string)
	for left := sources; len(left) > 0; {
		command := d.command(ctx, words, left)
		out, err := command.CombinedOutput()
		var exit *exec.ExitError
		if err != nil && !errors.As(err, &exit) {
			return nil, err
		}
		fatal := attribute(string(out), left, refused)
		if err != nil && len(refused) == 0 {
			return nil, fmt.Errorf("%s: %w\n%s", d.Words[0], err, out)
		}
		// Clang tells no more errors after a fatal one.
		if fatal < 0 {
			break
		}
		left = left[fatal+1:]
	}
	return refused, nil
}

var (
	// mention is the source that a message is about, or that includes the header
	// which it is about.
	mention = regexp.MustCompile(`^(?:In file included from )?(/[^:]+):\d+`)
	failure = regexp.MustCompile(`: (fatal )?error: `)
)

// attribute puts the messages of the sources with errors into refused, and returns
// the index of the source with a fatal one, or -1.
func attribute(output string, sources []string, refused map[string]string) (fatal int) {
	messages := make(map[string]string)
	current, fatal := "", -1
	for line := range strings.Lines(output) {
		if match := mention.FindStringSubmatch(line); match != nil && slices.Contains(sources, match[1]) {
			current = match[1]
		}
		messages[current] += line
		match := failure.FindStringSubmatch(line)
		if match == nil {
			continue
		}
		refused[current] = ""
		if match[1] != "" {
			fatal = slices.Index(sources, current)
		}
	}
	for source := range refused {
		refused[source] += messages[source]
	}
	return fatal
}

// few is how many files make it worth while to start clang once more.
const few = 16

// A Linker links objects to an executable.
type Linker []string

const objectMark, executableMark = "/dev/null", "wildebeest-executable"

// Linker is the linker that the driver calls for an object between options before
// and after it.
func (d Driver) Linker(ctx context.Context, after []string) (Linker, error) {
	// An object is anything that does not end like a source.
	return d.expand(ctx, slices.Concat([]string{objectMark}, after, []string{"-o", executableMark})...)
}

// Link links objects.
func (l Linker) Link(ctx context.Context, executable string, objects ...string) error {
	words := slices.Clone(l)
	at := slices.Index(words, executableMark)
	words[at] = executable
	at = slices.Index(words, objectMark)
	words = slices.Replace(words, at, at+1, objects...)
	if out, err := exec.CommandContext(ctx, words[0], words[1:]...).CombinedOutput(); err != nil {
		return fmt.Errorf("link %s: %w\n%s", executable, err, out)
	}
	return nil
}

// frontend is the compiler proper as the driver would call it, without files.
func (d Driver) frontend(ctx context.Context, action string, sources []string) ([]string, error) {
	if len(sources) == 0 {
		return nil, errors.New("no sources")
	}
	words, err := d.expand(ctx, action, sources[0])
	if err != nil {
		return nil, err
	}
	words = words[:len(words)-1]
	// The compiler keeps each file's memory otherwise.
	words = slices.DeleteFunc(words, func(word string) bool { return word == "-disable-free" })
	if at := slices.Index(words, "-o"); at > 0 {
		words = slices.Delete(words, at, at+2)
	}
	return append(words, "-ferror-limit", "0"), nil
}

// expand is the last command that the driver would run with more words.
func (d Driver) expand(ctx context.Context, more ...string) ([]string, error) {
	out, err := d.command(ctx, append([]string{d.Words[0], "-###"}, d.Words[1:]...), more).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("%s -###: %w\n%s", d.Words[0], err, out)
	}
	lines := strings.Split(strings.TrimSpace(string(out)), "\n")
	words := unquote(strings.TrimSpace(lines[len(lines)-1]))
	if len(words) == 0 {
		return nil, fmt.Errorf("%s -### prints no command:\n%s", d.Words[0], out)
	}
	return words, nil
}

func (d Driver) command(ctx context.Context, words, files []string) *exec.Cmd {
	command := exec.CommandContext(ctx, words[0], slices.Concat(words[1:], files)...)
	command.Dir = d.Dir
	return command
}

var (
	quoted  = regexp.MustCompile(`"((?:[^"\\]|\\.)*)"`)
	escaped = regexp.MustCompile(`\\(.)`)
)

// unquote splits a command as the driver prints it: each word in quotes.
func unquote(line string) (words []string) {
	for _, match := range quoted.FindAllStringSubmatch(line, -1) {
		words = append(words, escaped.ReplaceAllString(match[1], "$1"))
	}
	return words
}

// split divides a list into parts, none of them empty, of about the same length.
func split(list []string, parts int) [][]string {
	return slices.Collect(slices.Chunk(list, max(1, (len(list)+parts-1)/parts)))
}
