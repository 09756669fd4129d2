/* SPDX-License-Identifier: MIT */
#include "table.h"

FILE *wildebeest_ttys;

int setttyent(void)
{
	if (wildebeest_ttys)
		rewind(wildebeest_ttys);
	else
		wildebeest_ttys = fopen(_PATH_TTYS, "re");
	return wildebeest_ttys != NULL;
}
