package recipe

// A Kind is what the value of a key has to be.
type Kind int

const (
	TextKind       Kind = iota // one value on one line
	NumberKind                 // a whole number from 1
	ShellKind                  // lines of shell
	ListKind                   // a list of texts
	TextOrListKind             // one text or a list of them
	SourcesKind                // the list of upstreams
)

// String is the kind as messages name it.
func (k Kind) String() string {
	return [...]string{"a text", "a whole number from 1", "lines of shell, after key: |", "a list", "a text or a list", "a list of `LOCATION : SHA256`"}[k]
}

// A Key is one key of a recipe, or of the mapping that an upstream may have in
// place of its hash.
type Key struct {
	Name     string // as the recipe writes it
	Kind     Kind   // of its value
	Required bool   // in every recipe
	Text     string // what it says: sentences for the manual and for editors
}

// Keys are all keys of a recipe, in the order that the project's recipes have.
func Keys() []Key { return keys }

// UpstreamKeys are the keys of an upstream's mapping.
func UpstreamKeys() []Key { return upstreamKeys }

var keys = []Key{
	{"name", TextKind, true, "The package's name, which is also that of the recipe's directory: lower case letters, digits and `+ . _ -`."},
	{"version", TextKind, true, "The upstream's version, as its tarball has it. A package whose first upstream is `self:NAME` has none: it has the project's version."},
	{"release", NumberKind, true, "Counts the recipes of one version, from 1."},
	{"homepage", TextKind, false, "Where the upstream presents itself."},
	{"summary", TextKind, false, "What the package is, on one line."},
	{"description", TextKind, false, "What the package is, at length."},
	{"license", TextOrListKind, false, "An SPDX expression such as `GPL-2.0-or-later AND MIT`, or a list of them."},
	{"upstreams", SourcesKind, false, "The sources, each a location and its sha256. The first one's top directory is where the sections begin, `%(workdir)`; the others are unpacked beside it."},
	{"patches", ListKind, false, "Files beside the recipe, applied to the first upstream with `patch -p1`, in this order."},
	{"builddeps", ListKind, false, "What the package is built with: packages by name, or what one provides, such as `pkgconfig(zlib)`. A build sees these, what they need at run time, and stage2's tools; nothing else."},
	{"checkdeps", ListKind, false, "What only the check section needs. The build sees it as it sees builddeps."},
	{"rundeps", ListKind, false, "What comes along wherever the package is a dependency."},
	{"provides", ListKind, false, "Further names of the package. `*` stands for any run of characters."},
	{"environment", ShellKind, false, "Shell that runs before every section, in the same shell: variables, functions."},
	{"setup", ShellKind, false, "Prepares the sources: `%configure`, `%meson`."},
	{"build", ShellKind, false, "Compiles: `%make`."},
	{"check", ShellKind, false, "Runs the package's own tests."},
	{"install", ShellKind, true, "Copies the result below `%(installroot)`: `%make_install`."},
}

var upstreamKeys = []Key{
	{"hash", TextKind, true, "The tarball's sha256: 64 hexadecimal digits, lower case."},
	{"unpackdir", TextKind, false, "Another name for the archive's top directory."},
	{"paths", ListKind, false, "Unpack only what is below these paths of the top directory."},
}

// A foreignKey is a key that recipes of other tools have.
type foreignKey struct {
	// agrees are the values that say what is so here anyway; they are accepted.
	agrees  []string
	instead string // what to do where the value is another one
}

var (
	no  = []string{"false", "no", "off"}
	yes = []string{"true", "yes", "on"}
)

const onePackage = "a recipe makes one package here; remove the key, or write a recipe for each part"

// foreignKeys are those of other stone.yaml files.
var foreignKeys = map[string]foreignKey{
	"architectures": {nil, "a recipe is built for the machine that bootstrap runs on; remove the key, and ask for %(machine) in a section where machines differ"},
	"compressman":   {no, "manual pages stay as they are installed; compress them in install"},
	"conflicts":     {nil, "packages that have the same file can't be in one root, which stage3 tells by itself; remove the key"},
	"cspgo":         {no, "there is no profile-guided optimisation; remove the key"},
	"debug":         {no, "no debug packages are made; add -g to CFLAGS in environment to keep symbols in the files"},
	"emul32":        {no, "a package is built for one machine; remove the key"},
	"lastrip":       {yes, "libtool's .la files are always removed; remove the key, or install the file under another name"},
	"lto":           {no, `add -flto to CFLAGS and LDFLAGS in environment, as CFLAGS="$CFLAGS -flto"`},
	"mold":          {no, "lld is the linker; remove the key"},
	"networking":    {no, "a build has no network; name what it fetches, with its sha256, under upstreams"},
	"options":       {nil, "write each option as shell in environment or install"},
	"packages":      {nil, onePackage},
	"paths":         {nil, "a package is all that is below %(installroot); remove in install what it must not have"},
	"profiles":      {nil, "ask for %(machine) in a section where machines differ"},
	"samplepgo":     {no, "there is no profile-guided optimisation; remove the key"},
	"split":         {no, onePackage},
	"strip":         {no, "files stay as they are installed; run $STRIP in install on those that have symbols"},
	"subpackages":   {nil, onePackage},
	"toolchain":     {[]string{"llvm", "clang"}, "clang with lld and compiler-rt is the tool chain; remove the key"},
	"tuning":        {nil, `add flags in environment, as CFLAGS="$CFLAGS -fno-plt"`},
	"workload":      {nil, "there is no profile-guided optimisation; remove the key"},
}

// foreignUpstreamKeys are those of upstreams in other stone.yaml files.
var foreignUpstreamKeys = map[string]foreignKey{
	"clonedir":  {nil, "name a tarball of the commit or tag"},
	"ref":       {nil, "name a tarball of the commit or tag"},
	"rename":    {nil, "a tarball keeps its name; remove the key, and write unpackdir to rename its top directory"},
	"staging":   {no, "name a tarball of the commit or tag"},
	"stripdirs": {[]string{"1"}, "the archive's one top directory is where the sections begin; write `cd DIR` in them to go below it"},
	"unpack":    {yes, "every upstream is unpacked; put a file that is none beside the recipe, as a patch"},
}
