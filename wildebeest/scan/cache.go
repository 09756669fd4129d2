package scan

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"sync"

	"github.com/serpent-os/wildebeest/internal/durable"
	"github.com/serpent-os/wildebeest/wildebeest/parse"
	"github.com/serpent-os/wildebeest/wildebeest/report"
	"github.com/serpent-os/wildebeest/wildebeest/srctree"
)

// cacheKept is the number of reports that a cache keeps; the oldest go first.
const cacheKept = 64

// cache keeps reports by the hash of all that they depend on: the program, the
// options, every file's path and contents, and where the parser may run the
// names, sizes and times of the machine's headers.
type cache struct{ dir string }

// program is the hash of the running executable: tables and rules are in it.
var program = sync.OnceValues(func() ([]byte, error) {
	name, err := os.Executable()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return h.Sum(nil), err
})

// key hashes a tree as it will be scanned.
func (s *scanner) key(ctx context.Context, src srctree.Source, opt Options) (string, error) {
	self, err := program()
	if err != nil {
		return "", err
	}
	opt.Jobs, opt.Progress, opt.Cache = 0, nil, ""
	paths, notes := src.List(ctx)
	sums := make([][sha256.Size]byte, len(paths))
	s.parallel(ctx, len(paths), func(i int) {
		s.text(src, paths[i], func(text []byte, err error) {
			if err != nil {
				text = []byte(err.Error())
			}
			sums[i] = sha256.Sum256(text)
		})
	})
	h := sha256.New()
	h.Write(self)
	if s.precise != Never {
		fmt.Fprintf(h, "%x %v\n", parse.Fingerprint(s.dirs), s.dirsErr)
	}
	fmt.Fprintf(h, "%q %q %+v %q\n", src.Name(), s.target, opt, notes)
	for i, p := range paths {
		fmt.Fprintf(h, "%q %x\n", p, sums[i])
	}
	for _, dir := range opt.Config {
		text, err := src.Read(dir)
		fmt.Fprintf(h, "%q %x %v\n", dir, sha256.Sum256(text), err)
	}
	return hex.EncodeToString(h.Sum(nil)), ctx.Err()
}

// load returns the report kept under a key. A damaged file is as good as none.
func (c cache) load(key string) (*report.Report, bool) {
	text, err := os.ReadFile(filepath.Join(c.dir, key+".json"))
	if err != nil {
		return nil, false
	}
	var r report.Report
	if json.Unmarshal(text, &r) != nil || r.Tool == "" {
		return nil, false
	}
	return &r, true
}

// store keeps a report, whole or not at all.
func (c cache) store(key string, r *report.Report) error {
	if err := os.MkdirAll(c.dir, 0o755); err != nil {
		return err
	}
	err := durable.Write(filepath.Join(c.dir, key+".json"), 0o600, func(f *os.File) error {
		return json.NewEncoder(f).Encode(r)
	})
	if err != nil {
		return err
	}
	return c.prune()
}

func (c cache) prune() error {
	names, err := filepath.Glob(filepath.Join(c.dir, "*.json"))
	if err != nil || len(names) <= cacheKept {
		return err
	}
	age := map[string]int64{}
	for _, n := range names {
		if info, err := os.Stat(n); err == nil {
			age[n] = info.ModTime().UnixNano()
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(age[a], age[b]) })
	for _, n := range names[:len(names)-cacheKept] {
		if err := os.Remove(n); err != nil {
			return err
		}
	}
	return nil
}
