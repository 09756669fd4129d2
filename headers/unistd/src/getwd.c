/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <limits.h>
#include <unistd.h>

/* getcwd(3): on failure getwd leaves a message in buf, which none reads. */
char *getwd(char *buf)
{
	return getcwd(buf, PATH_MAX);
}
