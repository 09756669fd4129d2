package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
	"golang.org/x/sys/unix"
)

// Kinds of what a state directory has and can do without.
const (
	KindPackage  = "package"
	KindSource   = "source"
	KindLog      = "log"
	KindStage2   = "stage2"
	KindRoot     = "root"
	KindTrial    = "trial"    // of packages without a recipe
	KindApt      = "apt"      // a distribution's package lists and packages
	KindLeftover = "leftover" // of runs that were interrupted
)

// A Removable is a file or directory of the state that can be made, or fetched,
// again.
type Removable struct {
	Path  string `json:"path"` // from the state directory on
	Kind  string `json:"kind"`
	Bytes int64  `json:"bytes"` // that the disk has of it

	// mark is a file whose absence says that a directory is not whole. It is removed
	// first.
	mark string
}

// Needed is what a garbage collection keeps, besides what the state's roots are made
// of, its current stage2 tree and the ledger.
type Needed struct {
	Steps   []*plan.Step // whose packages and logs
	Sources []string     // the sha256 of source files
}

// Unused lists what nothing needs, in the order of the paths.
func (s *State) Unused(n Needed) ([]Removable, error) {
	packages, err := s.neededPackages(n.Steps)
	if err != nil {
		return nil, err
	}
	current, _ := os.Readlink(filepath.Join(s.Stage2(), stage2.CurrentName))
	wanted := func(kind, name string) bool {
		switch kind {
		case KindLeftover:
			return false
		case KindPackage:
			return packages[name]
		case KindLog:
			return packages[strings.TrimSuffix(strings.TrimSuffix(filepath.Base(name), ".log"), ".failed")] || !strings.Contains(name, "/")
		case KindStage2:
			return name == stage2.CurrentName || name == filepath.Base(current)
		}
		sum, _, _ := strings.Cut(name, "-")
		return slices.Contains(n.Sources, sum)
	}
	all, err := s.removables(KindPackage, KindLog, KindStage2, KindSource, KindLeftover)
	if err != nil {
		return nil, err
	}
	all = slices.DeleteFunc(all, func(r Removable) bool {
		_, name, _ := strings.Cut(r.Path, "/")
		return wanted(r.Kind, name)
	})
	return s.measured(all), nil
}

// neededPackages are the names, in the store, of the packages of steps and of roots.
func (s *State) neededPackages(steps []*plan.Step) (map[string]bool, error) {
	needed := make(map[string]bool)
	for _, one := range s.members(steps) {
		needed[filepath.Base(one.dir)] = true
	}
	roots, err := s.knownRoots()
	if err != nil {
		return nil, err
	}
	for _, root := range roots {
		record, err := readRecord(root)
		if err != nil {
			return nil, err
		}
		if record == nil {
			continue
		}
		members, err := s.recorded(record)
		if err != nil {
			return nil, err
		}
		for _, one := range members {
			needed[filepath.Base(one.dir)] = true
		}
	}
	return needed, nil
}

// Made lists everything of these kinds.
func (s *State) Made(kinds ...string) ([]Removable, error) {
	all, err := s.removables(kinds...)
	return s.measured(all), err
}

// shelves are where the state has what can be removed, as patterns from the state
// directory on.
var shelves = []struct{ kind, pattern, mark string }{
	{KindLeftover, trashDir + "/*", ""},
	{KindApt, "apt", ""},
	{KindLog, "logs/*.log", ""},
	{KindLog, "logs/*/*.log", ""},
	{KindRoot, "root", "../root.json"},
	{KindSource, "sources/*", ""},
	{KindStage2, "stage2/*", stage2.ManifestName},
	{KindPackage, "store/*", packageFile},
	{KindTrial, trialDir + "/*", ""},
	{KindLeftover, workDir + "/*", ""},
}

func (s *State) removables(kinds ...string) ([]Removable, error) {
	var all []Removable
	for _, shelf := range shelves {
		if !slices.Contains(kinds, shelf.kind) {
			continue
		}
		paths, err := fs.Glob(os.DirFS(s.dir), shelf.pattern)
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			if strings.HasPrefix(filepath.Base(path), ".") {
				continue // being written, or a leftover that has a lock of its own
			}
			all = append(all, Removable{Path: path, Kind: shelf.kind, mark: shelf.mark})
		}
	}
	return all, nil
}

// measured fills in what each takes of the disk. A file that has several names is
// counted where it is met first.
func (s *State) measured(all []Removable) []Removable {
	seen := make(map[[2]uint64]bool)
	for i := range all {
		filepath.WalkDir(s.path(all[i].Path), func(path string, _ fs.DirEntry, _ error) error {
			var stat unix.Stat_t
			// What can't be looked at is removed nevertheless, uncounted.
			if unix.Lstat(path, &stat) != nil || seen[[2]uint64{stat.Dev, stat.Ino}] {
				return nil
			}
			seen[[2]uint64{stat.Dev, stat.Ino}] = stat.Nlink > 1 && stat.Mode&unix.S_IFMT != unix.S_IFDIR
			all[i].Bytes += stat.Blocks * 512
			return nil
		})
	}
	return all
}

// Free removes what a list names, and leftovers, of a state that is held. No root is
// entered meanwhile.
func (s *State) Free(all []Removable) error {
	release, err := s.lockRoot(unix.LOCK_EX)
	if err != nil {
		return err
	}
	defer release()
	for _, one := range all {
		path := s.path(one.Path)
		if one.mark != "" {
			if err := os.Remove(filepath.Join(path, one.mark)); err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, unix.ENOTDIR) {
				return err
			}
		}
		if err := s.Discard(path); err != nil {
			return err
		}
	}
	return s.removeLeftovers()
}
