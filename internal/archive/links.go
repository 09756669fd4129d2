package archive

import (
	"archive/tar"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"
)

// Links are checked by one rule, at the end of each archive: from the directory
// that a link really is in, ".." may follow directories only, never another link
// or a name that is missing, and never more often than there are directories. As
// no entry replaces a directory, what follows the rule once follows it for ever:
// however links compose, in one archive or in several, none leads out.

// A symlink is one that an archive made, in a directory without links in its path.
type symlink struct {
	name   string
	header *tar.Header
}

func (x *extractor) symbolicLink(name string, header *tar.Header) error {
	if path.IsAbs(header.Linkname) {
		return x.refuse(header, fmt.Sprintf("is a link to %q, out of the archive", header.Linkname))
	}
	if err := x.makeWay(name, header); err != nil {
		return err
	}
	if err := x.realParent(name, header); err != nil {
		return err
	}
	x.links = append(x.links, symlink{name, header})
	return x.root.Symlink(header.Linkname, name)
}

// hardLink makes a hard link. Of a symbolic link that is a link in another
// directory, which is checked there.
func (x *extractor) hardLink(name string, header *tar.Header) error {
	target := path.Clean(header.Linkname)
	if path.IsAbs(target) || target == ".." || strings.HasPrefix(target, "../") {
		return x.refuse(header, fmt.Sprintf("is a link to %q, out of the archive", header.Linkname))
	}
	if _, rest, _ := strings.Cut(target, "/"); x.how.TopDir != "" {
		target = path.Join(x.how.TopDir, rest)
	}
	if target == name {
		return nil
	}
	info, err := x.root.Lstat(target)
	if err != nil {
		return err
	}
	if err := x.makeWay(name, header); err != nil {
		return err
	}
	if info.Mode().Type() != fs.ModeSymlink {
		return x.root.Link(target, name)
	}
	if err := x.realParent(name, header); err != nil {
		return err
	}
	x.links = append(x.links, symlink{name, header})
	return x.root.Link(target, name)
}

// makeWay removes what an earlier entry left at name, so that nothing is written
// through a link. A directory stays: links may count on it.
func (x *extractor) makeWay(name string, header *tar.Header) error {
	info, err := x.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return x.refuse(header, "would replace a directory")
	}
	return x.root.Remove(name)
}

// realParent refuses a link that would be made through another one.
func (x *extractor) realParent(name string, header *tar.Header) error {
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if !x.isDir(dir) {
			return x.refuse(header, fmt.Sprintf("is a link below %q, which is a link itself", dir))
		}
	}
	return nil
}

// isDir tells whether a name, whose parents are directories, is one too.
func (x *extractor) isDir(name string) bool {
	if x.real[name] {
		return true
	}
	info, err := x.root.Lstat(name)
	x.real[name] = err == nil && info.IsDir()
	return x.real[name]
}

// checkLinks removes the links that break the rule and refuses the first.
func (x *extractor) checkLinks() (refused error) {
	for _, link := range x.links {
		target, err := x.root.Readlink(link.name)
		if err != nil { // replaced by a later entry
			continue
		}
		why := x.outward(link.name, target)
		if why == "" {
			continue
		}
		err = x.refuse(link.header, fmt.Sprintf("is a link to %q, %s", target, why))
		if refused == nil {
			refused = err
		}
		if err := x.root.Remove(link.name); err != nil {
			refused = errors.Join(refused, err)
		}
	}
	return refused
}

// outward says why a link with this target could lead out, or "".
func (x *extractor) outward(name, target string) string {
	at := path.Dir(name)
	loose := false // behind a link, or what is no directory
	for part := range strings.SplitSeq(target, "/") {
		switch {
		case part == "" || part == ".":
		case part == ".." && loose:
			return `where ".." follows a link or a missing directory`
		case part == ".." && at == ".":
			return "out of the archive"
		case part == "..":
			at = path.Dir(at)
		case !loose:
			at = path.Join(at, part)
			loose = !x.isDir(at)
		}
	}
	return ""
}
