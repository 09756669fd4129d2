package scan_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/serpent-os/wildebeest/wildebeest/scan"
)

func ExampleTree() {
	dir, err := os.MkdirTemp("", "example-")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer os.RemoveAll(dir)
	source := "#include <argp.h>\nint main(int argc, char **argv) { return argp_parse(0, argc, argv, 0, 0, 0); }\n"
	if err := os.WriteFile(filepath.Join(dir, "main.c"), []byte(source), 0o644); err != nil {
		fmt.Println(err)
		return
	}
	found, err := scan.Tree(context.Background(), dir, scan.Options{Target: "musl-1.2.5"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("to build it needs", found.Summary.Modules)
	for _, f := range found.Findings {
		fmt.Printf("%s:%d: %s: %s\n", f.File, f.Line, f.Name, f.Remedy.Module)
	}
	// Output:
	// to build it needs [argp]
	// main.c:1: argp.h: argp
	// main.c:2: argp_parse: argp
}
