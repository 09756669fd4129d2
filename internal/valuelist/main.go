// Valuelist writes a Go file with the list of a package's variables of some types,
// so that a value in a file of its own is in the list without a line elsewhere:
//
//	valuelist -type T[,T...] -list NAME [-of ELEMENT] -o FILE
//
// It reads the package in the working directory. The elements are pointers to the
// variables, by name; ELEMENT is their type, *T by default.
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
)

func main() {
	types := flag.String("type", "", "types of the variables, apart by commas")
	list := flag.String("list", "", "name of the list")
	of := flag.String("of", "", "type of its elements")
	output := flag.String("o", "", "file to write")
	flag.Parse()
	if *types == "" || *list == "" || *output == "" {
		flag.Usage()
		os.Exit(2)
	}
	text, err := List(".", strings.Split(*types, ","), *list, *of)
	if err == nil {
		err = os.WriteFile(*output, text, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "valuelist: write "+*output+":", err)
		os.Exit(1)
	}
}
