// Package scan finds what a C source tree uses that glibc gives it and musl
// does not.
//
// Every file is lexed once, in parallel; the words that the database knows are
// kept with the form they stand in and the conditions they stand under. Then
// includes are resolved within the tree, and a word counts as a finding where
// some translation unit reaches a header of glibc that shows it and none of
// musl's that does, unless the tree defines it itself.
package scan

import (
	"cmp"
	"context"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/serpent-os/wildebeest/wildebeest/configure"
	"github.com/serpent-os/wildebeest/wildebeest/facts"
	"github.com/serpent-os/wildebeest/wildebeest/gnuism"
	"github.com/serpent-os/wildebeest/wildebeest/parse"
	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
	"github.com/serpent-os/wildebeest/wildebeest/rules/all"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// Options says how to scan. The zero value scans for the newest musl on every
// processor.
type Options struct {
	Target string // such as "musl-1.2.3"; "" is the newest release known
	Kernel string // whose headers are there, such as "6.1"; "" is the newest known
	Jobs   int    // files read at a time; 0 is one per processor
	// Config are files of the tree that a configure script wrote, and Defines
	// macros of the command line, as NAME or NAME=VALUE. Without them every
	// HAVE_X is taken as configure would find it on musl.
	Config, Defines []string
	Include         []string // directories of #include, relative to the tree
	Std             string   // of the compiler's -std=, such as "c99"; "" is what the build files say
	// Units are the sources that are compiled, by their paths, with what their own
	// commands say; nil where that is not known: then all may be.
	Units    map[string]Unit
	Precise  Precision             // "" is Auto
	Skip     []string              // SkipGenerated, SkipVendored
	Cache    string                // directory to keep reports in; "" keeps none
	Progress func(done, total int) `json:"-"` // may be nil; called from any goroutine
	Rules    []*rules.Rule         `json:"-"` // looked for besides those of package all; the report is not kept
}

// What Options.Skip may name.
const (
	SkipGenerated = "generated" // files that a program wrote, and say so at the top
	SkipVendored  = "vendored"  // copies of other projects
)

// scanner holds what all files share.
type scanner struct {
	db         *gnuism.DB
	target     gnuism.Release
	kernel     gnuism.Kernel
	jobs       int
	precise    Precision
	dirs       []string // of the machine's headers, for the parser
	dirsErr    error    // why there are none
	configured bool     // there is a config.h
	units      map[string]Unit

	features      preproc.Features // of the command line and the configuration
	musl, glibc   *preproc.Libc
	build         *buildTree
	configuration *configure.Result
	lexicon       *lexicon
	reader        *facts.Reader
	large         sync.Mutex // held while a large file is read
}

func newScanner(opt Options, config *preproc.Configuration) (*scanner, error) {
	s, err := newTarget(opt)
	if err != nil {
		return nil, err
	}
	s.jobs, s.precise = opt.Jobs, cmp.Or(opt.Precise, Auto)
	if s.jobs <= 0 {
		s.jobs = runtime.GOMAXPROCS(0)
	}
	s.jobs = min(s.jobs, maxReaders)
	s.configured, s.units = len(opt.Config) > 0, opt.Units
	if s.precise != Never {
		s.dirs, s.dirsErr = parse.SystemDirs()
	}
	s.features = config.Features()
	s.features.Language(opt.Std)
	s.lexicon = newLexicon(s.db, s.target, slices.Concat(all.Rules, opt.Rules))
	s.musl, s.glibc = preproc.NewLibcs(s.db, s.target, s.kernel, config)
	s.reader = &facts.Reader{Vocabulary: s.lexicon, Musl: s.musl, Glibc: s.glibc, Words: new(facts.Words)}
	return s, nil
}

// newTarget is a scanner that knows what it scans for, and no more.
func newTarget(opt Options) (*scanner, error) {
	db, err := gnuism.Load()
	if err != nil {
		return nil, err
	}
	target, err := gnuism.ParseTarget(opt.Target)
	if err != nil {
		return nil, err
	}
	kernel, err := gnuism.ParseKernel(opt.Kernel)
	return &scanner{db: db, target: target, kernel: kernel}, err
}

// Tree scans a directory, an archive, a .dsc or a single file. Files that can't be read become notes of the
// report; an error means that there is no report.
func Tree(ctx context.Context, dir string, opt Options) (*report.Report, error) {
	src, err := srctree.Open(ctx, dir)
	if err != nil {
		return nil, fmt.Errorf("scan %s: %w", dir, err)
	}
	defer src.Close()
	return Source(ctx, src, opt)
}

// Source is Tree for sources that are open already.
func Source(ctx context.Context, src srctree.Source, opt Options) (*report.Report, error) {
	dir := src.Name()
	if n := len(opt.Include); n > maxInclude {
		return nil, fmt.Errorf("scan %s: %d directories of #include; at most %d are searched", dir, n, maxInclude)
	}
	config := preproc.NewConfiguration(opt.Defines)
	for _, file := range opt.Config {
		text, err := src.Read(file)
		if err != nil {
			return nil, fmt.Errorf("read the configuration: %w", err)
		}
		config.Header(text)
	}
	s, err := newScanner(opt, config)
	if err != nil {
		return nil, err
	}
	if opt.Cache == "" || len(opt.Rules) > 0 {
		return s.scan(ctx, src, opt)
	}
	key, err := s.key(ctx, src, opt)
	if err != nil {
		return nil, fmt.Errorf("scan %s: %w", dir, err)
	}
	c := cache{opt.Cache}
	if r, ok := c.load(key); ok {
		r.Rules, r.Docs = summaries()
		return r, nil
	}
	r, err := s.scan(ctx, src, opt)
	if err != nil {
		return nil, err
	}
	if err := c.store(key, r); err != nil {
		r.Notes = append(r.Notes, report.Note{File: ".", Text: fmt.Sprintf("the report is not kept: %v", err)})
	}
	return r, nil
}

// summaries says of each rule in code, by its id, what it is about, in a line and at
// length.
func summaries() (lines, docs map[string]string) {
	lines, docs = make(map[string]string), make(map[string]string)
	for _, r := range all.Rules {
		lines[r.ID], docs[r.ID] = r.Summary, r.Doc
	}
	return lines, docs
}

// isRule reports whether something is the id of a rule.
func (s *scanner) isRule(id string) bool {
	return slices.Contains(report.DatabaseRules(), id) || slices.ContainsFunc(s.lexicon.all, func(r *rules.Rule) bool { return r.ID == id })
}

func (s *scanner) scan(ctx context.Context, src srctree.Source, opt Options) (*report.Report, error) {
	r := &report.Report{Tool: "wildebeest", Target: s.target.String(), Tree: src.Name(), Findings: []report.Finding{}, Notes: []report.Note{}}
	r.Rules, r.Docs = summaries()
	paths, notes := src.List(ctx)
	r.Notes = append(r.Notes, notes...)
	s.configure(src, paths)
	for _, b := range s.configuration.Bounds {
		r.Notes = append(r.Notes, report.Note{File: b.File, Text: "not followed to its end: " + b.Why + "; what it decides is unsure"})
	}
	read := gathered{files: make([]*facts.File, len(paths))}
	var done atomic.Int64
	s.parallel(ctx, len(paths), func(i int) {
		if n := done.Add(1); opt.Progress != nil {
			opt.Progress(int(n), len(paths))
		}
		if slices.Contains(opt.Skip, SkipVendored) && srctree.IsVendored(paths[i]) {
			return
		}
		s.text(src, paths[i], func(text []byte, err error) {
			switch {
			case err != nil:
				read.note(paths[i], err)
			case !slices.Contains(opt.Skip, SkipGenerated) || !srctree.IsGenerated(text):
				read.add(i, s.reader.Read(ctx, paths[i], text))
			}
		})
	})
	r.Notes = append(r.Notes, read.notes...)
	t := newTree(ctx, s, read.files, opt.Include)
	t.gnulib = srctree.Gnulib(src, paths)
	judged, notes := t.judge(ctx)
	r.Notes = append(r.Notes, notes...)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("scan %s: %w", src.Name(), err)
	}
	for _, f := range t.files {
		r.Summary.Files++
		r.Summary.Bytes += int64(f.Size)
	}
	refined, notes := t.refine(ctx, src, s.precise, judged)
	if err := ctx.Err(); err != nil {
		return nil, fmt.Errorf("scan %s: %w", src.Name(), err)
	}
	r.Notes = append(r.Notes, notes...)
	quoted, notes, err := srctree.Quote(ctx, src, refined, s.isRule)
	if err != nil {
		return nil, err
	}
	r.Findings = append(r.Findings, quoted...)
	r.Notes = append(r.Notes, notes...)
	r.Finish()
	return r, nil
}

// parallel calls f for 0 … n-1 on the scanner's jobs, until ctx ends.
func (s *scanner) parallel(ctx context.Context, n int, f func(int)) {
	next := make(chan int)
	var wg sync.WaitGroup
	for range min(s.jobs, max(n, 1)) {
		wg.Go(func() {
			for i := range next {
				f(i)
			}
		})
	}
	for i := range n {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
}
