/* SPDX-License-Identifier: MIT */
#include "record.h"

#include <string.h>

int wildebeest_accounts_is_plain(const char *text, const char *separators)
{
	return !text || !strpbrk(text, separators);
}

int wildebeest_accounts_are_plain(char *const *list)
{
	for (; list && *list; list++)
		if (!wildebeest_accounts_is_plain(*list, ",:\n"))
			return 0;
	return 1;
}

int wildebeest_accounts_put_list(char *const *list, FILE *stream)
{
	for (char *const *at = list; at && *at; at++)
		if (fprintf(stream, at == list ? "%s" : ",%s", *at) < 0)
			return -1;
	return 0;
}
