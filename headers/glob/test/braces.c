/* GLOB_BRACE. */
#include "tree.h"

static const char *const patterns[] = {
	"{file,a.c}", "{a.c,file}", "{a,b}", "{b,a}/*", "{a,b,z}/1", "file{1,2,10}",
	"file{,1,2}", "{,}file", "{file}", "{}", "{,}", "{{a,b},z}", "{a,{b,z}}/1",
	"{{a},b}.c", "{a,b}{.c,.h}", "{a,b}.{c,h}", "*.{c,h}", "{*.c,*.h}", "{*.h,*.c}",
	"{dir,dir2}/*.c", "{dir,dir2}/{a,b}.c", "dir{,2}/a.c", "{d,l}ir/*.c",
	"{nofile,file}", "{nofile,nope}", "{nofile,nope*}", "nofile{1,2}", "{file,nofile}",
	"{x", "x}", "}x{", "{a,b", "a,b}", "{a,b}}", "{{a,b}", "\\{a,b\\}", "{a\\,b}",
	"{a,b\\}", "com{,,}ma", "com\\,ma", "{com\\,ma,a.c}", "[{]a,b}", "[{]a,b[}]/k",
	"{a,b}/", "{dir,file}/", "{/etc,/usr}/*s?wd", "/{etc,usr}/passwd", "{~,a}", "~{,x}",
	"{[a],[b]}.c", "{?,??}.c", "{.*,a}", "{dir/,a}", "{a/1,b/1}", "{a/,b/}1", "{}file",
	"file{}", "{}*", "a{}", "{a}{b}", "{{}}", "{{},a}", "{,a}{,b}{,.c}", "{dir,l*}/a.c",
	"{*,a}", "{f*,f*1}", "{{{a,b}}}", "{a,b,}", "{,a,b}", "-{,}", "{\\a,b}", "{a\\{,b}",
};

static const int flags[] = {
	0, GLOB_MARK, GLOB_NOCHECK, GLOB_NOMAGIC, GLOB_PERIOD, GLOB_ONLYDIR,
	GLOB_NOESCAPE, GLOB_NOSORT, GLOB_TILDE, GLOB_TILDE_CHECK, GLOB_ERR,
	GLOB_NOMAGIC | GLOB_NOCHECK, GLOB_NOESCAPE | GLOB_NOCHECK,
	GLOB_NOESCAPE | GLOB_NOMAGIC, GLOB_MARK | GLOB_ONLYDIR,
};

int main(void)
{
	make_tree();
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
		for (size_t j = 0; j < sizeof flags / sizeof *flags; j++)
			try(patterns[i], GLOB_BRACE | flags[j]);
	return 0;
}
