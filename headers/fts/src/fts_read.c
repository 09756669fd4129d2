/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "walk.h"

static FTSENT *stop(FTS *fts)
{
	fts->fts_options |= FTS_STOP;
	return NULL;
}

/* Go on to a root: its path starts the path, its name is what follows the last
 * slash. */
static void load_root(FTS *fts, FTSENT *root)
{
	char *slash;

	memcpy(fts->fts_path, root->fts_name, root->fts_namelen + 1U);
	root->fts_pathlen = root->fts_namelen;
	slash = strrchr(root->fts_name, '/');
	if (slash && (slash != root->fts_name || slash[1])) {
		root->fts_namelen = (unsigned short)strlen(++slash);
		memmove(root->fts_name, slash, root->fts_namelen + 1U);
	}
	root->fts_accpath = root->fts_path = fts->fts_path;
	fts->fts_dev = root->fts_dev;
}

static FTSENT *set_path(FTS *fts, FTSENT *entry)
{
	size_t prefix = wildebeest_fts_prefix(entry->fts_parent);

	fts->fts_path[prefix] = '/';
	memcpy(fts->fts_path + prefix + 1, entry->fts_name,
	       entry->fts_namelen + 1U);
	return fts->fts_cur = entry;
}

static void forget_link(FTSENT *entry)
{
	if (entry->fts_symfd >= 0) {
		close(entry->fts_symfd);
		entry->fts_symfd = -1;
	}
}

/* Describe the target of a link. Where it leads to a directory that will be
 * entered, remember the way back. */
static void follow(FTS *fts, FTSENT *entry)
{
	entry->fts_info = (unsigned short)wildebeest_fts_stat(
		fts, entry, AT_FDCWD, entry->fts_accpath, 1);
	if (entry->fts_info != FTS_D)
		return;
	entry->fts_flags |= FTS_SYMFOLLOW;
	if (!changes_directory(fts))
		return;
	forget_link(entry);
	entry->fts_symfd = open(".", O_RDONLY | O_CLOEXEC);
	if (entry->fts_symfd < 0) {
		entry->fts_errno = errno;
		entry->fts_info = FTS_ERR;
	}
}

/* Leave a directory without going into it. */
static FTSENT *skip(FTS *fts, FTSENT *directory)
{
	forget_link(directory);
	fts->fts_child = NULL;
	wildebeest_fts_free_children(directory);
	directory->fts_info = FTS_DP;
	return directory;
}

/* The directory's children were listed by fts_children: go where they are. */
static void enter_listed(FTS *fts, FTSENT *directory)
{
	FTSENT *child;

	if (!changes_directory(fts) ||
	    !wildebeest_fts_enter(directory, directory->fts_accpath))
		return;
	directory->fts_errno = errno;
	directory->fts_flags |= FTS_DONTCHDIR;
	for (child = fts->fts_child; child; child = child->fts_link)
		child->fts_accpath = directory->fts_accpath;
}

/* The first child of a directory, or the directory in postorder if it has
 * none. */
static FTSENT *descend(FTS *fts, FTSENT *directory)
{
	FTSENT *child;

	if (fts->fts_child && has(fts, FTS_NAMEONLY)) {
		fts->fts_options &= ~FTS_NAMEONLY;
		fts->fts_child = NULL;
		wildebeest_fts_free_children(directory);
	}
	if (fts->fts_child)
		enter_listed(fts, directory);
	else
		fts->fts_child = wildebeest_fts_list(fts, FOR_READ);
	child = fts->fts_child;
	fts->fts_child = NULL;
	return child;
}

/* Back to the directory that a finished one is in. */
static int leave(FTS *fts, FTSENT *directory)
{
	int result = 0, error;

	if (directory->fts_level == FTS_ROOTLEVEL) {
		if (changes_directory(fts))
			result = fchdir(fts->fts_rfd);
	} else if (directory->fts_symfd >= 0) {
		result = fchdir(directory->fts_symfd);
	} else if (changes_directory(fts) &&
		   !(directory->fts_flags & FTS_DONTCHDIR)) {
		result = wildebeest_fts_enter(directory->fts_parent, "..");
	}
	error = errno;
	forget_link(directory);
	errno = error;
	return result;
}

/* The entry after the last one of its directory: the directory itself. */
static FTSENT *ascend(FTS *fts, FTSENT *directory)
{
	wildebeest_fts_free_children(directory);
	fts->fts_cur = directory;
	if (directory->fts_level == FTS_ROOTPARENTLEVEL) {
		fts->fts_cur = NULL;
		errno = 0;
		return NULL;
	}
	fts->fts_path[directory->fts_pathlen] = 0;
	if (leave(fts, directory))
		return stop(fts);
	directory->fts_info = directory->fts_errno ? FTS_ERR : FTS_DP;
	return directory;
}

/* What follows an entry of a list, or the directory they are in. */
static FTSENT *advance(FTS *fts, FTSENT *entry)
{
	while (entry->fts_link) {
		FTSENT *next = entry->fts_link;

		if (next->fts_level == FTS_ROOTLEVEL) {
			if (changes_directory(fts) && fchdir(fts->fts_rfd))
				return stop(fts);
			load_root(fts, next);
			return fts->fts_cur = next;
		}
		if (next->fts_instr == FTS_SKIP) {
			entry = next;
			continue;
		}
		set_path(fts, next);
		if (next->fts_instr == FTS_FOLLOW) {
			follow(fts, next);
			next->fts_instr = FTS_NOINSTR;
		}
		return next;
	}
	return ascend(fts, entry->fts_parent);
}

FTSENT *fts_read(FTS *fts)
{
	FTSENT *entry = fts->fts_cur, *child;
	int instruction;

	if (!entry || has(fts, FTS_STOP))
		return NULL;
	instruction = entry->fts_instr;
	entry->fts_instr = FTS_NOINSTR;
	if (instruction == FTS_AGAIN) {
		entry->fts_info = (unsigned short)wildebeest_fts_stat(
			fts, entry, AT_FDCWD, entry->fts_accpath, 0);
		return entry;
	}
	if (instruction == FTS_FOLLOW &&
	    (entry->fts_info == FTS_SL || entry->fts_info == FTS_SLNONE)) {
		follow(fts, entry);
		return entry;
	}
	if (entry->fts_info != FTS_D) {
		/* FTS_AGAIN may have found a link where fts_children listed a
		 * directory. */
		fts->fts_child = NULL;
		wildebeest_fts_free_children(entry);
		return advance(fts, entry);
	}
	if (instruction == FTS_SKIP ||
	    (has(fts, FTS_XDEV) && entry->fts_dev != fts->fts_dev))
		return skip(fts, entry);
	child = descend(fts, entry);
	if (has(fts, FTS_STOP))
		return NULL;
	if (!child) {
		/* Empty or unreadable; reading it may have changed into it. */
		int error = errno;

		if (entry->fts_info != FTS_DNR && leave(fts, entry))
			return stop(fts);
		if (entry->fts_info == FTS_DNR)
			forget_link(entry);
		else if (entry->fts_errno)
			entry->fts_info = FTS_ERR;
		wildebeest_fts_free_children(entry);
		errno = error;
		return entry;
	}
	/* Observed on glibc 2.36: an instruction to the first child waits until
	 * the child was returned. */
	return set_path(fts, child);
}
