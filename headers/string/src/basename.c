/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>

char *basename(const char *filename)
{
	const char *slash = strrchr(filename, '/');

	return (char *)(slash ? slash + 1 : filename);
}
