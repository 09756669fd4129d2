package delta

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
)

// shownNames bounds the names of a header that the text lists; the others are counted.
const shownNames = 12

// JSON writes the delta as one object.
func (d *Delta) JSON(out io.Writer) error {
	encoder := json.NewEncoder(out)
	encoder.SetIndent("", "  ")
	return encoder.Encode(d)
}

// Text writes the delta for people.
func (d *Delta) Text(out io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s to %s\n", d.From, d.To)
	for _, note := range d.Notes {
		fmt.Fprintf(&b, "note: %s\n", note)
	}
	list(&b, "new headers", d.NewHeaders)
	list(&b, "headers that are gone", d.GoneHeaders)
	names(&b, "new names", d.New)
	names(&b, "names that are gone", d.Gone)
	move(&b, "headers that now show names that others have", d.Shown)
	move(&b, "headers that no longer show names that others have", d.Hidden)
	section(&b, "names that other feature macros show", len(d.Modes))
	for _, c := range d.Modes {
		fmt.Fprintf(&b, "  %s: %s\n", c.Name, modeChange(c))
	}
	section(&b, "macros that stand for something else", len(d.Values))
	for _, c := range d.Values {
		fmt.Fprintf(&b, "  %s: %s, was %s\n", c.Name, cmp.Or(c.After, "(code)"), cmp.Or(c.Before, "(code)"))
	}
	list(&b, "symbols that are new", d.Exports)
	list(&b, "symbols that are gone", d.Dropped)
	section(&b, "behaviour", len(d.Behaviours))
	for _, x := range d.Behaviours {
		fmt.Fprintf(&b, "  %s (%s): %s; before: %s\n      source: %s\n", strings.Join(x.Names, ", "), x.Release, x.After, x.Before, x.Source)
	}
	_, err := io.WriteString(out, b.String())
	return err
}

func section(b *strings.Builder, title string, count int) {
	if count > 0 {
		fmt.Fprintf(b, "\n%s: %d\n", title, count)
	}
}

func list(b *strings.Builder, title string, words []string) {
	section(b, title, len(words))
	if len(words) > 0 {
		fmt.Fprintf(b, "  %s\n", strings.Join(words, " "))
	}
}

// names writes names by their headers.
func names(b *strings.Builder, title string, all []Name) {
	section(b, title, len(all))
	byHeader := slices.Clone(all)
	slices.SortStableFunc(byHeader, func(x, y Name) int { return cmp.Compare(x.Header, y.Header) })
	for from := 0; from < len(byHeader); {
		to := from
		var words []string
		for ; to < len(byHeader) && byHeader[to].Header == byHeader[from].Header; to++ {
			words = append(words, byHeader[to].Name)
		}
		fmt.Fprintf(b, "  <%s> %s\n", byHeader[from].Header, strings.Join(words, ", "))
		from = to
	}
}

func move(b *strings.Builder, title string, moves []Move) {
	section(b, title, len(moves))
	for _, m := range moves {
		shown := m.Names
		more := ""
		if len(shown) > shownNames {
			more = fmt.Sprintf(" and %d more", len(shown)-shownNames)
			shown = shown[:shownNames]
		}
		fmt.Fprintf(b, "  <%s> %s%s\n", m.Header, strings.Join(shown, ", "), more)
	}
}

// modeChange says which feature macros show a name now, and which no longer do.
func modeChange(c Change) string {
	before, _ := gnuism.ParseModes(c.Before)
	after, _ := gnuism.ParseModes(c.After)
	var parts []string
	if more := after &^ before; more != 0 {
		parts = append(parts, "now under "+strings.Join(more.Names(), ", "))
	}
	if less := before &^ after; less != 0 {
		parts = append(parts, "no longer under "+strings.Join(less.Names(), ", "))
	}
	return strings.Join(parts, "; ")
}
