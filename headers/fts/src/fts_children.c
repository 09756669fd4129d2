/* SPDX-License-Identifier: MIT */
#include <errno.h>

#include "walk.h"

FTSENT *fts_children(FTS *fts, int instr)
{
	FTSENT *entry = fts->fts_cur;

	if (instr && instr != FTS_NAMEONLY) {
		errno = EINVAL;
		return NULL;
	}
	errno = 0;
	if (has(fts, FTS_STOP) || !entry)
		return NULL;
	if (entry->fts_info == FTS_INIT)
		return entry->fts_link;
	if (entry->fts_info != FTS_D)
		return NULL;
	wildebeest_fts_free_children(entry);
	fts->fts_options &= ~FTS_NAMEONLY;
	if (instr == FTS_NAMEONLY)
		fts->fts_options |= FTS_NAMEONLY;
	return fts->fts_child = wildebeest_fts_list(
		       fts, instr == FTS_NAMEONLY ? FOR_NAMES : FOR_CHILDREN);
}
