package clang

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"runtime"
	"slices"
	"strings"
)

// CompileTree makes the objects of a tree of libwildebeest (package generate), or of
// one module of it, with the options that its Makefile gives each under variables,
// CC=clang among them, and leaves the rest to make.
func CompileTree(ctx context.Context, tree string, variables []string, module string) error {
	plan := exec.CommandContext(ctx, "make", slices.Concat([]string{"-n", "-s", "-C", tree, "--no-print-directory", "libwildebeest.a"}, variables)...)
	out, err := plan.Output()
	if err != nil {
		return fmt.Errorf("%s: %w", plan, err)
	}
	sources := make(map[string][]string) // by the options
	for line := range strings.Lines(strings.ReplaceAll(string(out), "\\\n", " ")) {
		options, files, isCompilation := strings.Cut(strings.TrimSpace(line), " -c -o ")
		_, source, _ := strings.Cut(files, " ")
		if isCompilation && (module == "" || strings.HasPrefix(source, "src/"+module+"/")) {
			sources[options] = append(sources[options], source)
		}
	}
	if len(sources) == 0 {
		return fmt.Errorf("%s prints no compilation:\n%s", plan, out)
	}
	failures := make(chan error, len(sources))
	running := make(chan struct{}, runtime.NumCPU())
	for options, files := range sources {
		running <- struct{}{}
		go func() {
			driver := Driver{Words: strings.Fields(strings.ReplaceAll(options, "'", "")), Dir: tree}
			failures <- driver.Compile(ctx, files)
			<-running
		}()
	}
	for range sources {
		err = errors.Join(err, <-failures)
	}
	return err
}
