// Package nesting bounds what a text opens, before a parser that calls itself for
// each is given it.
package nesting

import (
	"regexp"
	"strings"
)

// MaxOpened bounds what a shell script opens that may stand in itself, closed or
// not. The time and memory of a parser of the shell grow faster than the nesting:
// 10,000 take less than a second.
const MaxOpened = 10_000

var opened = regexp.MustCompile("[({`]|\\b(?:if|elif|while|until|for|case)\\b")

// Shell is a shell script up to the line that opens too much, and whether that is
// all of it.
func Shell(script string) (text string, whole bool) {
	found := opened.FindAllStringIndex(script, MaxOpened+1)
	if len(found) <= MaxOpened {
		return script, true
	}
	end := found[MaxOpened][0]
	return script[:strings.LastIndexByte(script[:end], '\n')+1], false
}
