/* Patterns under the flags that change what is found. */
#include "tree.h"

static const char *const patterns[] = {
	"", "*", "?", "*.c", "file", "file*", "file?", "nofile", "nofile*", ".*",
	"..*", "*/*", "*/*.c", "*/", "dir/", "dir/*", "dir/*/", "dir//*.c", "dir//a.c",
	"dir/./*", "dir/../f*", "./*.c", ".//*.c", "*//a.c", "*/*/*", "*/*/*.c",
	"/", "//", "///", "/*c", "/et[c]", "//et[c]", "/etc/passw[d]", "/e*/passwd",
	"ldir/*", "l*", "lnone", "lnone/", "lfile/", "file/", "file/*", "loop", "loop/",
	"loop/*", "ldir", "ldir/", "l*/", "f*/", "fif?", "fif?/", "fifo", "fifo/", "empty/*",
	"star\\*", "star\\**", "qu\\?", "back\\\\slash", "back\\\\*", "fi\\le", "fi\\le*",
	"\\f\\i\\l\\e", "file\\", "*\\", "dir\\/a.c", "dir\\/*.c", "d\\ir/*.c", "[br]",
	"\\[br]", "\\[br]/*", "[[]br]", "[[]br]/*", "[", "[a", "a[", "[]", "[]]", "[-]", "[!a]",
	"[^a]", "[a-b]", "[a-b].c", "[a-b]/1", "[a/1", "a[/]1", "*[/]*", "sp ace/*", "sp*/*",
	"dir/nosuch", "nodir/*", "nodir/file", "no*/file", "dir/sub/../a.c",
	"dir/*/../a.c", "*/../file", "{x", "x}", "{}", "{a,b}", "{a,b}/1", "~", "~x",
	"file{1,2}", "com,ma", "*,*", "-", "-*", "*/.x", "*/.*", "dir/.*", ".h*/*",
	".hid/*", "*/in", "?ile", "[Ff]ile", "[[:upper:]]ile", "[[:upper:]]*", "dir*",
	"dir*/a.c", "dir*/*.c", "*/sub/*", "///et[c]", "nodir/", "nodir//", "dir//", "no*/", "a//", "*//",
	"l*//a.c", "a/*/", "a\\/*", "*\\/a.c", "\\/etc", "/etc/", "//etc", "/etc/*asswd",
	"./", "../*none", ".", "..", "./.", "*/./a.c", "file/.", "file//", "d*//", "[a]/",
	"[a/", "*[", "dir/[", "dir/[a].c/", "d?r/[a].c", "\\", "\\\\", "a\\", "*/sub/d*/*", "dir/sub/deep/a.c", "dir2/",
};

static const int flags[] = {
	0, GLOB_MARK, GLOB_NOCHECK, GLOB_NOMAGIC, GLOB_PERIOD, GLOB_ONLYDIR,
	GLOB_NOESCAPE, GLOB_NOSORT, GLOB_ERR, GLOB_BRACE, GLOB_TILDE,
	GLOB_ONLYDIR | GLOB_MARK, GLOB_NOESCAPE | GLOB_NOCHECK,
	GLOB_NOCHECK | GLOB_MARK, GLOB_NOMAGIC | GLOB_MARK, GLOB_PERIOD | GLOB_MARK,
	GLOB_BRACE | GLOB_NOMAGIC, GLOB_BRACE | GLOB_NOCHECK, GLOB_BRACE | GLOB_MARK,
	GLOB_TILDE_CHECK, GLOB_NOMAGIC | GLOB_NOCHECK,
};

int main(void)
{
	make_tree();
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
		for (size_t j = 0; j < sizeof flags / sizeof *flags; j++)
			try(patterns[i], flags[j]);
	return 0;
}
