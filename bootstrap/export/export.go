// Package export writes a package of the store as a tar archive: what a root gets of
// it, with owners, modes, times, hard links and extended attributes, and beside its
// files what the ledger says of it. The bytes depend on the package alone: of two
// builds with the same files the archives are the same.
package export

import (
	"archive/tar"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"strings"
	"time"

	"github.com/serpent-os/wildebeest/bootstrap/ledger"
	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/store"
	"github.com/serpent-os/wildebeest/internal/tree"
)

// Records is the directory of a root that has the records of packages, NAME.json.
const Records = "/usr/share/wildebeest/packages"

// Write writes the package of a step, which the store has.
func Write(w io.Writer, state *store.State, step *plan.Step) error {
	p := state.Lookup(step)
	if p == nil {
		return fmt.Errorf("%s is not in the store; `bootstrap stage3 %s` builds it", step.Recipe.ID(), step.Recipe.Name)
	}
	m, err := state.Manifest(step)
	if err != nil {
		return err
	}
	from, err := tree.OpenDir(state.Tree(step))
	if err != nil {
		return err
	}
	defer from.Close()
	a := &archiver{tar.NewWriter(w), from}
	for i := range m.Files {
		if err := a.file(&m.Files[i]); err != nil {
			return err
		}
	}
	if err := a.record(m, p.Record); err != nil {
		return err
	}
	return a.out.Close()
}

type archiver struct {
	out  *tar.Writer
	from *tree.Dir
}

// header is what every entry has. PAX keeps fractions of seconds and any name.
func header(name string, kind byte, mode int64, modified time.Time) *tar.Header {
	name = strings.TrimPrefix(name, "/")
	if kind == tar.TypeDir {
		name += "/"
	}
	return &tar.Header{Format: tar.FormatPAX, Typeflag: kind, Name: name, Mode: mode, ModTime: modified}
}

func (a *archiver) file(f *manifest.File) error {
	if f.Name == "/" {
		return nil // the root's own
	}
	kinds := map[string]byte{manifest.Regular: tar.TypeReg, manifest.Directory: tar.TypeDir, manifest.Link: tar.TypeSymlink}
	h := header(f.Name, kinds[f.Kind], int64(f.Mode), f.Modified())
	h.Uid, h.Gid, h.Linkname = int(f.UID), int(f.GID), f.Target
	if len(f.Attributes) > 0 {
		h.PAXRecords = make(map[string]string)
	}
	for name, value := range f.Attributes {
		h.PAXRecords["SCHILY.xattr."+name] = string(value)
	}
	if f.Same != "" {
		h.Typeflag, h.Linkname = tar.TypeLink, strings.TrimPrefix(f.Same, "/")
	} else if f.Kind == manifest.Regular {
		h.Size = f.Size
	}
	if err := a.out.WriteHeader(h); err != nil {
		return fmt.Errorf("%s: %w", tree.Short(f.Name), err)
	}
	if h.Typeflag != tar.TypeReg {
		return nil
	}
	return a.contents(f)
}

func (a *archiver) contents(f *manifest.File) error {
	file, err := store.OpenFile(a.from, f.Name, f.Size)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = io.Copy(a.out, file)
	return err
}

// record adds what the ledger says of the package, without what no two builds have
// in common: when it was built, and what that took.
func (a *archiver) record(m *manifest.Manifest, r ledger.Record) error {
	r.Time, r.Cost = time.Time{}, ledger.Cost{Size: r.Size, Files: r.Files}
	text, err := json.MarshalIndent(r, "", "\t")
	if err != nil {
		return err
	}
	text = append(text, '\n')
	there := make(map[string]bool)
	var modified time.Time
	for i := range m.Files {
		there[m.Files[i].Name] = true
		if f := &m.Files[i]; f.Modified().After(modified) {
			modified = f.Modified()
		}
	}
	dir := ""
	for part := range strings.SplitSeq(strings.TrimPrefix(Records, "/"), "/") {
		if dir += "/" + part; there[dir] {
			continue
		}
		if err := a.out.WriteHeader(header(dir, tar.TypeDir, 0o755, modified)); err != nil {
			return err
		}
	}
	h := header(path.Join(Records, r.Name+".json"), tar.TypeReg, 0o644, modified)
	h.Size = int64(len(text))
	if err := a.out.WriteHeader(h); err != nil {
		return err
	}
	_, err = a.out.Write(text)
	return err
}
