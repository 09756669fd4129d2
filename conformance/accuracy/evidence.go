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
}

// evidence scans the packages of evidence.tsv as they are, and compares with
// porting-evidence.tsv.
func (l *lab) evidence(ctx context.Context, names []string) error {
	pkgs, err := l.packages("evidence.tsv", names)
	if err != nil {
		return err
	}
	claims, err := l.claims()
	if err != nil {
		return err
	}
	signs, err := l.signs()
	if err != nil {
		return err
	}
	type count struct{ claims, seen int }
	classes := map[string]*count{}
	var rows, misses bytes.Buffer
	total := count{}
	for _, p := range pkgs {
		tree, err := l.tree(ctx, p)
		if err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
		rep, err := scan.Tree(ctx, tree, scan.Options{})
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
			if seen(rep.Findings, signs, c) {
				mine.seen++
				classes[c.class].seen++
			} else {
				fmt.Fprintf(&misses, "- %s: %s (%s)\n", p.name, c.gnuism, c.class)
			}
		}
		total.claims += mine.claims
		total.seen += mine.seen
		fmt.Fprintf(&rows, "| %s | %d | %d | %s | %s |\n", p.name, mine.claims, mine.seen, percent(mine.seen, mine.claims), strings.Join(rep.Summary.Modules, ", "))
	}
	var b bytes.Buffer
	b.WriteString(evidenceHead)
	for _, class := range sortedKeys(classes) {
		c := classes[class]
		fmt.Fprintf(&b, "| %s | %d | %d | %s |\n", class, c.claims, c.seen, percent(c.seen, c.claims))
	}
	fmt.Fprintf(&b, "| **all** | %d | %d | %s |\n\n| package | claims | seen | recall | modules |\n|---|---|---|---|---|\n%s\n## Not seen\n%s", total.claims, total.seen, percent(total.seen, total.claims), rows.String(), misses.String())
	fmt.Print(b.String())
	if len(names) > 0 {
		return nil
	}
	return os.WriteFile(filepath.Join(l.here, "evidence.md"), b.Bytes(), 0o666)
}

const evidenceHead = `# The scanner against the patches of musl distributions

Written by ` + "`make accuracy`" + `. A claim is a row of porting-evidence.tsv: a
distribution patched the package for this kind of trouble, in some release (the
table is about 85 % right, and its patches are often for other releases than
the one scanned here). It is seen where a finding belongs to the kind by
signs.tsv; class toolchain is mostly outside of C files.

| class | claims | seen | recall |
|---|---|---|---|
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
func (l *lab) claims() (map[string][]claim, error) {
	out := map[string][]claim{}
	err := tsv(filepath.Join(l.here, "porting-evidence.tsv"), 6, func(f []string) error {
		c := claim{f[0], f[1]}
		if pkg := f[5]; pkg != "-" && !slices.Contains(out[pkg], c) {
			out[pkg] = append(out[pkg], c)
		}
		return nil
	})
	return out, err
}

func (l *lab) signs() ([]sign, error) {
	var out []sign
	err := tsv(filepath.Join(l.here, "signs.tsv"), 3, func(f []string) error {
		out = append(out, sign{f[0], strings.Fields(f[1]), strings.Fields(f[2])})
		return nil
	})
	return out, err
}

func tsv(file string, n int, f func([]string) error) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if line[0] == '#' {
			continue
		}
		if len(fields) != n {
			return fmt.Errorf("%s: want %d fields: %q", file, n, line)
		}
		if err := f(fields); err != nil {
			return err
		}
	}
	return nil
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
