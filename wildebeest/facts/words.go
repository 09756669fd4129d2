package facts

import (
	"strings"
	"sync/atomic"

	"github.com/serpent-os/wildebeest/wildebeest/preproc"
	"github.com/serpent-os/wildebeest/wildebeest/rules"
)

// Words are the words of a tree outside of conditions: those of build files, and the
// identifiers of sources. It can tell that a word is not there; that one is, only
// almost (it is a Bloom filter). Files may be read at the same time.
type Words struct {
	all filter
	// given are those that a build gives: of build files, and what #undef has, which a
	// template of a configured header turns into a definition.
	given filter
	// built says that there are build files, and probed that some are of a system that
	// looks for what is there, by HAVE_X.
	built, probed atomic.Bool
}

// wordBits is the size of the filter. The largest trees have some 200,000 words, with
// which one of a hundred words that are not there looks as if it were.
const wordBits = 1 << 22

type filter [wordBits / 32]atomic.Uint32

func hash(word []byte) uint64 {
	h := uint64(14695981039346656037) // FNV-1a
	for _, b := range word {
		h = (h ^ uint64(b)) * 1099511628211
	}
	return h
}

// places are the two bits of a word.
func places(word []byte) (a, b uint32) {
	h := hash(word)
	return uint32(h) % wordBits, uint32(h>>32) % wordBits
}

func (f *filter) add(word []byte) {
	a, b := places(word)
	for _, p := range [2]uint32{a, b} {
		if bit := uint32(1) << (p % 32); f[p/32].Load()&bit == 0 {
			f[p/32].Or(bit)
		}
	}
}

// lacks tells that a word is not there.
func (f *filter) lacks(word []byte) bool {
	a, b := places(word)
	return f[a/32].Load()&(1<<(a%32)) == 0 || f[b/32].Load()&(1<<(b%32)) == 0
}

// Add puts a word in.
func (w *Words) Add(word []byte) {
	if w != nil {
		w.all.add(word)
	}
}

// give puts in a word that the build gives.
func (w *Words) give(word []byte) {
	if w != nil {
		w.all.add(word)
		w.given.add(word)
	}
}

// builtBy notes that there is a build file of a kind.
func (w *Words) builtBy(kind rules.BuildKind) {
	if w == nil {
		return
	}
	w.built.Store(true)
	if kind != rules.Make {
		w.probed.Store(true)
	}
}

// addLine puts in the words of a line of a build file; -DNAME has NAME in it.
func (w *Words) addLine(line string) {
	for i := 0; i < len(line); {
		if !inWord(line[i]) {
			i++
			continue
		}
		begin := i
		for i < len(line) && inWord(line[i]) {
			i++
		}
		w.give([]byte(line[begin:i]))
		if begin > 0 && line[begin-1] == '-' && (line[begin] == 'D' || line[begin] == 'U') {
			w.give([]byte(line[begin+1 : i]))
		}
	}
}

// ofOthers are beginnings of macros that the compiler or a system's header may define.
var ofOthers = []string{"__", "_POSIX", "_XOPEN", "_SC_", "_PC_", "_CS_", "_LP64", "_ILP32", "_OPENMP", "_REENTRANT", "_FORTIFY_SOURCE", "_LFS", "_BIG_ENDIAN", "_LITTLE_ENDIAN"}

// options is a library with the macros that nothing in the tree defines: an option,
// which somebody has to give.
type options struct {
	preproc.World
	words *Words
}

func (o options) Macro(name []byte) (preproc.Tri, preproc.Value) {
	defined, value := o.World.Macro(name)
	if defined == preproc.Maybe && o.isOption(string(name)) {
		return preproc.No, preproc.Unknown
	}
	return defined, value
}

func (o options) isOption(name string) bool {
	for _, prefix := range ofOthers {
		if strings.HasPrefix(name, prefix) {
			return false
		}
	}
	if strings.HasPrefix(name, "HAVE_") && o.words.probed.Load() || preproc.IsFeature([]byte(name)) {
		return false
	}
	return o.words.all.lacks([]byte(name))
}
