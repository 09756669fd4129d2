// Package parse asks a C parser which declaration a name of one translation
// unit refers to: one of the scanned tree, or one of the machine's glibc headers.
//
// The parser can't be interrupted, and a file may make it use all memory or all
// of its stack. So it runs in processes of its own, which are this program
// again: each has its limits of memory and processor time, and is killed where
// the scan ends. They get the files of the tree from the scan and open nothing
// but the machine's headers.
package parse

// Verdict is what the parser says of a name at a line of a file.
type Verdict int8

const (
	Unseen   Verdict = iota // not among the words that the parser met
	OfSystem                // declared by a header of the system
	OfTree                  // declared by the tree
)

// Spot is a name at a line of a file; without file and line it is the name
// anywhere in the unit.
type Spot struct {
	Name, File string
	Line       int
}

// Tree is the scanned tree. Paths are relative to it.
type Tree interface {
	Text(file string) ([]byte, error)
	Has(file string) bool
	// Find returns the file that an include of a name in a file means.
	Find(from, name string) (string, bool)
}
