/* SPDX-License-Identifier: MIT */
#include <argz.h>

void argz_stringify(char *argz, size_t len, int sep)
{
	/* The last zero stays. */
	for (size_t i = 0; i + 1 < len; i++)
		if (!argz[i])
			argz[i] = (char)sep;
}
