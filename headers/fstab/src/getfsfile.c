/* SPDX-License-Identifier: MIT */
#include "table.h"

#include <string.h>

struct fstab *getfsfile(const char *name)
{
	struct fstab *entry;

	if (!wildebeest_fstab_rewind())
		return NULL;
	while ((entry = wildebeest_fstab_next()))
		if (!strcmp(entry->fs_file, name))
			return entry;
	return NULL;
}
