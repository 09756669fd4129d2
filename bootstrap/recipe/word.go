package recipe

import (
	"fmt"
	"regexp"

	"mvdan.cc/sh/v3/syntax"
)

// What a script is told about its build are paths, and a part of them may come from
// an archive: its top directory can have any name. In the script's own lines they
// are quoted. In a section, where a use may stand within double quotes, they are
// written as they are if they are plain, and else as a variable that has them.

// plainPath matches paths that mean the same to a shell whether quoted or not.
var plainPath = regexp.MustCompile(`^[A-Za-z0-9_./+][A-Za-z0-9_./+~@-]*$`)

// A word is a path that sections use by the name of a definition.
type word struct{ definition, value string }

// words are the paths that a Context has for sections.
func (in Context) words() []word {
	return []word{{"workdir", in.WorkDir}, {"installroot", in.InstallRoot}}
}

// variable is the shell variable that has the value where it is not plain.
func (w word) variable() string { return "stone_" + w.definition }

// use is how the word stands in a section.
func (w word) use() string {
	if plainPath.MatchString(w.value) {
		return w.value
	}
	return "${" + w.variable() + "}"
}

// assignment is the line that gives the variable its value, or "".
func (w word) assignment() (string, error) {
	if w.value == "" || plainPath.MatchString(w.value) {
		return "", nil
	}
	value, err := quote(w.value)
	return fmt.Sprintf("%s=%s\n", w.variable(), value), err
}

// quote makes a text one word of bash, on one line.
func quote(text string) (string, error) {
	quoted, err := syntax.Quote(text, syntax.LangBash)
	if err != nil {
		return "", fmt.Errorf("quote %q for the shell: %w", text, err)
	}
	return quoted, nil
}
