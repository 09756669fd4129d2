package scan

import (
	"bytes"
	"context"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/serpent-os/wildebeest/wildebeest/configure"
	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/rules/demandedname"
	"github.com/serpent-os/wildebeest/wildebeest/rules/missinglibrary"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// buildTree is the build files of a tree, each read once.
type buildTree struct {
	src    srctree.Source
	known  map[string]bool
	byBase map[string][]string
	mu     sync.Mutex
	texts  map[string][]byte // nil is none
}

func newBuildTree(src srctree.Source, paths []string) *buildTree {
	b := &buildTree{src: src, known: map[string]bool{}, byBase: map[string][]string{}, texts: map[string][]byte{}}
	for _, p := range paths {
		b.known[p] = true
		if srctree.BuildKind(p) != "" {
			b.byBase[path.Base(p)] = append(b.byBase[path.Base(p)], p)
		}
	}
	return b
}

// Read implements probe.Tree. What a tool wrote says nothing of the tree.
func (b *buildTree) Read(name string) (string, bool) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if text, ok := b.texts[name]; ok {
		return string(text), text != nil
	}
	if !b.known[name] {
		return "", false
	}
	text, err := b.src.Read(name)
	if err != nil || facts.Written(text) {
		text = nil
	}
	b.texts[name] = text
	return string(text), text != nil
}

// Named implements probe.Tree.
func (b *buildTree) Named(base string) []string { return b.byBase[base] }

// configure follows the configuration of a tree, and lets the preprocessors of both
// libraries know what it defines.
func (s *scanner) configure(src srctree.Source, paths []string) {
	var build []string
	for _, p := range paths {
		if srctree.BuildKind(p) != "" && !srctree.IsVendored(p) {
			build = append(build, p)
		}
	}
	s.build = newBuildTree(src, paths)
	world := func(musl bool) *configure.World {
		return &configure.World{DB: s.db, Target: s.target, Kernel: s.kernel, IsMusl: musl}
	}
	s.configuration = configure.Run(s.build, build, world(true), world(false))
	if s.configured {
		return
	}
	musl, glibc := map[string]preproc.Tri{}, map[string]preproc.Tri{}
	for name, d := range s.configuration.Macros {
		musl[name], glibc[name] = d.Musl, d.Glibc
	}
	s.musl.Built(musl)
	s.glibc.Built(glibc)
}

// Configuration follows the build files of a tree that are wanted, and returns what
// they do on the target.
func Configuration(ctx context.Context, src srctree.Source, opt Options, wanted func(file string) bool) (*configure.Result, error) {
	s, err := newTarget(opt)
	if err != nil {
		return nil, err
	}
	s.configured = true // nothing is preprocessed
	paths, _ := src.List(ctx)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	s.configure(src, slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return !wanted(p) }))
	return s.configuration, nil
}

// demands reports the checks whose failure ends the configuration.
func (j *judgement) demands() {
	for _, d := range j.s.configuration.Demands {
		i, ok := j.byPath[d.File]
		if !ok {
			continue
		}
		j.unit = i
		f := j.files[i]
		rule, remedy := j.demanded(d.Name)
		level := report.Build
		if d.Unsure {
			level = report.Unsure
		}
		text := j.s.build.texts[d.File]
		j.report(i, found{unit: i, Finding: report.Finding{
			Rule: rule.ID, Name: d.Name, Kind: string(rule.Class), File: f.Path, Line: 1 + bytes.Count(text[:min(d.At, len(text))], []byte{'\n'}), Column: d.At,
			Level: level, Confidence: report.Reachable, Remedy: remedy,
		}})
	}
}

// demanded is the rule that tells of something that is missing, and what to do: a
// module of libwildebeest that provides it.
func (j *judgement) demanded(name string) (*rules.Rule, report.Remedy) {
	if strings.HasPrefix(name, "-l") {
		return missinglibrary.Rule, missinglibrary.Rule.Remedy
	}
	remedy := report.Remedy{}
	if n, ok := j.s.db.Lookup(name); ok {
		remedy, _ = j.s.db.Remedy(n, j.s.target)
	} else if _, ok := j.s.db.Header(name); ok {
		remedy, _ = j.s.db.HeaderRemedy(name)
	}
	if remedy.Kind != gnuism.Shim {
		remedy = demandedname.Rule.Remedy
	}
	return demandedname.Rule, remedy
}
