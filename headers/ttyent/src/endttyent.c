/* SPDX-License-Identifier: MIT */
#include "table.h"

int endttyent(void)
{
	int failed = wildebeest_ttys && fclose(wildebeest_ttys);

	wildebeest_ttys = NULL;
	return !failed;
}
