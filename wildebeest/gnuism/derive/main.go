// Derive computes the name tables of package gnuism: it reads every public
// header of glibc and of upstream musl with a C parser and keeps each name
// that a glibc header shows and its musl namesake does not.
//
//	go run ./derive -musl DIR[,DIR…] -o tables
//
// It needs libc6-dev, linux-libc-dev, gcc and clang; each DIR holds the installed
// headers of one musl release. musl-names.tsv, beside this file, says since
// and until which release musl has a name; it was made by installing every
// release from 1.1.24 to 1.2.5, and git of 2025-05-27, from musl's own tree.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	musl := flag.String("musl", "", "header directories of upstream musl, separated by commas")
	since := flag.String("since", "derive/musl-names.tsv", "table of musl's names by release")
	libc := flag.String("libc", "/lib/x86_64-linux-gnu/libc.so.6,/lib/x86_64-linux-gnu/libm.so.6", "glibc's shared objects, for symbol versions")
	only := flag.Bool("names-only", false, "leave clashes.tsv as it is: it takes minutes")
	out := flag.String("o", "tables", "directory to write to")
	flag.Parse()
	if err := run(strings.Split(*musl, ","), *since, strings.Split(*libc, ","), *out, *only); err != nil {
		fmt.Fprintln(os.Stderr, "derive:", err)
		os.Exit(1)
	}
}

func run(muslDirs []string, sinceFile string, objects []string, out string, namesOnly bool) error {
	glibc, err := glibcHeaders()
	if err != nil {
		return err
	}
	g, err := expose(glibc)
	if err != nil {
		return err
	}
	m := newExposure()
	for _, dir := range muslDirs {
		tree, err := muslHeaders(dir)
		if err != nil {
			return err
		}
		one, err := expose(tree)
		if err != nil {
			return err
		}
		m.add(one)
	}
	kernel, err := kernelHeaders(muslDirs[0])
	if err != nil {
		return err
	}
	k, err := expose(kernel)
	if err != nil {
		return err
	}
	releases, err := readReleases(sinceFile)
	if err != nil {
		return err
	}
	versions, err := symbolVersions(objects)
	if err != nil {
		return err
	}
	reserved, err := readReserved(filepath.Join(out, "reserved.tsv"))
	if err != nil {
		return err
	}
	t := subtract(g, m, k, releases, versions, reserved)
	t.redirects(muslDirs[0])
	fmt.Fprintf(os.Stderr, "derive: %d headers of glibc, %d of musl, %d of the kernel; %d names kept\n",
		len(g.headers), len(m.headers), len(k.headers), len(t.names))
	if err := t.write(out); err != nil || namesOnly {
		return err
	}
	list, err := clashes(m, kernel, muslDirs[0])
	if err != nil {
		return err
	}
	return writeClashes(list, out)
}
