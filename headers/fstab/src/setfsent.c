/* SPDX-License-Identifier: MIT */
#include "table.h"

int setfsent(void)
{
	return wildebeest_fstab_rewind();
}
