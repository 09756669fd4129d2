package headers_test

import (
	"fmt"

	"github.com/serpent-os/wildebeest/headers"
)

// Which module has a function, and which others go with it?
func ExampleProviders() {
	modules, err := headers.Modules()
	if err != nil {
		fmt.Println(err)
		return
	}
	module := headers.Providers(modules)["fts_open"]
	overlays, err := headers.Overlays(modules, []string{module})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, m := range overlays {
		fmt.Println(m.Name)
	}
	// Output:
	// cdefs
	// fts
}
