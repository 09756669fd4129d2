package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/serpent-os/wildebeest/internal/tsv"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/scan"
)

// claim is what musl distributions had to do to a package, by kind of trouble.
type claim struct{ gnuism, class string }

// sign says which findings count as seeing a kind of trouble.
type sign struct {
	gnuism string   // pattern of the kind
	names  []string // patterns of names; "-" is none: no scan of C can see it
	rules  []string // or rules
	words  []string // patterns of words without which the trouble can't be in a tree; none: it always may
}

// evidence scans the packages of evidence.tsv as they are, and compares with
// porting-evidence.tsv.
func (w *workspace) evidence(ctx context.Context, names []string) error {
	pkgs, err := w.packages("evidence.tsv", names)
	if err != nil {
		return err
	}
	claims, err := w.claims()
	if err != nil {
		return err
	}
	signs, err := w.signs()
	if err != nil {
		return err
	}
	type count struct{ claims, there, seen int }
	classes := map[string]*count{}
	var rows, misses, gone bytes.Buffer
	total := count{}
	for _, p := range pkgs {
		tree, err := w.tree(ctx, p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		rep, err := scan.Tree(ctx, tree, scan.Options{})
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		words, err := wordsOf(tree)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		mine := count{}
		for _, c := range claims[p.name] {
			if classes[c.class] == nil {
				classes[c.class] = &count{}
			}
			mine.claims++
			classes[c.class].claims++
			out := &misses
			switch found := seen(rep.Findings, signs, c); {
			case found:
				mine.seen++
				classes[c.class].seen++
				fallthrough
			case there(words, signs, c):
				mine.there++
				classes[c.class].there++
				if found {
					continue
				}
			default:
				out = &gone
			}
			fmt.Fprintf(out, "- %s: %s (%s)\n", p.name, c.gnuism, c.class)
		}
		total.claims += mine.claims
		total.there += mine.there
		total.seen += mine.seen
		fmt.Fprintf(&rows, "| %s | %d | %d | %d | %s | %s |\n", p.name, mine.claims, mine.there, mine.seen, percent(mine.seen, mine.there), strings.Join(rep.Summary.Modules, ", "))
	}
	var b bytes.Buffer
	b.WriteString(evidenceHead)
	for _, class := range sortedKeys(classes) {
		c := classes[class]
		fmt.Fprintf(&b, "| %s | %d | %d | %s | %d | %s |\n", class, c.claims, c.seen, percent(c.seen, c.claims), c.there, percent(c.seen, c.there))
	}
	fmt.Fprintf(&b, "| **all** | %d | %d | %s | %d | %s |\n%s\n| package | claims | there | seen | recall of what is there | modules |\n|---|---|---|---|---|---|\n%s\n## There and not seen\n%s\n## Not there\n%s",
		total.claims, total.seen, percent(total.seen, total.claims), total.there, percent(total.seen, total.there), evidenceReach, rows.String(), misses.String(), gone.String())
	fmt.Print(b.String())
	if len(names) > 0 {
		return nil
	}
	return os.WriteFile(filepath.Join(w.here, "evidence.md"), b.Bytes(), 0o666)
}

const evidenceHead = `# The scanner against the patches of musl distributions

Written by ` + "`make accuracy`" + `. A claim is a row of porting-evidence.tsv: a
distribution patched the package for this kind of trouble, in some release (the
table is about 85 % right, and its patches are often for other releases than
the one scanned here). It is seen where a finding belongs to the kind by
signs.tsv. It is there where the words of the trouble, by the same table, stand
in the sources at all: most claims that are not were mended upstream, or are
about a release that the package has left behind.

| class | claims | seen | recall | there | recall of what is there |
|---|---|---|---|---|---|
`

// evidenceReach says which classes a scan of this release can't see, and why.
const evidenceReach = `
## Out of reach
- **include**: a patch adds an #include that this release has by now, or needs for
  a name that another header brings on musl 1.2.5 and kernel 6.1 too. Against
  compilers (compilers.md) the same rule misses next to nothing.
- **header**, clashes of kernel and libc: musl's and the kernel's headers have
  learned to stand each other (__UAPI_DEF_*); the pairs that clang still rejects
  are in the database, the others were true for older kernels.
- **type**, layout of signal contexts and of 64-bit time_t: whether a member's use
  is right depends on the machine and on the other side of the call. REG_RIP and
  its like are shown by both libraries under _GNU_SOURCE.
- **macro**, asprintf and its like without a declaration: an implicit declaration is
  the same mistake with glibc; the patches are for releases that relied on it.
- **func**: where configure looks for the function and the source has a branch
  without it, the finding has a fallback and no patch is needed now.
- **guard**: conditions that are right on musl as they stand are not reported.
- **behaviour**, formats of strftime, locale names, the place of gettext: what
  strings mean at run time a scan can't tell.
- **toolchain**: flags that a distribution gives, such as -fstack-protector's
  library, are not in the sources.
`

func sortedKeys[V any](m map[string]V) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// claims reads porting-evidence.tsv, by Debian source package.
func (w *workspace) claims() (map[string][]claim, error) {
	out := map[string][]claim{}
	err := tsv.ReadFile(filepath.Join(w.here, "porting-evidence.tsv"), 6, func(f []string) error {
		c := claim{f[0], f[1]}
		if pkg := f[5]; pkg != "-" && !slices.Contains(out[pkg], c) {
			out[pkg] = append(out[pkg], c)
		}
		return nil
	})
	return out, err
}

func (w *workspace) signs() ([]sign, error) {
	var out []sign
	err := tsv.ReadFile(filepath.Join(w.here, "signs.tsv"), 4, func(f []string) error {
		s := sign{f[0], strings.Fields(f[1]), strings.Fields(f[2]), strings.Fields(f[3])}
		switch f[3] {
		case "=": // the names themselves
			s.words = s.names
		case "-":
			s.words = nil
		}
		out = append(out, s)
		return nil
	})
	return out, err
}

// seen reports whether a finding belongs to the claim's kind.
func seen(findings []report.Finding, signs []sign, c claim) bool {
	for _, s := range signs {
		if !strings.HasPrefix(c.gnuism, s.gnuism) {
			continue
		}
		for _, f := range findings {
			for _, p := range s.names {
				if ok, _ := path.Match(strings.ReplaceAll(p, "/", "|"), strings.ReplaceAll(f.Name, "/", "|")); ok {
					return true
				}
			}
			if slices.Contains(s.rules, f.Rule) {
				return true
			}
		}
	}
	return false
}
