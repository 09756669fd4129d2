package manifest

import (
	"os"
	"strings"

	"github.com/serpent-os/wildebeest/internal/sparse"
	"github.com/serpent-os/wildebeest/internal/tree"
)

// otherSum is the sum of a file that lacks the contents it should have.
const otherSum = "other"

// Look describes a directory as it is, whatever it has. want gives the sum that a
// regular file should have, or "" where its contents do not matter: the manifest
// has that sum if they are right. Hard links count as files of their own. skipped
// are directories that their owner, an ordinary user, may not look into.
func Look(dir string, want func(name string) string) (m *Manifest, skipped []string, err error) {
	m = new(Manifest)
	err = tree.Walk(dir, func(e *tree.Entry) error {
		f, err := look(e, want)
		m.Files = append(m.Files, f)
		if err == nil && e.IsDir() && os.Geteuid() != 0 && f.Mode&0o500 != 0o500 {
			skipped = append(skipped, f.Name+"/")
			return tree.SkipDir
		}
		return err
	})
	return m, skipped, err
}

func look(e *tree.Entry, want func(string) string) (File, error) {
	f := File{Name: e.Name, Mode: Mode(e.Stat.Mode & 0o7777), Time: e.Stat.Mtim.Nano()}
	if f.Name == "" {
		f.Name = "/"
	}
	if os.Geteuid() == 0 {
		f.UID, f.GID = e.Stat.Uid, e.Stat.Gid
	}
	var err error
	switch {
	case e.IsDir():
		f.Kind = Directory
	case e.IsRegular():
		f.Kind, f.Size = Regular, e.Stat.Size
		f.Sum, err = lookInto(e, want(f.Name))
	case e.IsLink():
		f.Kind, f.Mode = Link, 0o777
		f.Target, err = e.Readlink()
	default:
		f.Kind = special(e)
	}
	if err != nil || f.Kind == Link {
		return f, err
	}
	names, err := e.Attributes()
	for _, name := range names {
		if err != nil || name != capability && !strings.HasPrefix(name, ofUsers) {
			continue
		}
		if f.Attributes == nil {
			f.Attributes = make(map[string][]byte)
		}
		f.Attributes[name], err = e.Attribute(name)
	}
	return f, err
}

func lookInto(e *tree.Entry, want string) (string, error) {
	if want == "" {
		return "", nil
	}
	file, err := e.Open()
	if err != nil && os.Geteuid() != 0 && e.Stat.Mode&0o400 == 0 {
		return want, nil // its owner may not read it
	}
	if err != nil {
		return "", err
	}
	defer file.Close()
	ok, err := sparse.HasSum(file, want)
	if err != nil || !ok {
		return otherSum, err
	}
	return want, nil
}
