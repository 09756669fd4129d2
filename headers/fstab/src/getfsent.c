/* SPDX-License-Identifier: MIT */
#include "table.h"

struct fstab *getfsent(void)
{
	return wildebeest_fstab_next();
}
