package getconf_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
)

var constantPattern = regexp.MustCompile(`(?m)^#define\s+(_(?:SC|CS|PC)_\w+)`)

// writeConstants makes the constants.h of testdata/referee.c from unistd.h.
func writeConstants(dir, unistd string) error {
	header, err := os.ReadFile(unistd)
	if err != nil {
		return err
	}
	var out bytes.Buffer
	for _, match := range constantPattern.FindAllSubmatch(header, -1) {
		fmt.Fprintf(&out, "\t%s(\"%s\", %[2]s);\n", strings.ToLower(string(match[1][1:3])), match[1])
	}
	return os.WriteFile(filepath.Join(dir, "constants.h"), out.Bytes(), 0o644)
}

// constants maps each name of glibc's table to the spellings of the constant
// that its getconf asks for: it is watched while it does.
var constants = sync.OnceValues(func() (map[string][]string, error) {
	dir, err := os.MkdirTemp("", "spy")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	spy := filepath.Join(dir, "spy.so")
	if out, err := exec.Command("gcc", "-shared", "-fPIC", "-o", spy, "testdata/spy.c", "-ldl").CombinedOutput(); err != nil {
		return nil, fmt.Errorf("gcc testdata/spy.c: %v %s", err, out)
	}
	spellings, err := constantNumbers(dir)
	if err != nil {
		return nil, err
	}
	table, err := exec.Command(hostOwn, "-a").Output()
	if err != nil {
		return nil, err
	}
	found := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSuffix(string(table), "\n"), "\n") {
		name := strings.TrimSpace(line[:35])
		call, err := watch(spy, name)
		if err == nil && call == "" {
			call, err = watch(spy, name, "/")
		}
		if err != nil {
			return nil, err
		}
		if found[name] = spellings[call]; found[name] == nil {
			return nil, fmt.Errorf("%s calls %q, which no constant stands for", name, call)
		}
	}
	return found, nil
})

// watch is the first call that getconf makes for args.
func watch(spy string, args ...string) (string, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer read.Close()
	cmd := exec.Command(hostOwn, args...)
	cmd.Env = []string{"LD_PRELOAD=" + spy}
	cmd.ExtraFiles = []*os.File{write}
	cmd.Run() // fails for a path variable without a path
	write.Close()
	var seen bytes.Buffer
	seen.ReadFrom(read)
	call, _, _ := strings.Cut(seen.String(), "\n")
	return call, nil
}

// constantNumbers maps calls such as "sysconf 30" to the constants with that
// number in glibc's headers.
func constantNumbers(dir string) (map[string][]string, error) {
	const program = `
#define _GNU_SOURCE
#include <stdio.h>
#include <unistd.h>
#define sc(name, n) printf("sysconf %d %s\n", n, name)
#define cs(name, n) printf("confstr %d %s\n", n, name)
#define pc(name, n) printf("pathconf %d %s\n", n, name)
int main(void) {
#include "constants.h"
}`
	// Only the preprocessor knows where the distribution keeps the header.
	macros := exec.Command("gcc", "-E", "-dM", "-D_GNU_SOURCE", "-include", "unistd.h", "-x", "c", "/dev/null")
	out, err := macros.Output()
	if err != nil {
		return nil, fmt.Errorf("gcc -E -dM: %v", err)
	}
	list := filepath.Join(dir, "macros")
	source, binary := filepath.Join(dir, "numbers.c"), filepath.Join(dir, "numbers")
	os.WriteFile(list, out, 0o644)
	os.WriteFile(source, []byte(program), 0o644)
	if err := writeConstants(dir, list); err != nil {
		return nil, err
	}
	if out, err := exec.Command("gcc", "-o", binary, source).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("gcc: %v %s", err, out)
	}
	numbers, err := exec.Command(binary).Output()
	if err != nil {
		return nil, err
	}
	found := map[string][]string{}
	for _, line := range strings.Split(strings.TrimSpace(string(numbers)), "\n") {
		last := strings.LastIndexByte(line, ' ')
		found[line[:last]] = append(found[line[:last]], line[last+1:])
	}
	return found, nil
}
