package documents

import (
	"fmt"
	"go/types"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/serpent-os/wildebeest/internal/version"
	"golang.org/x/tools/go/packages"
)

// apiFile has what the packages for embedders exported in the last version: a line for
// each name, field and method, so that an addition is a new line and nothing else.
const apiFile = "../../docs/api.txt"

// features describes what a package exports, as Go's own api/*.txt do.
func features(p *types.Package) []string {
	qualified := func(other *types.Package) string {
		if other == p {
			return ""
		}
		return other.Name()
	}
	var all []string
	add := func(name, format string, args ...any) {
		all = append(all, p.Name()+"."+name+"\t"+fmt.Sprintf(format, args...))
	}
	for _, name := range p.Scope().Names() {
		object := p.Scope().Lookup(name)
		if !object.Exported() {
			continue
		}
		switch object := object.(type) {
		case *types.Const:
			add(name, "const %s = %s", types.TypeString(object.Type(), qualified), object.Val().ExactString())
		case *types.TypeName:
			addType(add, object, qualified)
		default:
			add(name, "%s", types.ObjectString(object, qualified))
		}
	}
	slices.Sort(all)
	return all
}

// addType describes a type, its exported fields and its methods.
func addType(add func(name, format string, args ...any), object *types.TypeName, qualified types.Qualifier) {
	name, underlying := object.Name(), object.Type().Underlying()
	if s, ok := underlying.(*types.Struct); ok {
		add(name, "type struct")
		for i := range s.NumFields() {
			if f := s.Field(i); f.Exported() {
				add(name+"."+f.Name(), "field %s %q", types.TypeString(f.Type(), qualified), s.Tag(i))
			}
		}
	} else {
		add(name, "type %s", types.TypeString(underlying, qualified))
	}
	if object.IsAlias() || types.IsInterface(underlying) {
		return
	}
	methods := types.NewMethodSet(types.NewPointer(object.Type()))
	for i := range methods.Len() {
		if m := methods.At(i).Obj(); m.Exported() {
			add(name+"."+m.Name(), "%s", types.ObjectString(m, qualified))
		}
	}
}

// api is loaded once for all tests.
var api = sync.OnceValues(func() ([]*packages.Package, error) {
	text, err := os.ReadFile("../../docs/embedder.md")
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, row := range packageRow.FindAllStringSubmatch(string(text), -1) {
		paths = append(paths, "./"+row[1])
	}
	mode := packages.NeedName | packages.NeedTypes | packages.NeedSyntax | packages.NeedFiles | packages.NeedImports
	all, err := packages.Load(&packages.Config{Mode: mode, Dir: "../.."}, paths...)
	if err == nil && (len(all) != len(paths) || packages.PrintErrors(all) > 0) {
		err = fmt.Errorf("%d of %d packages can be read", len(all), len(paths))
	}
	return all, err
})

// embedded are the packages of docs/embedder.md.
func embedded(t *testing.T) []*packages.Package {
	t.Helper()
	all, err := api()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// notReleased is the part of CHANGELOG.md about what is in no version yet.
func notReleased(t *testing.T) string {
	t.Helper()
	_, text, _ := strings.Cut(read(t, "CHANGELOG.md"), "\n## Not released\n")
	text, _, _ = strings.Cut(text, "\n## ")
	return text
}

// TestAPI holds what the packages export against the last version: what was added,
// changed or removed since stands in CHANGELOG.md. make api writes the file, for a new
// version.
func TestAPI(t *testing.T) {
	var now []string
	for _, p := range embedded(t) {
		now = append(now, features(p.Types)...)
	}
	head := "# What the packages of embedder.md export in version " + version.String() + ", by make api.\n"
	if *write {
		if err := os.WriteFile(apiFile, []byte(head+strings.Join(now, "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	text := read(t, filepath.Join("docs", filepath.Base(apiFile)))
	if !strings.HasPrefix(text, head) {
		t.Errorf("docs/api.txt is not of version %s; run make api", version.String())
	}
	_, body, _ := strings.Cut(text, "\n")
	before, changes := strings.Split(strings.TrimSpace(body), "\n"), notReleased(t)
	for _, c := range changed(before, now) {
		if !strings.Contains(changes, "`"+c.name+"`") {
			t.Errorf("%s is %s since version %s; say so in CHANGELOG.md, under Not released, as `%[1]s`", c.name, c.how, version.String())
		}
	}
}

// A change is a name that is exported otherwise than before.
type change struct{ name, how string }

// changed are the names that differ, sorted, without the parts of a type that is new or
// gone.
func changed(before, now []string) []change {
	old, current := byName(before), byName(now)
	var all []change
	for name, feature := range old {
		switch is, ok := current[name]; {
		case !ok && !hasParent(name, old, current):
			all = append(all, change{name, "gone"})
		case ok && is != feature:
			all = append(all, change{name, "changed"})
		}
	}
	for name := range current {
		if _, ok := old[name]; !ok && !hasParent(name, current, old) {
			all = append(all, change{name, "new"})
		}
	}
	slices.SortFunc(all, func(a, b change) int { return strings.Compare(a.name, b.name) })
	return all
}

// hasParent reports whether the type that a name is a part of is in one map alone.
func hasParent(name string, in, notIn map[string]string) bool {
	parent := name[:strings.LastIndex(name, ".")]
	_, is := in[parent]
	_, stays := notIn[parent]
	return is && !stays
}

func byName(features []string) map[string]string {
	all := make(map[string]string)
	for _, feature := range features {
		name, what, _ := strings.Cut(feature, "\t")
		all[name] = what
	}
	return all
}

func TestChanged(t *testing.T) {
	before := []string{"a.F\tfunc F()", "a.T\ttype struct", "a.T.A\tfield int", "a.U\ttype struct", "a.U.A\tfield int"}
	now := []string{"a.F\tfunc F(int)", "a.T\ttype struct", "a.T.B\tfield int", "a.V\ttype struct", "a.V.A\tfield int"}
	want := []change{{"a.F", "changed"}, {"a.T.A", "gone"}, {"a.T.B", "new"}, {"a.U", "gone"}, {"a.V", "new"}}
	if got := changed(before, now); !slices.Equal(got, want) {
		t.Errorf("changed: %v, want %v", got, want)
	}
}
