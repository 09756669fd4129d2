// Package suggest finds the known word that someone who wrote an unknown one meant.
package suggest

import (
	"slices"
	"strings"
)

// DidYouMean is `; did you mean x?` for the known word that is closest to one
// that is unknown, and nothing where none is close.
func DidYouMean(word string, known []string) string {
	if nearest, ok := Nearest(word, known); ok {
		return "; did you mean " + nearest + "?"
	}
	return ""
}

// Nearest returns the known word with the fewest edits from a word: one edit for
// every three letters at most, where case is not an edit. Of two that are as
// close, the first one wins. Where none is close, it is one that begins with the
// word.
func Nearest(word string, known []string) (string, bool) {
	nearest, least := "", len([]rune(word))/3+1
	if len([]rune(word)) < 3 {
		least = 1
	}
	for _, k := range known {
		if k == word {
			continue
		}
		if d := distance(strings.ToLower(word), strings.ToLower(k), least); d < least {
			nearest, least = k, d
		}
	}
	if nearest == "" && len(word) > 2 {
		nearest = firstWith(word, known)
	}
	return nearest, nearest != ""
}

// firstWith is the first word that begins with prefix.
func firstWith(prefix string, known []string) string {
	i := slices.IndexFunc(known, func(k string) bool { return strings.HasPrefix(k, prefix) && k != prefix })
	if i < 0 {
		return ""
	}
	return known[i]
}

// distance counts the letters to insert, delete, replace or exchange with their
// neighbour to get from a to b (optimal string alignment); limit or more are
// not told apart.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if d := len(x) - len(y); d >= limit || -d >= limit {
		return limit
	}
	var before []int
	above := make([]int, len(y)+1)
	for j := range above {
		above[j] = j
	}
	for i := range x {
		row := make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			row[j+1] = min(above[j+1], row[j]) + 1
			row[j+1] = min(row[j+1], above[j]+cost(x[i] != y[j]))
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], before[j-1]+1)
			}
		}
		if slices.Min(row) >= limit {
			return limit
		}
		before, above = above, row
	}
	return above[len(y)]
}

func cost(different bool) int {
	if different {
		return 1
	}
	return 0
}
