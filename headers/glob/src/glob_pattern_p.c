/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "run.h"

int glob_pattern_p(const char *pattern, int quote)
{
	return wildebeest_glob_magic(pattern, strlen(pattern), quote) & WILD;
}
