/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "walk.h"

enum { BLOCK_MIN = 1 << 10, BLOCK_MAX = 1 << 16 };

static size_t aligned(size_t size)
{
	return (size + _Alignof(struct node) - 1) & ~(_Alignof(struct node) - 1);
}

static void *allocate(struct block **list, size_t size)
{
	struct block *block = *list;

	size = aligned(size);
	if (!block || block->size - block->used < size) {
		size_t room = block ? 2 * block->size : BLOCK_MIN;

		if (room > BLOCK_MAX)
			room = BLOCK_MAX;
		if (room < aligned(sizeof *block) + size)
			room = aligned(sizeof *block) + size;
		block = malloc(room);
		if (!block)
			return NULL;
		block->next = *list;
		block->used = aligned(sizeof *block);
		block->size = room;
		*list = block;
	}
	block->used += size;
	return (char *)block + block->used - size;
}

FTSENT *wildebeest_fts_entry(FTS *fts, FTSENT *parent, const char *name,
			     size_t length)
{
	size_t size = offsetof(struct node, entry.fts_name) + length + 1;
	struct node *node;
	FTSENT *entry;

	if (size < sizeof *node)
		size = sizeof *node;
	node = allocate(&node_of(parent)->children, size);
	if (!node)
		return NULL;
	memset(node, 0, offsetof(struct node, entry.fts_name));
	entry = &node->entry;
	memcpy(entry->fts_name, name, length);
	entry->fts_name[length] = 0;
	entry->fts_namelen = (unsigned short)length;
	entry->fts_path = fts->fts_path;
	entry->fts_parent = parent;
	entry->fts_level = (short)(parent->fts_level + 1);
	entry->fts_instr = FTS_NOINSTR;
	entry->fts_statp = &node->stat;
	entry->fts_symfd = -1;
	return entry;
}

void wildebeest_fts_free_children(FTSENT *parent)
{
	struct block *block = node_of(parent)->children;

	node_of(parent)->children = NULL;
	while (block) {
		struct block *next = block->next;

		free(block);
		block = next;
	}
}

static int is_dot(const FTSENT *entry)
{
	return entry->fts_level > FTS_ROOTLEVEL &&
	       (!strcmp(entry->fts_name, ".") || !strcmp(entry->fts_name, ".."));
}

static FTSENT *same_above(const FTSENT *entry)
{
	FTSENT *above = entry->fts_parent;

	for (; above->fts_level >= FTS_ROOTLEVEL; above = above->fts_parent)
		if (above->fts_ino == entry->fts_ino &&
		    above->fts_dev == entry->fts_dev)
			return above;
	return NULL;
}

int wildebeest_fts_stat(FTS *fts, FTSENT *entry, int fd, const char *name,
			int follow)
{
	struct stat *st = entry->fts_statp;

	if (has(fts, FTS_LOGICAL) || follow) {
		if (fstatat(fd, name, st, 0)) {
			int error = errno;

			if (!fstatat(fd, name, st, AT_SYMLINK_NOFOLLOW)) {
				errno = 0;
				return FTS_SLNONE;
			}
			entry->fts_errno = error;
			memset(st, 0, sizeof *st);
			return FTS_NS;
		}
	} else if (fstatat(fd, name, st, AT_SYMLINK_NOFOLLOW)) {
		entry->fts_errno = errno;
		memset(st, 0, sizeof *st);
		return FTS_NS;
	}
	if (S_ISDIR(st->st_mode)) {
		entry->fts_dev = st->st_dev;
		entry->fts_ino = st->st_ino;
		entry->fts_nlink = st->st_nlink;
		if (is_dot(entry))
			return FTS_DOT;
		entry->fts_cycle = same_above(entry);
		return entry->fts_cycle ? FTS_DC : FTS_D;
	}
	if (S_ISLNK(st->st_mode))
		return FTS_SL;
	return S_ISREG(st->st_mode) ? FTS_F : FTS_DEFAULT;
}

int wildebeest_fts_check(const FTSENT *entry, int fd)
{
	struct stat st;

	if (fstat(fd, &st))
		return -1;
	if (st.st_dev == entry->fts_dev && st.st_ino == entry->fts_ino)
		return 0;
	errno = ENOENT;
	return -1;
}

int wildebeest_fts_enter(const FTSENT *entry, const char *path)
{
	int fd = openat(AT_FDCWD, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int result, error;

	if (fd < 0)
		return -1;
	result = wildebeest_fts_check(entry, fd);
	if (!result)
		result = fchdir(fd);
	error = errno;
	close(fd);
	errno = error;
	return result;
}
