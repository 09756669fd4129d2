package archive

import (
	"archive/tar"
	"fmt"
	"io"
	"os"
	"path"
	"strings"
)

// CopyPart writes what lies below some paths of an archive as a plain tar stream.
// The paths count from below the archive's top directory.
func CopyPart(archive string, paths []string, to io.Writer) error {
	file, err := os.Open(archive)
	if err != nil {
		return err
	}
	defer file.Close()
	plain, end, err := open(file)
	if err != nil {
		return fmt.Errorf("%s: %w", archive, err)
	}
	err = copyPart(archive, plain, paths, to)
	if ended := end(err != nil); err == nil && ended != nil {
		err = fmt.Errorf("%s: %w", archive, ended)
	}
	return err
}

// copyPart copies the entries of a tar stream that lie below paths. Nothing below
// one of them is an error: the recipe means something else.
func copyPart(name string, plain io.Reader, paths []string, to io.Writer) error {
	missing := make(map[string]bool)
	for _, p := range paths {
		missing[p] = true
	}
	in, out := tar.NewReader(plain), tar.NewWriter(to)
	bounds := boundsOf(plain)
	for {
		header, err := in.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		_, rest, _ := strings.Cut(path.Clean(header.Name), "/")
		wanted := false
		for _, p := range paths {
			if rest == p || strings.HasPrefix(rest, p+"/") {
				wanted = true
				delete(missing, p)
			}
		}
		if !wanted {
			continue
		}
		if why := bounds.add(header); why != "" {
			return &RefusedError{Archive: name, Entry: header.Name, Why: why}
		}
		if err := out.WriteHeader(header); err != nil {
			return fmt.Errorf("%s: entry %s: %w", name, shortened(header.Name), err)
		}
		if _, err := io.Copy(out, in); err != nil {
			return fmt.Errorf("%s: entry %s: %w", name, shortened(header.Name), err)
		}
	}
	for _, p := range paths {
		if missing[p] {
			return fmt.Errorf("%s: holds nothing at %q below its top directory; correct the recipe's paths", name, p)
		}
	}
	return out.Close()
}
