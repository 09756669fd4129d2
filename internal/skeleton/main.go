// Skeleton writes the first files of what is added to the project: a rule, a module,
// a recipe, a release of musl. Its templates, in templates/KIND, are files as they
// are to lie in the project, with .tmpl at the end; a part of a path in capitals is
// the value of that name.
//
//	go run ./internal/skeleton KIND [NAME=VALUE...]
//
// An empty value counts as none. Nothing that exists is written over.
package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "skeleton:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 || kinds[args[0]].next == "" {
		return fmt.Errorf("name a kind: %s", strings.Join(kindNames(), ", "))
	}
	k := kinds[args[0]]
	values, err := k.read(args[1:])
	if err != nil {
		return fmt.Errorf("new-%s: %w", args[0], err)
	}
	written, err := write(args[0], values)
	if err == nil && k.insert != nil {
		written, err = k.insert(values)
	}
	if err != nil {
		return fmt.Errorf("new-%s: %w", args[0], err)
	}
	for _, file := range written {
		fmt.Println("wrote", file)
	}
	next, err := fill("next", k.next, values)
	if err != nil {
		return err
	}
	fmt.Println("next:", next)
	return nil
}
