package stage2

import (
	"archive/tar"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// merged are the directories of / that a stage2 tree has in /usr.
var merged = []string{"bin", "sbin", "lib", "lib32", "lib64", "libx32"}

// dropped are the directories that no build needs.
var dropped = []string{"usr/share/doc", "usr/share/man", "usr/share/locale", "usr/share/lintian", "usr/share/info", "var"}

// intoPrefix gives an entry of a package its place in the tree, or tells that it
// has none.
func intoPrefix(header *tar.Header) bool {
	name := usrMerged(path.Clean(strings.TrimPrefix(header.Name, "/")))
	for _, dir := range dropped {
		if name == dir || strings.HasPrefix(name, dir+"/") {
			return false
		}
	}
	switch header.Typeflag {
	case tar.TypeLink:
		header.Linkname = usrMerged(path.Clean(strings.TrimPrefix(header.Linkname, "/")))
	case tar.TypeSymlink:
		header.Linkname = relativeLink(header.Name, name, header.Linkname)
	}
	header.Name = name
	return true
}

func usrMerged(name string) string {
	top, _, _ := strings.Cut(name, "/")
	if slices.Contains(merged, top) {
		return "usr/" + name
	}
	return name
}

// relativeLink is the target of a symbolic link whose own name moved from old
// to name, relative to it, with /usr merged in the target too.
func relativeLink(old, name, target string) string {
	if !path.IsAbs(target) {
		target = path.Join("/", path.Dir(path.Clean(old)), target)
	}
	target = usrMerged(strings.TrimPrefix(path.Clean(target), "/"))
	relative, err := filepath.Rel(path.Dir(name), target)
	if err != nil {
		return target
	}
	return relative
}
