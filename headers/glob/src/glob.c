/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum {
	KNOWN_FLAGS = GLOB_ERR | GLOB_MARK | GLOB_NOSORT | GLOB_DOOFFS |
		      GLOB_NOCHECK | GLOB_APPEND | GLOB_NOESCAPE | GLOB_PERIOD |
		      GLOB_ALTDIRFUNC | GLOB_BRACE | GLOB_NOMAGIC | GLOB_TILDE |
		      GLOB_ONLYDIR | GLOB_TILDE_CHECK
};

/* An array with the paths behind the first before members of pglob's, and room for
 * a NULL: that of the paths itself, where nothing is before them. */
static char **join(struct run *run, const glob_t *pglob, size_t before)
{
	char **grown;

	if (!before && !pglob->gl_pathv) {
		grown = reallocarray(run->found.path, run->found.count + 1, sizeof *grown);
		if (grown)
			run->found.path = NULL;
		return grown;
	}
	grown = reallocarray(pglob->gl_pathv, before + run->found.count + 1,
			     sizeof *grown);
	if (grown && !pglob->gl_pathv)
		memset(grown, 0, before * sizeof *grown);
	if (grown && run->found.count)
		memcpy(grown + before, run->found.path,
		       run->found.count * sizeof *grown);
	return grown;
}

/* Move the paths found to the end of pglob's. */
static int hand_over(struct run *run, glob_t *pglob)
{
	size_t before = pglob->gl_offs + pglob->gl_pathc;
	char **grown;

	if (before < pglob->gl_offs || before > PTRDIFF_MAX / sizeof *grown)
		return GLOB_NOSPACE;
	grown = join(run, pglob, before);
	if (!grown)
		return GLOB_NOSPACE;
	grown[before + run->found.count] = NULL;
	pglob->gl_pathv = grown;
	pglob->gl_pathc += run->found.count;
	run->found.count = 0;
	return 0;
}

int glob(const char *restrict pattern, int flags,
	 int (*errfunc)(const char *, int), glob_t *restrict pglob)
{
	struct run run = {errfunc, pglob, {0}, flags};
	int result;

	if (!pattern || !pglob || flags & ~KNOWN_FLAGS) {
		errno = EINVAL;
		return -1;
	}
	if (!(flags & GLOB_DOOFFS))
		pglob->gl_offs = 0;
	if (!(flags & GLOB_APPEND)) {
		pglob->gl_pathc = 0;
		pglob->gl_pathv = NULL;
	}
	result = wildebeest_glob_braces(&run, pattern, flags);
	if ((!result || result == GLOB_ABORTED) && hand_over(&run, pglob))
		result = GLOB_NOSPACE;
	if (!result)
		pglob->gl_flags = run.flags;
	wildebeest_glob_free(&run.found);
	return result;
}
