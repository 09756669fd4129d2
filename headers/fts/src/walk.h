/* SPDX-License-Identifier: MIT */
#ifndef WILDEBEEST_FTS_WALK_H
#define WILDEBEEST_FTS_WALK_H

#include <fts.h>
#include <stddef.h>

/* fts_pathlen is 16 bits wide: no path is longer. */
enum { PATH_ROOM = 0x10000 };

/* Memory for one list of entries, given back as a whole. */
struct block {
	struct block *next;
	size_t used, size;
	/* entries follow */
};

struct node {
	struct block *children; /* of a directory: the memory of its list */
	struct stat stat;
	FTSENT entry; /* last: its name goes on */
};

struct walk {
	FTS fts; /* first: what the program sees */
	struct node root_parent;
	char path[PATH_ROOM];
};

static inline struct node *node_of(FTSENT *entry)
{
	return (struct node *)((char *)entry - offsetof(struct node, entry));
}

static inline int has(const FTS *fts, int options)
{
	return fts->fts_options & options;
}

/* Whether the walk changes into directories. */
static inline int changes_directory(const FTS *fts)
{
	return !has(fts, FTS_NOCHDIR);
}

/* A new entry in the memory of parent's list; NULL without memory. */
FTSENT *wildebeest_fts_entry(FTS *fts, FTSENT *parent, const char *name,
			     size_t length);
void wildebeest_fts_free_children(FTSENT *parent);

/* Fill in what stat(2) says about name in the directory fd, and return the
 * fts_info. follow goes through a link. */
int wildebeest_fts_stat(FTS *fts, FTSENT *entry, int fd, const char *name,
			int follow);

/* Sort a list by the program's function, stably. */
FTSENT *wildebeest_fts_sort(FTS *fts, FTSENT *list);

/* How the list of a directory is made. */
enum purpose {
	FOR_NAMES,    /* fts_children with FTS_NAMEONLY */
	FOR_CHILDREN, /* fts_children */
	FOR_READ,     /* to go on with: changes into the directory */
};

/* List the directory that was read last. NULL when it is empty or on an error;
 * then fts_info of the directory, or FTS_STOP and errno, tell. */
FTSENT *wildebeest_fts_list(FTS *fts, enum purpose purpose);

/* Whether fd is still the directory that entry describes: 0, or -1 and errno,
 * ENOENT for another one. */
int wildebeest_fts_check(const FTSENT *entry, int fd);
/* Change to that directory. Returns 0, or -1 and errno. */
int wildebeest_fts_enter(const FTSENT *entry, const char *path);

/* Where the names of a directory's children go in the path. */
size_t wildebeest_fts_prefix(const FTSENT *directory);

#endif
