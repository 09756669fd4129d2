package recipe_test

import (
	"fmt"

	"github.com/serpent-os/wildebeest/bootstrap/recipe"
)

func ExampleParse() {
	const text = `name: hello
version: "1"
release: 1
builddeps: [compiler-rt, pkgconfig(libwildebeest-argp)]
install: |
  %make_install
`
	r, err := recipe.Parse("hello/stone.yaml", []byte(text))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, dependency := range r.BuildDeps {
		if module, ok := recipe.Module(dependency); ok {
			fmt.Println(r.ID(), "uses", module)
		}
	}
	if r, err = recipe.Parse("hello/stone.yaml", []byte(text+"licence: MIT\n")); err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Mistakes.Err())
	// Output:
	// hello-1-1 uses argp
	// hello/stone.yaml:7: unknown key licence; did you mean license?
}
