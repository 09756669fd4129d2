package generate

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/headers"
)

func tree(t *testing.T, modules []headers.Module) map[string]string {
	t.Helper()
	dir := t.TempDir()
	if err := Tree(dir, modules); err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	err := filepath.WalkDir(dir, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		files[strings.TrimPrefix(name, dir+"/")] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestTreeHasWhatTheModulesHave(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, all)
	for _, m := range all {
		for _, header := range m.Headers {
			if files["include/"+m.Name+"/"+header] == "" {
				t.Errorf("%s: %s is missing", m.Name, header)
			}
		}
		for _, source := range m.Sources {
			generated := "src/" + m.Name + "/" + filepath.Base(source)
			if files[generated] == "" || !strings.Contains(files["Makefile"], generated) {
				t.Errorf("%s: %s is missing, or the Makefile does not build it", m.Name, source)
			}
		}
		pc := files["pkgconfig/libwildebeest-"+m.Name+".pc.in"]
		if linked := strings.Contains(pc, "-lwildebeest"); linked == m.MacroOnly() {
			t.Errorf("%s: macro-only is %v, but its .pc file is\n%s", m.Name, m.MacroOnly(), pc)
		}
	}
}

func TestTreeTwiceIsTheSame(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	first, second := tree(t, all), tree(t, all)
	for name := range first {
		if first[name] != second[name] {
			t.Errorf("%s differs", name)
		}
	}
}

func TestOnlyBringsWhatIsRequired(t *testing.T) {
	all, err := headers.Modules()
	if err != nil {
		t.Fatal(err)
	}
	chosen, err := headers.Closure(all, []string{"error"})
	if err != nil {
		t.Fatal(err)
	}
	files := tree(t, chosen)
	if files["include/error/error.h"] == "" || files["include/cdefs/features.h"] == "" {
		t.Error("error, or cdefs that it requires, is missing")
	}
	if files["include/unistd/unistd.h"] != "" {
		t.Error("unistd came along")
	}
	if _, err := headers.Closure(all, []string{"nothing"}); err == nil || !strings.Contains(err.Error(), "cdefs") {
		t.Errorf("an unknown module: %v; want the known ones listed", err)
	}
}

func TestTreeKeepsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "mine"), nil, 0o644); err != nil {
		t.Fatal(err)
	}
	if err := Tree(dir, nil); err == nil || !strings.Contains(err.Error(), "not empty") {
		t.Errorf("got %v", err)
	}
}
