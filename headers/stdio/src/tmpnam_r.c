/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdio.h>

char *tmpnam_r(char s[L_tmpnam])
{
	return s ? tmpnam(s) : NULL;
}
