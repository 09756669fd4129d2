/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <pwd.h>
#include <stdio.h>

/* getpw(3): the line of the user into buffer, whose size nobody checks. */
int getpw(uid_t uid, char *buffer)
{
	struct passwd entry, *found;
	char space[8192];

	if (!buffer) {
		errno = EINVAL;
		return -1;
	}
	/* Observed on glibc 2.36: errno stays where there is no such user. */
	int error = getpwuid_r(uid, &entry, space, sizeof space, &found);
	if (!found) {
		if (error)
			errno = error;
		return -1;
	}
	return sprintf(buffer, "%s:%s:%lu:%lu:%s:%s:%s", found->pw_name, found->pw_passwd,
		       (unsigned long)found->pw_uid, (unsigned long)found->pw_gid,
		       found->pw_gecos, found->pw_dir, found->pw_shell) < 0 ? -1 : 0;
}
