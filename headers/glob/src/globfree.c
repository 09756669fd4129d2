/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include "run.h"

void globfree(glob_t *pglob)
{
	if (!pglob->gl_pathv)
		return;
	for (size_t i = 0; i < pglob->gl_pathc; i++)
		free(pglob->gl_pathv[pglob->gl_offs + i]);
	free(pglob->gl_pathv);
	pglob->gl_pathv = NULL;
}
