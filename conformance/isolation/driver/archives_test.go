package driver

import (
	"bytes"
	"io"
	"strings"
)

const (
	source     = "int main(void) { return 0; }\n"
	outOfIt    = "out of the archive"
	takeOther  = "the archive is refused: take another one, from a place that you trust"
	escapes    = "\x1b]0;CANARY\a\x1b[2J"
	escapesAre = `\x1b]0;CANARY\a\x1b[2J`
)

// from is the archive of entries that do not depend on the host.
func from(entries ...entry) func(string) []byte {
	return func(string) []byte { return archive(entries...) }
}

// look prints what a build sees of its source.
const look = `echo "attack: built in $(pwd -P)"; cat a.c`

// archives are attacks by an archive that the driver unpacks.
var archives = []attack{
	{name: "link-through-link", tries: "the file that the driver writes next is a link out of the archive, by way of a link to its own directory",
		source: func(host string) []byte {
			return archive(directory("t"), link("t/x", "."), file("t/a.c", source), link(".stone.sh", out(host+"/victim")), link("recipe", out(host+"/dir")))
		}, want: takeOther},
	{name: "file-below-link", tries: "a file below a link out of the archive",
		source: func(host string) []byte {
			return archive(directory("t"), link("t/l", up(host+"/dir")), file("t/l/evil", source))
		}, want: takeOther},
	{name: "file-below-links", tries: "the same by way of two links, each of which stays inside as a text",
		source: func(host string) []byte {
			return archive(directory("t"), directory("t/d"), link("t/x", "."), link("t/d/l", "../"+out(host)), file("t/d/l/evil", source))
		}, want: takeOther},
	{name: "absolute-link", tries: "a file below a link with an absolute target",
		source: func(host string) []byte {
			return archive(directory("t"), link("t/l", host+"/dir"), file("t/l/evil", source))
		}, want: outOfIt},
	{name: "file-over-link", tries: "a file with the name of a link to a file of the host",
		source: func(host string) []byte {
			return archive(directory("t"), link("t/a.c", up(host+"/victim")), file("t/a.c", "written\n"))
		}, recipe: look, want: "attack: built in /build/t\nwritten\n"},
	{name: "directory-becomes-link", tries: "a link in place of a directory, and a file below it",
		source: func(host string) []byte {
			return archive(directory("t"), directory("t/d"), link("t/d", up(host+"/dir")), file("t/d/evil", source))
		}, want: "would replace a directory"},
	{name: "hard-link-out", tries: "a hard link to a secret file of the host",
		source: func(host string) []byte {
			return archive(directory("t"), hardLink("t/a.c", up(host+"/secret")))
		}, want: outOfIt},
	{name: "hard-link-absolute", tries: "the same by its absolute name",
		source: func(host string) []byte { return archive(directory("t"), hardLink("t/a.c", host+"/secret")) }, want: outOfIt},
	{name: "hard-link-through-link", tries: "the same by way of a link to the directory",
		source: func(host string) []byte {
			return archive(directory("t"), link("t/l", up(host)), hardLink("t/a.c", "t/l/secret"))
		}, want: takeOther},
	{name: "hard-link-to-link", tries: "a hard link to a link, in a directory from which that leads out",
		source: func(host string) []byte {
			return archive(directory("t"), directory("t/a"), directory("t/a/b"), link("t/a/b/l", "../../../t"), hardLink("l", "t/a/b/l"), file("t/a.c", source))
		}, want: outOfIt},
	{name: "absolute-name", tries: "a file with an absolute name",
		source: func(host string) []byte { return archive(file("t/a.c", source), file(host+"/dir/evil", source)) }, want: "has an absolute name"},
	{name: "name-out", tries: "a file with .. in its name",
		source: func(host string) []byte {
			return archive(file("t/a.c", source), file("t/"+up(host+"/dir/evil"), source))
		}, want: "points out of the archive"},
	{name: "extended-name", tries: "a plain name, and another one in the extended header",
		source: func(host string) []byte {
			return archive(file("t/a.c", source), extended("path", up(host+"/dir/evil")), file("t/b.c", source))
		}, want: "points out of the archive"},
	{name: "extended-target", tries: "a link with another target in the extended header",
		source: func(host string) []byte {
			return archive(file("t/a.c", source), extended("linkpath", host+"/secret"), link("t/b.c", "a.c"))
		}, recipe: "cat b.c", want: outOfIt},
	{name: "extended-for-all", tries: "a target for all entries in a global header",
		source: func(host string) []byte {
			global := extended("linkpath", host+"/secret", "path", host+"/dir/evil")
			global.kind = 'g'
			return archive(global, file("t/a.c", source), link("t/b.c", "a.c"))
		}, want: "has an absolute name"},
	{name: "archived-device", tries: "a node of the host's disk",
		source: from(directory("t"), entry{kind: '4', name: "t/disk", mode: 0o666}), want: "is neither a file, a directory nor a link"},
	{name: "archived-fifo", tries: "a fifo in place of a source, for which a reader waits",
		source: from(directory("t"), entry{kind: '6', name: "t/a.c", mode: 0o666}), want: "is neither a file, a directory nor a link"},
	{name: "archived-set-id", tries: "a set-user-ID program in the archive, which stays on the host's disk",
		source: from(entry{kind: '0', name: "t/a.c", body: source, mode: 0o6755}), recipe: "echo attack: mode $(stat -c %%a a.c)", want: "attack: mode 755"},
	{name: "command-as-top", tries: "a top directory whose name is a command, with quotes and a line feed",
		source: from(file("$(touch x)`touch y`'\"\n; touch z/a.c", source)), recipe: look + "; ls -A", want: source + "a.c\n"},
	{name: "option-as-top", tries: "a top directory called -rf, and one of blanks beside it",
		source: from(file("-rf/a.c", source), file("  /a.c", source)), recipe: look, want: source},
	{name: "file-as-top", tries: "an archive that is one file",
		source: from(file("a.c", source)), recipe: look, want: "attack: built in /build\n" + source},
	{name: "link-as-top", tries: "a top directory that is a link to a directory of the host",
		source: func(host string) []byte {
			return archive(directory("t"), link("t/x", "."), link("top", out(host))) // the first is the top
		}, want: takeOther},
	{name: "first-is-link", tries: "the same as the first entry, before what it leads through",
		source: func(host string) []byte {
			return archive(link("a", out(host)), directory("t"), link("t/x", "."), file("t/a.c", source))
		}, want: takeOther},
	{name: "names-of-the-driver", tries: "directories and links with the names that a build's script and patches have",
		source: from(directory("t"), file("t/a.c", source), directory(".stone.sh"), link("recipe", "t"), file("script", "exit 9\n"), link("failure", "t/a.c"), link("patches", "t")),
		recipe: look, want: "attack: built in /build/t\n" + source},
	{name: "links-in-circles", tries: "links that lead to each other",
		source: from(directory("t"), link("t/a.c", "b.c"), link("t/b.c", "a.c")), recipe: "cat a.c 2>&1 || echo attack: no end", want: "attack: no end"},
	{name: "archived-holes", tries: "a file of 8 TiB that takes one block of the archive",
		source: from(directory("t"), extended("GNU.sparse.major", "1", "GNU.sparse.minor", "0", "GNU.sparse.name", "t/holes", "GNU.sparse.realsize", "8796093022208"),
			file("t/holes", "1\n8796093022207\n1\n"+strings.Repeat("\x00", block-18)+"x")), want: takeOther},
	{name: "bomb", tries: "1.2 MB that unpack to 300 MB of zeros",
		source: func(string) []byte {
			big := archived(entry{kind: '0', name: "t/big", mode: 0o644})
			copy(big[124:136], "2400000000\x00\x00") // octal: 320 MiB
			return packed(io.MultiReader(bytes.NewReader(summed(big)), io.LimitReader(zeros{}, 320<<20)))
		}, want: "too much for an archive of its size"},
	{name: "bomb-in-header", tries: "an extended header of 300 MB",
		source: func(string) []byte {
			big := archived(entry{kind: 'x', name: "PaxHeaders/x", mode: 0o644})
			copy(big[124:136], "2400000000\x00\x00")
			return packed(io.MultiReader(bytes.NewReader(summed(big)), io.LimitReader(zeros{}, 320<<20)))
		}, want: "after 0 entries"},
	{name: "archived-depth", tries: "a file in 1,000 directories, deeper than paths go",
		source: from(file("t/"+strings.Repeat("d/", 1000)+"a.c", source)), want: takeOther},
	{name: "archived-long-name", tries: "a name of 100,000 bytes",
		source: from(file("t/"+strings.Repeat("a", 100_000), source)), want: takeOther},
	{name: "archived-escapes", tries: "a refused entry whose name has escape sequences",
		source: from(file("t/a.c", source), file("t/"+escapes+"/../../x", source)), want: escapesAre},
	{name: "archived-far-time", tries: "files of the year 36812 and of 1901, from which the build gets its date",
		source: from(entry{kind: '0', name: "t/a.c", body: source, mode: 0o644, time: "77777777777777"[:11]}, extended("mtime", "1099511627776"), file("t/b.c", source), extended("mtime", "-2147483648"), file("t/c.c", source)),
		recipe: `echo "attack: dated $SOURCE_DATE_EPOCH"`, want: "attack: dated "},
	{name: "half-an-archive", tries: "an archive that ends in the middle of a file",
		source: func(string) []byte {
			whole := packed(bytes.NewReader(archive(file("t/a.c", strings.Repeat(source, 10_000)))))
			return whole[:len(whole)/2]
		}, want: "unexpected EOF"},
	{name: "no-archive", tries: "bytes that are no archive",
		source: func(string) []byte { return []byte(strings.Repeat("\xff\x1b\x00", 1000)) }, want: "is no tar archive"},
	{name: "empty-archive", tries: "an archive without entries", source: from(), want: "holds nothing to extract"},
	{name: "archived-attributes", tries: "file capabilities in the archive's extended headers",
		source: from(directory("t"), extended("SCHILY.xattr.security.capability", "\x01\x00\x00\x02\xff\xff\xff\xff\x00\x00\x00\x00\xff\xff\xff\xff\x00\x00\x00\x00"), entry{kind: '0', name: "t/a.c", body: source, mode: 0o755}),
		recipe: perl(`my ($f, $n, $v) = ("a.c", "security.capability", "\0" x 64); print "attack: ", syscall(191, $f, $n, $v, 64) < 0 ? "no capabilities" : "capabilities", "\n"`),
		want:   "attack: no capabilities"},
}

// perl runs a program.
func perl(text string) string { return "perl -e '" + strings.ReplaceAll(text, "%", "%%") + "'" }

// zeros is an endless reader.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// summed sets the checksum of a header that was changed.
func summed(header []byte) []byte {
	copy(header[148:156], "        ")
	sum := 0
	for _, b := range header[:block] {
		sum += int(b)
	}
	digits := []byte("000000\x00 ")
	for i := 5; sum > 0; i, sum = i-1, sum/8 {
		digits[i] = byte('0' + sum%8)
	}
	copy(header[148:156], digits)
	return header
}
