package store

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/serpent-os/wildebeest/bootstrap/manifest"
	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

func newState(t *testing.T) *State {
	t.Helper()
	s, err := Open(t.TempDir())
	check(t, err)
	return s
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// stepOf is a step with a key that begins with the package's name.
func stepOf(name string) *plan.Step {
	return &plan.Step{
		Recipe: &recipe.Recipe{Name: name, Version: "1", Release: 1}, Key: name + strings.Repeat("0", 64-len(name)),
		Inputs: map[string]string{"recipe": name},
	}
}

// commit puts a package with these files into the store; a name that ends with a
// slash is a directory, and a content that begins with -> makes a link.
func commit(t *testing.T, s *State, step *plan.Step, files map[string]string) {
	t.Helper()
	work, err := s.NewWork(step)
	check(t, err)
	dir := filepath.Join(work, "install")
	check(t, os.Mkdir(dir, 0o755))
	for name, text := range files {
		path := filepath.Join(dir, name)
		check(t, os.MkdirAll(filepath.Dir(path), 0o755))
		if target, ok := strings.CutPrefix(text, "->"); ok {
			check(t, os.Symlink(target, path))
		} else {
			check(t, os.WriteFile(path, []byte(text), 0o640))
		}
	}
	commitTree(t, s, step, dir)
}

// commitTree puts what is in dir into the store as a package.
func commitTree(t *testing.T, s *State, step *plan.Step, dir string) {
	t.Helper()
	installed, err := manifest.Make(dir, manifest.Options{Time: time.Unix(1, 0)})
	check(t, err)
	check(t, s.Commit(step, dir, &Package{
		Name: step.Recipe.Name, Key: step.Key, Inputs: step.Inputs, Built: time.Unix(1, 0), Installed: installed,
	}))
}

func TestPackagesOfTheStore(t *testing.T) {
	for _, test := range []struct {
		label  string
		damage func(dir string) error
		whole  bool
	}{
		{"whole", func(string) error { return nil }, true},
		{"no description", func(dir string) error { return os.Remove(filepath.Join(dir, packageFile)) }, false},
		{"torn description", func(dir string) error { return os.Truncate(filepath.Join(dir, packageFile), 20) }, false},
		{"file cut off", func(dir string) error { return os.Truncate(filepath.Join(dir, "tree/etc/a"), 1) }, false},
		{"file lost", func(dir string) error { return os.Remove(filepath.Join(dir, "tree/etc/a")) }, false},
		{"file added", func(dir string) error { return os.WriteFile(filepath.Join(dir, "tree/b"), nil, 0o644) }, false},
	} {
		t.Run(test.label, func(t *testing.T) {
			s, step := newState(t), stepOf("a")
			if s.Has(step) || s.LastBuild("a") != nil {
				t.Error("an empty store has a package")
			}
			commit(t, s, step, map[string]string{"etc/a": "text"})
			check(t, test.damage(s.dirOf(step)))
			if got := s.Has(step); got != test.whole {
				t.Errorf("the store has the package: %v, want %v", got, test.whole)
			}
			if test.whole {
				if difference := cmp.Diff(&plan.Build{Inputs: step.Inputs}, s.LastBuild("a")); difference != "" {
					t.Error(difference)
				}
			}
		})
	}
}

func TestPublish(t *testing.T) {
	s, a, b := newState(t), stepOf("a"), stepOf("b")
	commit(t, s, a, map[string]string{"etc/a": "one", "lib": "->usr/lib"})
	commit(t, s, b, map[string]string{"etc/b": "two"})
	p := &plan.Plan{Steps: []*plan.Step{a, b}}
	for _, want := range []bool{true, false} {
		if changed, err := s.Publish(p); err != nil || changed != want {
			t.Fatalf("changed: %v, want %v; %v", changed, want, err)
		}
	}
	if got := s.Status(p); got.RootState != "up to date" || len(got.Packages) != 2 || !got.Packages[1].Built {
		t.Errorf("%+v", got)
	}
	info, err := os.Stat(filepath.Join(s.Root(), "etc/b"))
	check(t, err)
	if target, err := os.Readlink(filepath.Join(s.Root(), "lib")); err != nil || target != "usr/lib" || info.Mode() != 0o640 {
		t.Errorf("lib leads to %q (%v), etc/b has mode %v", target, err, info.Mode())
	}
	if changed, err := s.Publish(&plan.Plan{Steps: []*plan.Step{a}}); err != nil || !changed {
		t.Fatalf("changed: %v; %v", changed, err)
	}
	if _, err := os.Stat(filepath.Join(s.Root(), "etc/b")); err == nil {
		t.Error("the root still has the file of a package that is not in the plan")
	}
}

func TestPublishRefuses(t *testing.T) {
	s, a, b, c := newState(t), stepOf("a"), stepOf("b"), stepOf("c")
	commit(t, s, a, map[string]string{"etc/x": "one"})
	commit(t, s, b, map[string]string{"etc/x": "two"})
	commit(t, s, c, map[string]string{"etc": "->/outside"})
	foreign := t.TempDir()
	check(t, os.WriteFile(filepath.Join(foreign, "mine"), nil, 0o644))
	for _, test := range []struct {
		label, root string
		steps       []*plan.Step
		want        string
	}{
		{"two packages with one file", s.Root(), []*plan.Step{a, b}, "/etc/x is installed by both a and b"},
		{"a directory that is a link elsewhere", s.Root(), []*plan.Step{c, a}, "/etc is installed by both c and a"},
		{"a link that is a directory elsewhere", s.Root(), []*plan.Step{a, c}, "/etc"},
		{"a directory with other contents", foreign, []*plan.Step{a}, "is not empty and no root of this program"},
	} {
		_, err := s.PublishTo(test.root, &plan.Plan{Steps: test.steps})
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want %q", test.label, err, test.want)
		}
	}
	if _, err := os.Stat(filepath.Join(foreign, "mine")); err != nil {
		t.Error(err)
	}
}

