/* SPDX-License-Identifier: MIT */
#include <argz.h>

char *argz_next(const char *__restrict argz, size_t argz_len,
		const char *__restrict entry)
{
	if (!entry)
		return argz_len ? (char *)argz : NULL;
	if (entry < argz + argz_len)
		entry += strlen(entry) + 1;
	return entry < argz + argz_len ? (char *)entry : NULL;
}
