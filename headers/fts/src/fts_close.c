/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "walk.h"

/* Give back all that is above and at the current entry. */
static void release(FTSENT *entry)
{
	while (entry) {
		FTSENT *parent = entry->fts_parent;

		wildebeest_fts_free_children(entry);
		if (entry->fts_level >= FTS_ROOTLEVEL && entry->fts_symfd >= 0)
			close(entry->fts_symfd);
		entry = parent;
	}
}

int fts_close(FTS *fts)
{
	int result = 0, error = 0;

	release(fts->fts_cur);
	if (fts->fts_rfd >= 0) {
		result = fchdir(fts->fts_rfd);
		error = errno;
		close(fts->fts_rfd);
	}
	free((struct walk *)fts);
	if (result)
		errno = error;
	return result;
}
