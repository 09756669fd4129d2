/* SPDX-License-Identifier: MIT
 * walk.h: one call of nftw, and what its parts offer each other.
 */
#ifndef WILDEBEEST_FTW_WALK_H
#define WILDEBEEST_FTW_WALK_H

#define _GNU_SOURCE
#include <dirent.h>
#include <ftw.h>
#include <stdint.h>
#include <sys/types.h>

/* Directories seen, so that none is reported twice: open addressing; an entry
 * without inode is free. */
struct seen {
	struct identity {
		dev_t device;
		ino_t inode;
	} *table;
	size_t size, count;
};

/* The entries of one directory: read while they are asked for, or all before,
 * where no descriptor may be kept. */
struct entries {
	DIR *stream;
	char *names; /* each ended by '\0' */
	size_t size, next;
};

struct walk {
	__nftw_func_t function;
	__ftw_func_t simple; /* called in its place when it is set: ftw's */
	int flags;
	int spare; /* streams that may be kept open */
	int start; /* the directory it began in, under FTW_CHDIR; or -1 */
	dev_t device; /* of the start, for FTW_MOUNT */
	struct seen seen;
	char *path;
	size_t room; /* for path */
	struct FTW place;
};

/* Walk, and free what the walk took. Returns what nftw does. */
int wildebeest_ftw_walk(struct walk *walk, const char *dir);

/* Add an identity. Returns 1 when it is new, 0 when not, -1 without memory. */
int wildebeest_ftw_see(struct seen *seen, dev_t device, ino_t inode);

/* Open a directory by its name in the one of descriptor at. 0, or -1. */
int wildebeest_ftw_open(struct walk *walk, struct entries *entries, int at,
			const char *name);
/* The next name, without "." and ".."; NULL at the end. */
const char *wildebeest_ftw_next(struct entries *entries);
void wildebeest_ftw_close(struct walk *walk, struct entries *entries);

#endif
