package rules

// BuildKind is the language of a build file.
type BuildKind string

// The kinds of build files.
const (
	Make     BuildKind = "make"     // Makefile, Makefile.am, *.mk
	Autoconf BuildKind = "autoconf" // configure.ac, *.m4
	Meson    BuildKind = "meson"    // meson.build
	CMake    BuildKind = "cmake"    // CMakeLists.txt, *.cmake
	Shell    BuildKind = "shell"    // a configure script written by hand
	Python   BuildKind = "python"   // SConstruct, wscript
)

// Line is a logical line of a build file: continued lines are joined, comments
// are gone. A byte of it stands as far from its start as in the file.
type Line struct {
	Kind BuildKind
	Text string
	// Around are the text of the file before and behind the line, for a look at
	// what the line belongs to.
	Before, After string
}

// longestPreceding bounds the bytes of a line itself that Preceding returns.
const longestPreceding = 2000

// Preceding returns what stands before a place in the line: of the line itself,
// and where that is all of it, n bytes of the file before. It is bounded, as a
// line may have any number of places.
func (l Line) Preceding(at, n int) string {
	if at > longestPreceding {
		return l.Text[at-longestPreceding : at]
	}
	return l.Before[max(0, len(l.Before)-n):] + l.Text[:at]
}

// Hit is a place in a line of a build file.
type Hit struct {
	At   int    // in bytes from the start of the line
	Name string // what the finding is about, such as "-lnsl"
}
