package archive

import (
	"archive/tar"
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"time"
)

// notPacked are directories of version control, which are no part of the sources.
var notPacked = map[string]bool{".git": true, ".hg": true, ".svn": true, ".bzr": true}

// Pack writes the regular files, directories and links of dir as a tar archive, below
// a top directory. Owners are left out; the same tree gives the same bytes. No link is
// followed.
func Pack(ctx context.Context, dir, top, to string) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	out, err := os.Create(to)
	if err != nil {
		return err
	}
	w := tar.NewWriter(out)
	err = fs.WalkDir(root.FS(), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case ctx.Err() != nil:
			return ctx.Err()
		case entry.IsDir() && notPacked[entry.Name()]:
			return fs.SkipDir
		}
		return pack(w, root, name, path.Join(top, name))
	})
	return errors.Join(err, w.Close(), out.Close())
}

// pack writes one entry. What is no file, directory or link is left out.
func pack(w *tar.Writer, root *os.Root, name, as string) error {
	info, err := root.Lstat(name)
	if err != nil {
		return err
	}
	target := ""
	switch mode := info.Mode(); {
	case mode&fs.ModeSymlink != 0:
		if target, err = root.Readlink(name); err != nil {
			return err
		}
	case !mode.IsRegular() && !mode.IsDir():
		return nil
	}
	header, err := tar.FileInfoHeader(info, target)
	if err != nil {
		return err
	}
	header.Name, header.Format = as, tar.FormatPAX
	if info.IsDir() {
		header.Name += "/"
	}
	header.Uid, header.Gid, header.Uname, header.Gname = 0, 0, "", ""
	header.AccessTime, header.ChangeTime = time.Time{}, time.Time{}
	if err := w.WriteHeader(header); err != nil || !info.Mode().IsRegular() {
		return err
	}
	file, err := root.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.CopyN(w, file, header.Size)
	return err
}
