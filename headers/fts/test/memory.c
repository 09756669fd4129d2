/* A walk when memory runs out, at every allocation there is: it says so, and
 * leaves neither memory nor files behind. glibc 2.36 ends with a segmentation
 * fault when the fifth allocation fails; there the loop is left out. */
#include "../../testing/failing_malloc.h"

#include "tree.h"

static char *const roots[] = {(char *)"t", (char *)"link", NULL};

/* Walk, and return how many entries came, or -1 if an error was told. */
static int walk(int options)
{
	FTS *fts = fts_open(roots, options, by_name);
	int count = 0, told = 0, error;
	FTSENT *entry;

	if (!fts)
		return errno == ENOMEM ? -1 : -2;
	while (errno = 0, (entry = fts_read(fts))) {
		count++;
		if ((entry->fts_info == FTS_DNR || entry->fts_info == FTS_ERR ||
		     entry->fts_info == FTS_NS) && entry->fts_errno == ENOMEM)
			told = 1;
	}
	error = errno;
	fts_close(fts);
	return told || error == ENOMEM ? -1 : count;
}

int main(void)
{
	static const int modes[] = {FTS_PHYSICAL, FTS_PHYSICAL | FTS_NOCHDIR,
				    FTS_LOGICAL, FTS_PHYSICAL | FTS_NOSTAT};
	static char output[8192];

	setvbuf(stdout, output, _IOFBF, sizeof output);
	make_tree();
	malloc_set_mark();
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		int whole = walk(modes[i]), silent = 0, leaks = 0, open_files = 0;

#ifndef __GLIBC__
		for (long n = 1;; n++) {
			long live = malloc_live;
			int count, lowest;

			malloc_rewind();
			malloc_fail_at(n);
			count = walk(modes[i]);
			if (!malloc_failed)
				break;
			silent += count != -1 && count != whole;
			leaks += malloc_live != live;
			lowest = dup(0);
			open_files += lowest != 3;
			close(lowest);
		}
#endif
		malloc_fail_at(-1);
		printf("%x: %d entries, silent %d, leaks %d, open files %d\n",
		       modes[i], whole, silent, leaks, open_files);
	}
	return 0;
}
