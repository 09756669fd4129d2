/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "walk.h"

static FTSENT *add_root(FTS *fts, FTSENT *parent, const char *path)
{
	size_t length = strlen(path);
	FTSENT *root;

	if (!length || length >= PATH_ROOM) {
		errno = length ? ENAMETOOLONG : ENOENT;
		return NULL;
	}
	root = wildebeest_fts_entry(fts, parent, path, length);
	if (!root)
		return NULL;
	root->fts_pathlen = (unsigned short)length;
	root->fts_accpath = root->fts_name;
	root->fts_info = (unsigned short)wildebeest_fts_stat(
		fts, root, AT_FDCWD, path, has(fts, FTS_COMFOLLOW));
	/* As a root, "." is a directory like others. */
	if (root->fts_info == FTS_DOT)
		root->fts_info = FTS_D;
	return root;
}

FTS *fts_open(char *const *paths, int options,
	      int (*compare)(const FTSENT **, const FTSENT **))
{
	struct walk *walk;
	FTSENT *parent, *first, *list = NULL, **end = &list;
	FTS *fts;

	if (options & ~FTS_OPTIONMASK) {
		errno = EINVAL;
		return NULL;
	}
	walk = malloc(sizeof *walk);
	if (!walk)
		return NULL;
	memset(walk, 0, offsetof(struct walk, path));
	walk->path[0] = 0;
	fts = &walk->fts;
	fts->fts_compar = (int (*)(const void *, const void *))compare;
	fts->fts_options = options;
	/* Through links ".." is not the way back. */
	if (options & FTS_LOGICAL)
		fts->fts_options |= FTS_NOCHDIR;
	fts->fts_path = walk->path;
	fts->fts_pathlen = PATH_ROOM;
	fts->fts_rfd = -1;
	parent = &walk->root_parent.entry;
	parent->fts_level = FTS_ROOTPARENTLEVEL;
	for (; *paths; paths++) {
		*end = add_root(fts, parent, *paths);
		if (!*end)
			goto fail;
		end = &(*end)->fts_link;
	}
	if (compare && list)
		list = wildebeest_fts_sort(fts, list);
	/* What comes before the first root. */
	first = wildebeest_fts_entry(fts, parent, "", 0);
	if (!first)
		goto fail;
	first->fts_link = list;
	first->fts_info = FTS_INIT;
	first->fts_level = FTS_ROOTLEVEL;
	fts->fts_cur = first;
	if (changes_directory(fts)) {
		fts->fts_rfd = open(".", O_RDONLY | O_CLOEXEC);
		if (fts->fts_rfd < 0)
			fts->fts_options |= FTS_NOCHDIR;
	}
	return fts;
fail:
	wildebeest_fts_free_children(parent);
	free(walk);
	return NULL;
}