func TestLocks(t *testing.T) {
	s := newState(t)
	other, err := Open(s.dir)
	check(t, err)
	check(t, s.Lock())
	if err := other.Lock(); err == nil || !strings.Contains(err.Error(), "is in use by another bootstrap") {
		t.Errorf("a second lock: %v", err)
	}
	s.Unlock()
	for _, leftover := range []string{"work/x", "root.new/x", ".new-root.json-1"} {
		check(t, os.MkdirAll(s.path(leftover), 0o755))
	}
	check(t, other.Lock())
	defer other.Unlock()
	for _, leftover := range []string{"work", "root.new", ".new-root.json-1"} {
		if _, err := os.Stat(s.path(leftover)); err == nil {
			t.Errorf("%s of an interrupted run is still there", leftover)
		}
	}
	release, err := s.UseRoot()
	check(t, err)
	if _, err := other.Publish(new(plan.Plan)); err == nil || !strings.Contains(err.Error(), "leave its `bootstrap enter`") {
		t.Errorf("a root in use was replaced: %v", err)
	}
	release()
}

func TestCompare(t *testing.T) {
	s, step := newState(t), stepOf("a")
	commit(t, s, step, map[string]string{"a": "text", "b": "text", "c": "->a"})
	dir := t.TempDir()
	check(t, os.WriteFile(filepath.Join(dir, "a"), []byte("tExt"), 0o640))
	check(t, os.Symlink("b", filepath.Join(dir, "c")))
	check(t, os.WriteFile(filepath.Join(dir, "d"), nil, 0o640))
	check(t, os.Chmod(dir, 0o755))
	other, err := manifest.Make(dir, manifest.Options{Time: time.Unix(1, 0)})
	check(t, err)
	got, err := s.Compare(step, dir, other)
	check(t, err)
	want := []Difference{
		{File: "/a", How: "contents differ from byte 1 on"}, {File: "/b", How: "only in the store"}, {File: "/c", How: "link to a, then to b"}, {File: "/d", How: "not in the store"},
	}
	if difference := cmp.Diff(want, got); difference != "" {
		t.Error(difference)
	}
}
