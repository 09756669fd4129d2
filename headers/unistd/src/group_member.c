/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>
#include <unistd.h>

int group_member(gid_t gid)
{
	int count = getgroups(0, NULL), found = 0;
	gid_t *groups;

	if (count <= 0)
		return 0;
	groups = reallocarray(NULL, (size_t)count, sizeof *groups);
	if (!groups)
		return 0;
	count = getgroups(count, groups);
	while (!found && count > 0)
		found = groups[--count] == gid;
	free(groups);
	return found;
}
