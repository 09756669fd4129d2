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
// that a link is in, its target is resolved as the kernel does, through all other
// links, and ".." may neither leave the directory of the extraction nor follow a
// name that is missing. As no entry replaces a directory, nor a link of an earlier
// archive, what follows the rule once follows it for ever: however links compose,
// in one archive or in several, none leads out. For Merge, which may replace links,
// ".." may not follow one at all.

// A symlink is one that an archive made, in a directory without links in its path.
type symlink struct {
	name   string
	header *tar.Header
}

func (x *extractor) symbolicLink(name string, header *tar.Header) error {
	if path.IsAbs(header.Linkname) {
		return x.refuse(header, fmt.Sprintf("is a link to %q, out of the archive", header.Linkname))
	}
	if header.Linkname == "" {
		return x.refuse(header, "is a link to nothing")
	}
	if err := x.makeWay(name, header); err != nil {
		return err
	}
	x.addLink(name, header)
	return x.root.Symlink(header.Linkname, name)
}

func (x *extractor) addLink(name string, header *tar.Header) {
	x.links = append(x.links, symlink{name, header})
	x.made[name] = true
}

// hardLink makes a hard link. Of a symbolic link that is a link in another
// directory, which is checked there.
func (x *extractor) hardLink(name string, header *tar.Header) error {
	target := path.Clean(header.Linkname)
	if path.IsAbs(target) || target == ".." || strings.HasPrefix(target, "../") {
		return x.refuse(header, fmt.Sprintf("is a link to %q, out of the archive", header.Linkname))
	}
	target = x.renamed(target, false)
	if target == name {
		return nil
	}
	if err := x.realParent(target, header); err != nil {
		return err
	}
	info, err := x.root.Lstat(target)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return x.refuse(header, fmt.Sprintf("is a link to %s, which no entry before it is", shortened(header.Linkname)))
	case err != nil:
		return err
	case info.IsDir():
		return x.refuse(header, fmt.Sprintf("is a link to %s, a directory", shortened(header.Linkname)))
	}
	if err := x.makeWay(name, header); err != nil {
		return err
	}
	if info.Mode().Type() == fs.ModeSymlink {
		x.addLink(name, header)
	}
	return x.root.Link(target, name)
}

// makeWay removes what an earlier entry left at name, so that nothing is written
// through a link. A directory stays, and so does a link of an earlier archive:
// links may count on them.
func (x *extractor) makeWay(name string, header *tar.Header) error {
	info, err := x.root.Lstat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return x.refuse(header, "would replace a directory")
	case info.Mode().Type() == fs.ModeSymlink && !x.made[name] && !x.how.Merge:
		return x.refuse(header, "would replace a link of another archive")
	}
	return x.root.Remove(name)
}

// realParent refuses an entry that would be made through a link. For Merge that is
// no more than a link.
func (x *extractor) realParent(name string, header *tar.Header) error {
	if x.how.Merge && header.Typeflag != tar.TypeSymlink && header.Typeflag != tar.TypeLink {
		return nil
	}
	for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
		if x.real[dir] {
			return nil
		}
		info, err := x.root.Lstat(dir)
		switch {
		case errors.Is(err, fs.ErrNotExist):
		case err != nil:
			return err
		case info.IsDir():
			x.real[dir] = true
		default:
			return x.refuse(header, fmt.Sprintf("lies below %s, which is no directory", shortened(dir)))
		}
	}
	return nil
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

// maxLinks bounds how many links the target of one may lead through. The kernel
// follows 40.
const maxLinks = 255

// outward says why a link with this target could lead out, or "".
func (x *extractor) outward(name, target string) string {
	at, rest, through := path.Dir(name), strings.Split(target, "/"), 0
	missing := false // at is behind what is missing, no directory, or for Merge a link, which may be replaced
	for len(rest) > 0 {
		part := rest[0]
		rest = rest[1:]
		switch {
		case part == "" || part == ".":
		case part == ".." && missing:
			return `where ".." follows a link or a missing directory`
		case part == ".." && at == ".":
			return "out of the archive"
		case part == "..":
			at = path.Dir(at)
		case !missing:
			next := path.Join(at, part)
			info, err := x.root.Lstat(next)
			switch {
			case err == nil && info.IsDir():
				at = next
			case err == nil && info.Mode().Type() == fs.ModeSymlink && !x.how.Merge:
				further, err := x.root.Readlink(next)
				if err != nil || path.IsAbs(further) {
					return fmt.Sprintf("through %s, a link out of the archive", shortened(next))
				}
				if through++; through > maxLinks {
					return endless(rest)
				}
				rest = append(strings.Split(further, "/"), rest...)
			default:
				missing = true
			}
		}
	}
	return ""
}

// endless says why a link that goes through too many others is refused: after a
// loop that leads nowhere, "..", for a program that counts otherwise, leads out.
func endless(rest []string) string {
	for _, part := range rest {
		if part == ".." {
			return `where ".." follows endless links`
		}
	}
	return ""
}
