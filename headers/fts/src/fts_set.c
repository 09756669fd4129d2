/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fts.h>

int fts_set(FTS *fts, FTSENT *entry, int instr)
{
	(void)fts;
	if (instr && instr != FTS_AGAIN && instr != FTS_FOLLOW &&
	    instr != FTS_NOINSTR && instr != FTS_SKIP) {
		errno = EINVAL;
		return 1; /* observed on glibc 2.36; fts(3) says -1 */
	}
	entry->fts_instr = (unsigned short)instr;
	return 0;
}
