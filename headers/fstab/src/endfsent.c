/* SPDX-License-Identifier: MIT */
#include "table.h"

void endfsent(void)
{
	wildebeest_fstab_close();
}
