/* GLOB_TILDE and GLOB_TILDE_CHECK: HOME, users known and unknown. Without HOME
 * the answer is that of getlogin, which asks utmp in glibc and LOGNAME in musl. */
#include "tree.h"

static const char *const patterns[] = {
	"~", "~/", "~/*", "~/*.c", "~/a.c", "~/nosuch", "~/sub/*", "~//*.c", "~/s*/a.c",
	"~root", "~root/", "~root/nosuch", "~daemon", "~daemon/", "~daemon/none*",
	"~nouser", "~nouser/", "~nouser/*", "~nouser/x", "~x", "~x/", "~x*", "~*", "~?",
	"a~", "./~", "*/~", "\\~", "\\~/*", "~\\/a.c", "~/\\a.c", "~r\\oot", "[~]", "[~]x",
	"~~", "~root*", "~/..", "~/.", "~/*/", "~/sub/", "~sub", "~sub/*", "~-", "~{,x}",
};

static const int flags[] = {
	GLOB_TILDE, GLOB_TILDE_CHECK, GLOB_TILDE | GLOB_MARK, GLOB_TILDE | GLOB_NOCHECK,
	GLOB_TILDE_CHECK | GLOB_NOCHECK, GLOB_TILDE | GLOB_NOMAGIC, GLOB_TILDE | GLOB_NOESCAPE,
	GLOB_TILDE | GLOB_ONLYDIR, GLOB_TILDE | GLOB_TILDE_CHECK, GLOB_TILDE | GLOB_BRACE,
};

static void all(const char *home)
{
	printf("HOME=%s\n", home);
	setenv("HOME", home, 1);
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
		for (size_t j = 0; j < sizeof flags / sizeof *flags; j++)
			try(patterns[i], flags[j]);
}

int main(void)
{
	make_tree();
	all("dir");
	all("./dir/");
	all("/");
	all("nosuch");
	return 0;
}
