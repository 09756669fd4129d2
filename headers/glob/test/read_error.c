/* A disk that fails while directories are read, with and without GLOB_ERR and
 * errfunc; and the same by the caller's own functions. */
#include "../../testing/failing_call.h"

#include <sys/wait.h>

#include "tree.h"

static int answer;

static int report(const char *path, int error)
{
	printf("  errfunc %s: %d\n", path, error);
	return answer;
}

static void find(const char *pattern, int flags, int (*function)(const char *, int))
{
	glob_t found = {0};
	int result = glob(pattern, flags, function, &found);

	show(pattern, flags, result, &found);
	globfree(&found);
}

int main(void)
{
	static const char *const patterns[] = {"*", "dir/*", "*/a.c", "*/*", "{dir,a}/*", "dir/a.c", "nosuch/*"};

	make_tree();
	fflush(stdout);
	if (fork() == 0) {
		fail_call(SYS_getdents64, EIO);
		for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
			for (int flags = 0; flags <= GLOB_ERR; flags += GLOB_ERR) {
				find(patterns[i], flags | GLOB_BRACE, NULL);
				for (answer = 0; answer < 2; answer++)
					find(patterns[i], flags | GLOB_BRACE, report);
				find(patterns[i], flags | GLOB_NOCHECK, NULL);
			}
		fflush(stdout);
		_exit(0);
	}
	wait(NULL);
	return 0;
}
