/* Directories that can't be read, errfunc, GLOB_ERR, bad arguments, GLOB_APPEND,
 * GLOB_DOOFFS, globfree, glob_pattern_p and pointers. */
#include "tree.h"

static int answer;

static int report(const char *path, int error)
{
	printf("  errfunc %s: %d\n", path, error);
	return answer;
}

static void with(const char *pattern, int flags, int (*function)(const char *, int))
{
	glob_t found;

	memset(&found, 0, sizeof found);
	show(pattern, flags, glob(pattern, flags, function, &found), &found);
	globfree(&found);
}

static void unreadable(void)
{
	static const char *const patterns[] = {
		"shut/*", "shut/a.c", "*/a.c", "*/*.c", "*/*/*", "nosuch/*", "file/*",
		"loop/*", "shut/*/x", "{shut,dir}/*", "{dir,shut}/*", "{nosuch,dir}/*",
		"sh*/*", "shut", "shut/", "shut*", "lnone/*", "dir/sub/*", "*",
	};

	mkdir("shut", 0755);
	close(open("shut/a.c", O_CREAT | O_WRONLY, 0644));
	chmod("shut", 0);
	if (geteuid() == 0 && seteuid(65534))
		perror("seteuid");
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		with(patterns[i], 0, NULL);
		with(patterns[i], GLOB_ERR, NULL);
		with(patterns[i], GLOB_NOCHECK, NULL);
		for (answer = 0; answer < 2; answer++) {
			with(patterns[i], 0, report);
			with(patterns[i], GLOB_ERR, report);
			with(patterns[i], GLOB_NOCHECK, report);
			with(patterns[i], GLOB_BRACE, report);
			with(patterns[i], GLOB_ONLYDIR | GLOB_MARK, report);
		}
	}
	if (getuid() == 0 && seteuid(0))
		perror("seteuid");
	chmod("shut", 0755);
}

static void unknown_flags(void)
{
	for (int bit = 15; bit < 31; bit++) {
		glob_t found = {0};

		errno = 0;
		printf("flag %d: %d", bit, glob("*", 1 << bit, NULL, &found));
		printf(" errno %d\n", errno);
	}
}

static void append(void)
{
	static const int offset_flags[] = {0, GLOB_DOOFFS};

	for (size_t j = 0; j < 2; j++)
		for (size_t offset = 0; offset < 4; offset++) {
			int flags = offset_flags[j];
			glob_t found = {0};

			found.gl_offs = offset;
			show("*.c", flags, glob("*.c", flags, NULL, &found), &found);
			flags |= GLOB_APPEND;
			show("none*", flags, glob("none*", flags, NULL, &found), &found);
			show("file?", flags, glob("file?", flags, NULL, &found), &found);
			show("{z,a}", flags, glob("{z,a}", flags | GLOB_BRACE, NULL, &found), &found);
			show("no", flags, glob("no", flags | GLOB_NOCHECK, NULL, &found), &found);
			show("a.?", flags, glob("a.?", flags, NULL, &found), &found);
			globfree(&found);
			printf("freed %d\n", found.gl_pathv == NULL);
		}
}

static void patterns(void)
{
	static const char *const all[] = {
		"", "a", "*", "?", "[", "]", "[a]", "a]", "[]", "\\*", "\\", "a\\", "\\[a]",
		"[\\a]", "[a\\]", "{a,b}", "~", "][", "a?b", "a/b", "*/b", "\\\\*",
	};

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		printf("%s: %d %d\n", all[i], glob_pattern_p(all[i], 0),
		       glob_pattern_p(all[i], 1));
}

int main(void)
{
	int (*pointer)(const char *, int, int (*)(const char *, int), glob_t *) = glob;
	void (*release)(glob_t *) = globfree;
	glob_t found = {0};

	make_tree();
	unreadable();
	unknown_flags();
	append();
	patterns();
	show("b*", 0, pointer("b*", 0, NULL, &found), &found);
	release(&found);
	glob64_t wide = {0};
	printf("%d", glob64("b*", 0, NULL, &wide));
	printf(" %zu\n", wide.gl_pathc);
	globfree64(&wide);
	return 0;
}
