package store

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/stage2"
)

func paths(t *testing.T) func([]Removable, error) []string {
	return func(all []Removable, err error) []string {
		check(t, err)
		var names []string
		for _, one := range all {
			names = append(names, one.Path)
		}
		return names
	}
}

func write(t *testing.T, s *State, name string) {
	t.Helper()
	check(t, os.MkdirAll(filepath.Dir(s.path(name)), 0o755))
	check(t, os.WriteFile(s.path(name), []byte(name), 0o644))
}

// TestUnused has a package that a recipe needs, others that only roots need, and one
// that nothing needs, each with its log.
func TestUnused(t *testing.T) {
	s := newState(t)
	check(t, s.Lock())
	defer s.Unlock()
	names := []string{"recipes", "own", "sysroot", "elsewhere", "gone", "nothing"}
	steps := map[string]*plan.Step{}
	for _, name := range names {
		steps[name] = stepOf(name)
		commit(t, s, steps[name], map[string]string{"usr/share/" + name: name})
		file, err := s.CreateLog(steps[name])
		check(t, err)
		file.Close()
	}
	other := t.TempDir()
	for name, root := range map[string]string{"own": s.Root(), "sysroot": s.path(sysroots, "x"), "elsewhere": other + "/a", "gone": other + "/gone"} {
		_, err := s.PublishTo(root, planOf(steps[name]))
		check(t, err)
	}
	check(t, os.RemoveAll(other+"/gone"))
	check(t, os.RemoveAll(s.path(workDir)))
	hash, unused := strings.Repeat("a", 64), strings.Repeat("b", 64)
	for _, name := range []string{
		"sources/" + hash + "-x.tar", "sources/" + hash + "-x.tar.part-1-2", "sources/" + unused + "-x-1.tar", "sources/.partial-1",
		"stage2/one/" + stage2.ManifestName, "stage2/two/" + stage2.ManifestName, "logs/boot.log", "work/left/x", ledgerName(s),
	} {
		write(t, s, name)
	}
	check(t, os.Symlink("one", s.path("stage2/current")))
	needed := Needed{Steps: []*plan.Step{steps["recipes"]}, Sources: []string{hash}}
	want := []string{
		"logs/gone/gone-1-1-gone00000000.log", "logs/nothing/nothing-1-1-nothing00000.log", "sources/" + unused + "-x-1.tar", "stage2/two",
		"store/gone-1-1-gone00000000", "store/nothing-1-1-nothing00000", "work/left",
	}
	found, err := s.Unused(needed)
	if got := paths(t)(found, err); !slices.Equal(got, want) {
		t.Fatalf("unused is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for _, one := range found {
		if one.Bytes == 0 && one.Kind != KindLog {
			t.Errorf("%s has no bytes", one.Path)
		}
	}
	check(t, s.Free(found))
	if got := paths(t)(s.Unused(needed)); len(got) > 0 {
		t.Errorf("unused after all was freed: %v", got)
	}
	for _, name := range append(names[:4], "nothing") {
		if s2 := newLook(t, s); s2.Has(steps[name]) != (name != "nothing") {
			t.Errorf("the store has %s: %v", name, name == "nothing")
		}
	}
	for _, path := range []string{ledgerName(s), "sources/" + hash + "-x.tar.part-1-2", "stage2/one", "logs/boot.log"} {
		if _, err := os.Lstat(s.path(path)); err != nil {
			t.Error(err)
		}
	}
	if _, err := os.Stat(LedgerOf(other + "/a")); err != nil {
		t.Error(err)
	}
}

func ledgerName(s *State) string { return filepath.Base(s.Ledger()) }

func newLook(t *testing.T, s *State) *State {
	t.Helper()
	again, err := Open(s.dir)
	check(t, err)
	return again
}

// TestFreeWaitsForTheRoot has a root that is in use, and then one that is not.
func TestFreeWaitsForTheRoot(t *testing.T) {
	s, step := newState(t), stepOf("a")
	check(t, s.Hold())
	defer s.Unlock()
	commit(t, s, step, map[string]string{"a": "a"})
	_, err := s.Publish(planOf(step))
	check(t, err)
	release, err := s.UseRoot()
	check(t, err)
	all, err := s.Made(KindRoot, KindPackage)
	check(t, err)
	if err := s.Free(all); err == nil || !strings.Contains(err.Error(), "in use by another bootstrap") {
		t.Errorf("freed under a command in the root: %v", err)
	}
	release()
	// A directory of which its owner may do nothing, as a build leaves it.
	check(t, os.Chmod(filepath.Join(s.Tree(step)), 0))
	check(t, s.Free(all))
	for _, path := range []string{s.Root(), s.Root() + ".json", s.dirOf(step)} {
		if _, err := os.Lstat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	if notes := s.Notes(); len(notes) > 0 {
		t.Errorf("%q", notes)
	}
}
