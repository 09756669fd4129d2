package archive

import (
	"archive/tar"
	"path"
	"slices"
	"strings"
	"unicode"
)

// plainTop is the name of a top directory whose own is no plain word.
const plainTop = "source"

// place returns where an entry goes, "." for nowhere, or why it is refused.
func (x *extractor) place(header *tar.Header) (name, why string) {
	clean := path.Clean(header.Name)
	switch {
	case path.IsAbs(header.Name):
		return "", "has an absolute name"
	case slices.Contains(strings.Split(header.Name, "/"), ".."):
		return "", "points out of the archive"
	case clean == "." || header.Typeflag == tar.TypeXGlobalHeader:
		return ".", ""
	}
	top, _, _ := strings.Cut(clean, "/")
	if x.top == "" {
		x.top = top
		if x.how.TopDir != "" {
			x.top = x.how.TopDir
		} else if x.how.Rewrite == nil && !plainWord(top) {
			x.top, x.odd = plainTop, top
		}
	}
	return x.renamed(clean, header.Typeflag == tar.TypeDir), ""
}

// renamed is a clean name of the archive with the top directory that it gets.
func (x *extractor) renamed(clean string, directory bool) string {
	top, rest, below := strings.Cut(clean, "/")
	switch {
	case x.how.TopDir != "" && !below && !directory:
		return path.Join(x.how.TopDir, top)
	case x.how.TopDir != "":
		return path.Join(x.how.TopDir, rest)
	case x.odd != "" && top == x.odd:
		return path.Join(x.top, rest)
	}
	return clean
}

// plainWord tells whether a name is one word to a shell, no option, and no syntax
// to make or a compiler either.
func plainWord(name string) bool {
	return !strings.HasPrefix(name, "-") && !strings.ContainsFunc(name, func(r rune) bool {
		return r == unicode.ReplacementChar || !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("._+~@-", r)
	})
}
