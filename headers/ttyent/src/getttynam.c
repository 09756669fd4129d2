/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <string.h>

struct ttyent *getttynam(const char *tty)
{
	struct ttyent *entry;

	setttyent();
	while ((entry = getttyent()) && strcmp(entry->ty_name, tty))
		;
	endttyent();
	return entry;
}
