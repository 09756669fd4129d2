package generate_test

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/headers"
	"github.com/serpent-os/wildebeest/wildebeest/generate"
)

// The sources of one module, with those that it needs.
func ExampleTree() {
	dir, err := os.MkdirTemp("", "example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	all, err := headers.Modules()
	if err != nil {
		fmt.Println(err)
		return
	}
	modules, err := headers.Closure(all, []string{"queue"})
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := generate.Tree(dir, modules); err != nil {
		fmt.Println(err)
		return
	}
	files, _ := filepath.Glob(filepath.Join(dir, "include/queue/sys/*"))
	for _, file := range files {
		fmt.Println(filepath.Base(file))
	}
	// Output: queue.h
}
