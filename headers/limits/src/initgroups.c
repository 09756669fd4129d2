/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <stdint.h>
#include <stdlib.h>

/* The first guess, which holds for most users. */
enum { FEW = 64 };

/* Grows *more to hold count groups. Returns it, or NULL with errno. */
static gid_t *grow(gid_t **more, int count)
{
	gid_t *larger = NULL;

	if ((size_t)count <= SIZE_MAX / sizeof *larger)
		larger = realloc(*more, (size_t)count * sizeof *larger);
	if (larger)
		*more = larger;
	else
		errno = ENOMEM;
	return larger;
}

/* Drops from the groups of the database, which are behind the first, those that
 * are the first again; others may come twice. Returns how many are left. */
static int once(gid_t *groups, int count)
{
	int kept = 1;

	for (int i = 1; i < count; i++)
		if (groups[i] != groups[0])
			groups[kept++] = groups[i];
	return kept;
}

/* 0, or -1 with errno. Of more groups than Linux takes, the first are set
 * (observed on glibc 2.36). */
int initgroups(const char *user, gid_t group)
{
	gid_t few[FEW], *groups = few, *more = NULL;
	int count = FEW, room = FEW, result = -1;

	/* A failure that is not for want of room is the database's. */
	while (getgrouplist(user, group, groups, &count) < 0) {
		if (count <= room || !(groups = grow(&more, count)))
			goto out;
		room = count;
	}
	count = once(groups, count);
	result = setgroups(count < NGROUPS_MAX ? (size_t)count : NGROUPS_MAX, groups);
out:;
	int saved = errno;
	free(more);
	errno = saved;
	return result;
}
