package plan

import (
	"testing"
	"testing/fstest"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

func TestMistakesOfASet(t *testing.T) {
	file := func(name, more string) *fstest.MapFile {
		return &fstest.MapFile{Data: []byte("name: " + name + "\nversion: 1\nrelease: 1\ninstall: x\n" + more)}
	}
	recipes, err := recipe.Load(recipe.Dir{Files: fstest.MapFS{
		"a/stone.yaml": file("a", "builddeps:\n  - b\n  - nothing\n  - pkgconfig(libwildebeest-nomodule)\n  - pkgconfig(libwildebeest-stack)\n"),
		"b/stone.yaml": file("b", "rundeps: [pkgconfig(c)]\n"),
		"c/stone.yaml": file("c", "provides: [pkgconfig(c)]\nbuilddeps:\n  - a\n"),
		"l/stone.yaml": file("libwildebeest", "provides: [pkgconfig(libwildebeest-*)]\nbuilddeps: [libwildebeest]\n"),
	}, Name: "r"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Resolve(recipes)
	want := `r/a/stone.yaml:7: nothing provides nothing; add a recipe for it, or correct the name
r/a/stone.yaml:8: libwildebeest has no module nomodule; ` + "`wildebeest list`" + ` names them
r/a/stone.yaml:9: module stack of libwildebeest is now called threadstack; write pkgconfig(libwildebeest-threadstack)
r/c/stone.yaml:7: dependency cycle: a → b → c → a
r/l/stone.yaml:6: dependency cycle: libwildebeest → libwildebeest`
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}
