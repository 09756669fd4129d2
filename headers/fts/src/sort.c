/* SPDX-License-Identifier: MIT */
#include "walk.h"

static int before(const FTS *fts, const FTSENT *a, const FTSENT *b)
{
	return fts->fts_compar(&a, &b) <= 0;
}

static FTSENT *merge(const FTS *fts, FTSENT *a, FTSENT *b)
{
	FTSENT *list = NULL, **end = &list;

	while (a && b) {
		FTSENT **first = before(fts, a, b) ? &a : &b;

		*end = *first;
		end = &(*first)->fts_link;
		*first = *end;
	}
	*end = a ? a : b;
	return list;
}

/* Merge sort of a list: run[i] is NULL or a sorted list of 2^i entries, all
 * from before those of run[i - 1]. */
FTSENT *wildebeest_fts_sort(FTS *fts, FTSENT *list)
{
	FTSENT *run[48] = {NULL}, *sorted = NULL;
	size_t i;

	while (list) {
		FTSENT *merged = list;

		list = list->fts_link;
		merged->fts_link = NULL;
		for (i = 0; run[i]; i++) {
			merged = merge(fts, run[i], merged);
			run[i] = NULL;
		}
		run[i] = merged;
	}
	for (i = 0; i < sizeof run / sizeof *run; i++)
		if (run[i])
			sorted = merge(fts, run[i], sorted);
	return sorted;
}
