package lint

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/serpent-os/wildebeest/bootstrap/plan"
	"github.com/serpent-os/wildebeest/bootstrap/recipe"
	"github.com/serpent-os/wildebeest/recipes"
)

const hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"

// setOf lays the recipe r/DIRECTORY/stone.yaml over the project's.
func setOf(t *testing.T, directory, text string) *plan.Set {
	t.Helper()
	all, err := recipe.Load(recipe.Dir{Files: recipes.Files, Name: "recipes"},
		recipe.Dir{Files: fstest.MapFS{directory + "/stone.yaml": {Data: []byte(text)}}, Name: "r"})
	if err != nil {
		t.Fatal(err)
	}
	set, err := plan.Resolve(all)
	if err != nil {
		t.Fatal(err)
	}
	return set
}

// head is five lines.
const head = "name: hello\nversion: 1.0.1\nrelease: 1\nlicense: MIT\nbuilddeps: [compiler-rt]\n"

func TestMistakes(t *testing.T) {
	for _, test := range []struct {
		label, text string
		want        string // the mistakes, by line; "" where there are none
	}{
		{"good", head + "build: |\n  %make CC=\"$CC\"\ninstall: |\n  %make_install\n", ""},
		{"no end of a condition", head + "build: |\n  echo 1\n  if true; then\n  echo 2\ninstall: |\n  true\n", "8: build: shell: `if` statement must end with `fi`"},
		{"an open quote", head + "build: |\n  echo 1\n  echo \"x\ninstall: |\n  true\n", "8: build: shell: reached EOF without closing quote"},
		{"behind a macro of many lines", head + "setup: |\n  %configure \\\n      --disable-nls\n  fi\ninstall: |\n  true\n", "9: setup: shell: "},
		{"half a megabyte of openings", head + "build: |\n  echo 1\n  " + strings.Repeat("$(", 1_000_000/2-200) + "\ninstall: |\n  true\n", "8: build: shell: more than 10000 conditions, loops, groups and substitutions"},
		{"a write to /usr", head + "install: |\n  %install_bin hello %(bindir)/hello\n", "7: install: writes /usr/bin/hello, which is no part of the package; write %(installroot)/usr/bin/hello"},
		{"a redirect to /etc", head + "install: |\n  true\n  echo x > /etc/hello.conf\n", "8: install: writes /etc/hello.conf"},
		{"a directory for several", head + "install: |\n  install -m 755 -t /usr/bin a b\n", "7: install: writes /usr/bin,"},
		{"a long option", head + "install: |\n  cp --target-directory=/opt/x a b\n", "7: install: writes /opt/x,"},
		{"directories", head + "install: |\n  install -d /usr/share/a %(installroot)/b\n", "7: install: writes /usr/share/a,"},
		{"within a condition", head + "install: |\n  for x in a b; do\n      [ -e $x ] && mkdir -p \"/var/lib/$x\"\n  done\n", "8: install: writes /var/lib/$x,"},
		{"sed in place", head + "install: |\n  sed -i 's/a/b/' /etc/passwd\n", "7: install: writes /etc/passwd,"},
		{"make install without a root", head + "install: |\n  make install\n", "7: install: `make install` installs into the build's own root"},
		{"reads and scratch files", head + "install: |\n  cp /usr/include/a.h %(installroot)/a.h\n  echo > /tmp/x 2> /dev/null\n  sed 's/a/b/' /etc/passwd > %(installroot)/b\n  cat < /etc/passwd\n", ""},
		{"links that point to /usr", head + "install: |\n  ln -s /usr/bin/x %(installroot)/y\n", ""},
		{"a root by a variable", head + "environment: |\n  d=%(installroot)/x\ninstall: |\n  mkdir -p $d\n  make prefix=%(installroot)/usr install\n", ""},
		{"no run time", "name: hello\nversion: 1\nrelease: 1\nbuilddeps:\n  - zlib\nbuild: |\n  true\n  $CC -o x x.c\ninstall: |\n  true\n", "5: builddeps: build compiles (line 8), and without compiler-rt a program can't be linked; add it"},
		{"a run time that comes along", "name: hello\nversion: 1\nrelease: 1\nrundeps: [compiler-rt]\nbuild: |\n  %make\ninstall: |\n  true\n", ""},
		{"twice", head + "rundeps:\n  - bash\n  - zlib\n  - bash\ninstall: |\n  true\n", "9: rundeps: bash stands in line 7 already; remove one"},
		{"a directory of another name", strings.Replace(head, "name: hello", "name: other", 1) + "install: |\n  true\n", "1: name other: the directory is called hello; give both one name"},
		{"an earlier identifier", strings.Replace(head, "MIT", "GPL-3.0+", 1) + "install: |\n  true\n", "4: license GPL-3.0+: GPL-3.0+ is SPDX's earlier name; write GPL-3.0-only or GPL-3.0-or-later"},
		{"small letters", strings.Replace(head, "MIT", "mit", 1) + "install: |\n  true\n", "4: license mit: SPDX writes it MIT"},
		{"nearly", strings.Replace(head, "MIT", "Apache-2", 1) + "install: |\n  true\n", "4: license Apache-2: Apache-2 is no identifier of SPDX; did you mean Apache-2.0?"},
		{"no operator", strings.Replace(head, "MIT", "MIT Zlib", 1) + "install: |\n  true\n", "4: license MIT Zlib: not an expression of SPDX"},
		{"one's own", strings.Replace(head, "MIT", "[LicenseRef-Mine, 'GPL-2.0-only WITH Linux-syscall-note']", 1) + "install: |\n  true\n", ""},
		{"an unused upstream", head + "upstreams:\n  - https://x.org/hello-1.0.1.tar.gz : " + hash + "\n  - https://x.org/data-7.tar.gz : " + hash + "\ninstall: |\n  cp hello %(installroot)/\n", "8: upstream https://x.org/data-7.tar.gz is unpacked beside %(workdir), and no section uses it; remove it, or use ../data-7"},
		{"a used upstream", head + "upstreams:\n  - https://x.org/hello-1.0.1.tar.gz : " + hash + "\n  - https://x.org/data-7.tar.gz : " + hash + "\ninstall: |\n  cp ../data-7/* %(installroot)/\n", ""},
		{"an unknown key besides", head + "colour: red\ninstall: |\n  true > /usr/x\n", "6: unknown key colour;\n8: install: writes /usr/x"},
	} {
		t.Run(test.label, func(t *testing.T) {
			set := setOf(t, "hello", test.text)
			r := set.Get("hello")
			if r == nil {
				r = set.Get("other")
			}
			found := Recipe(set, r)
			_ = found.Err() // sorts
			var want []string
			if test.want != "" {
				want = strings.Split(test.want, "\n")
			}
			if len(found) != len(want) {
				t.Fatalf("%d mistakes, want %d:\n%v", len(found), len(want), found)
			}
			for i, p := range found {
				if got := strings.TrimPrefix(p.Error(), "r/hello/stone.yaml:"); !strings.HasPrefix(got, want[i]) {
					t.Errorf("got  %s\nwant %s", got, want[i])
				}
			}
		})
	}
}

func TestOwnRecipesHaveNone(t *testing.T) {
	all, err := recipe.Load(recipe.Dir{Files: recipes.Files, Name: "recipes"})
	if err != nil {
		t.Fatal(err)
	}
	set, err := plan.Resolve(all)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range set.Recipes() {
		for _, p := range Recipe(set, r) {
			t.Error(p)
		}
	}
}
