package main

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"os/exec"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/conformance/sysroot"
	"github.com/serpent-os/wildebeest/musl"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// TestHiddenNames asks a compiler about every name that the database takes to
// be hidden by musl in some mode: with glibc it compiles in that mode, with musl
// it does not.
func TestHiddenNames(t *testing.T) {
	db, err := gnuism.Load()
	if err != nil {
		t.Fatal(err)
	}
	target, err := gnuism.ParseTarget(musl.Stage3().String())
	if err != nil {
		t.Fatal(err)
	}
	onMusl := muslOptions(t)
	allRight, all := 0, 0
	for _, mode := range gnuism.AllModes {
		if mode.Bit == gnuism.ModeLargefile {
			continue // beyond names with 64 it shows what -std=cNN alone does, which is tried
		}
		byHome := map[string][]*gnuism.Name{}
		for i := range db.Names {
			n := &db.Names[i]
			if n.Hidden(target, mode.Bit) && n.In(target) && n.Kind != gnuism.Member {
				byHome[n.Home] = append(byHome[n.Home], n)
			}
		}
		right, count := 0, 0
		homes := slices.Sorted(maps.Keys(byHome))
		for i, home := range homes {
			if i%(1+len(homes)/triedHeaders) > 0 {
				continue
			}
			names := byHome[home]
			with := rejected(t, mode, home, names, nil)
			without := rejected(t, mode, home, names, onMusl)
			for i, n := range names {
				count++
				if !with[i] && without[i] {
					right++
				} else {
					t.Logf("mode %v: %s %s of %s: rejected with glibc %v, with musl %v", mode.Bit, n.Kind, n.Name, home, with[i], without[i])
				}
			}
		}
		t.Logf("mode %v: %d of %d are right", mode.Bit, right, count)
		allRight, all = allRight+right, all+count
	}
	// The database has the modes of the newest glibc; the compiler has this machine's.
	if all < 100 || allRight*100 < all*93 {
		t.Errorf("the compiler agrees about %d of %d names", allRight, all)
	}
}

// triedHeaders is the number of headers tried in each mode, spread over all.
const triedHeaders = 8

var errorLine = regexp.MustCompile(`(?m)^<stdin>:(\d+):\d+: (?:fatal )?error:`)

// firstUse is the line number of the first name's use.
const firstUse = 1000

// rejected compiles a use of each name after its header, and tells which names
// are in error.
func rejected(t *testing.T, mode gnuism.Mode, header string, names []*gnuism.Name, libc []string) map[int]bool {
	t.Helper()
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s#include <%s>\n", strings.TrimPrefix(mode.Defines, "#define __STRICT_ANSI__ 1\n"), header)
	for i, n := range names {
		at, plain := fmt.Sprintf("#line %d\n", firstUse+i), gnuism.Plain(n.Name)
		var use string
		switch n.Kind {
		case gnuism.Macro:
			use = "#error"
		case gnuism.Type:
			use = fmt.Sprintf("%s *p%d;", n.Name, i)
		case gnuism.Tag:
			use = fmt.Sprintf("int p%d[sizeof(%s)];", i, n.Name)
		case gnuism.EnumConst:
			use = fmt.Sprintf("int p%d = %s;", i, n.Name)
		default:
			use = fmt.Sprintf("__typeof__(&%s) p%d;", n.Name, i)
		}
		fmt.Fprintf(&b, "#ifndef %s\n%s%s\n#endif\n", plain, at, use) // a macro of the name does as well
	}
	std := "-std=c11"
	if mode.Bit == gnuism.ModePlain {
		std = "-std=gnu11"
	}
	args := append([]string{"-fsyntax-only", "-w", "-Werror=implicit-function-declaration", "-ferror-limit=0", "-fno-caret-diagnostics", std}, libc...)
	bad := map[int]bool{}
	for _, m := range errorLine.FindAllStringSubmatch(clang(t, args, b.Bytes()), -1) {
		line, err := strconv.Atoi(m[1])
		if err != nil {
			t.Fatal(err)
		}
		if line < firstUse {
			t.Fatalf("<%s> does not compile", header)
		}
		bad[line-firstUse] = true
	}
	return bad
}

// clang returns all that clang writes about a source.
func clang(t *testing.T, args []string, source []byte) string {
	t.Helper()
	cmd := exec.Command("clang", append(args, "-x", "c", "-")...)
	cmd.Stdin = bytes.NewReader(source)
	out, err := cmd.CombinedOutput()
	if exit := new(exec.ExitError); err != nil && !errors.As(err, &exit) {
		t.Fatalf("run clang: %v (install clang)", err)
	}
	return string(out)
}

// muslOptions are the options of clang for the musl that `make sysroot` builds.
func muslOptions(t *testing.T) []string {
	t.Helper()
	machine, err := musl.Host()
	if err != nil {
		t.Fatal(err)
	}
	return []string{"--target=" + machine.Triple, "--sysroot=" + sysroot.Find(t), "--gcc-toolchain=/nonexistent"}
}
