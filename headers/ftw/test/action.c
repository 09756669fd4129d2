/* FTW_ACTIONRETVAL: each answer at each kind of place, in both directions. An
 * earlier library had FTW_SKIP_SUBTREE and FTW_SKIP_SIBLINGS the same. */
#include "tree.h"

static const char *trigger; /* the path that is answered otherwise */
static int trigger_type, trigger_level, answer, hits;

static int act(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	note(path, status, type, ftw);
	if ((trigger && strcmp(path, trigger)) || (trigger_type && type != trigger_type) ||
	    (trigger_level >= 0 && ftw->level != trigger_level))
		return FTW_CONTINUE;
	hits++;
	return answer;
}

static void walk(const char *start, int flags)
{
	int result;

	hits = 0;
	errno = 0;
	result = nftw(start, act, flags & FTW_CHDIR ? 1 : 20, flags);
	printf("%s type %d level %d answer %d flags %d: %d after %d in %s\n",
	       trigger ? trigger : "any", trigger_type != 0, trigger_level, answer, flags,
	       result, hits, here());
	print_lines();
}

int main(void)
{
	static const char *const paths[] = {
		"t", "t/a", "t/a/a1", "t/a/a1/a2/f", "t/a/f", "t/c/dangling", "t/empty", "t/fifo",
		"t/c/c1", "t/b/up",
	};
	static const int flags[] = {
		FTW_ACTIONRETVAL, FTW_ACTIONRETVAL | FTW_PHYS, FTW_ACTIONRETVAL | FTW_DEPTH,
		FTW_ACTIONRETVAL | FTW_PHYS | FTW_DEPTH | FTW_CHDIR,
		FTW_ACTIONRETVAL | FTW_CHDIR | FTW_PHYS, FTW_PHYS, FTW_DEPTH,
	};

	make_tree();
	printf("%d %d %d %d %d\n", FTW_ACTIONRETVAL, FTW_CONTINUE, FTW_STOP, FTW_SKIP_SUBTREE,
	       FTW_SKIP_SIBLINGS);
	trigger_level = -1;
	for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
		for (size_t j = 0; j < sizeof flags / sizeof *flags; j++)
			for (answer = -1; answer < 6; answer++) {
				trigger = paths[i];
				walk("t", flags[j]);
			}
	trigger = NULL;
	for (trigger_level = 0; trigger_level < 5; trigger_level++)
		for (answer = 1; answer < 4; answer++)
			for (size_t j = 0; j < sizeof flags / sizeof *flags; j++) {
				trigger_type = FTW_D;
				walk("t", flags[j]);
				trigger_type = FTW_DP;
				walk("t", flags[j]);
				trigger_type = 0;
				walk("t", flags[j]);
			}
	trigger_level = -1;
	answer = FTW_STOP;
	trigger = "/";
	walk("/", FTW_ACTIONRETVAL | FTW_PHYS);
	walk("///", FTW_ACTIONRETVAL | FTW_PHYS | FTW_CHDIR);
	trigger = NULL;
	trigger_level = 1;
	hits = nftw("/", act, 5, FTW_ACTIONRETVAL | FTW_PHYS);
	printf("%d %s\n", hits, line_count == 2 && !strncmp(lines[1], "//", 2) ? lines[1] : "/name");
	line_count = 0;
	hits = nftw("/etc", act, 5, FTW_ACTIONRETVAL | FTW_PHYS);
	printf("%d %s\n", hits, lines[0]);
	return 0;
}
