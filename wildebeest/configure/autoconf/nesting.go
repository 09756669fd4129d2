package autoconf

import (
	"regexp"
	"strings"
)

// maxOpened bounds what a script opens that may stand in itself, closed or not. The
// parser of the shell calls itself for each, and its time and memory grow faster than
// the nesting: 10,000 take less than a second.
const maxOpened = 10_000

var opened = regexp.MustCompile("[({`]|\\b(?:if|elif|while|until|for|case)\\b")

// shallow is a script up to the line that opens too much.
func shallow(text string) string {
	found := opened.FindAllStringIndex(text, maxOpened+1)
	if len(found) <= maxOpened {
		return text
	}
	end := found[maxOpened][0]
	return text[:strings.LastIndexByte(text[:end], '\n')+1]
}
