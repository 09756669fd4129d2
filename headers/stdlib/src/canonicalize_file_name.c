/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>

char *canonicalize_file_name(const char *name)
{
	char *path = realpath(name, NULL);

	/* POSIX leaves "//" to the system, and musl leaves it alone. */
	if (path && path[0] == '/' && path[1] == '/')
		memmove(path, path + 1, strlen(path));
	return path;
}
