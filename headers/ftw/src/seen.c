/* SPDX-License-Identifier: MIT */
#include "walk.h"

#include <stdlib.h>

static size_t slot(const struct seen *seen, dev_t device, ino_t inode)
{
	uint64_t hash = ((uint64_t)inode ^ (uint64_t)device << 40) *
			UINT64_C(0x9e3779b97f4a7c15);
	size_t at = (hash >> 20) & (seen->size - 1);

	while (seen->table[at].inode && (seen->table[at].inode != inode ||
					 seen->table[at].device != device))
		at = (at + 1) & (seen->size - 1);
	return at;
}

static int grow(struct seen *seen)
{
	struct seen larger = {NULL, seen->size ? 2 * seen->size : 256, seen->count};

	larger.table = calloc(larger.size, sizeof *larger.table);
	if (!larger.table)
		return -1;
	for (size_t i = 0; i < seen->size; i++) {
		struct identity *old = &seen->table[i];

		if (old->inode)
			larger.table[slot(&larger, old->device, old->inode)] = *old;
	}
	free(seen->table);
	*seen = larger;
	return 0;
}

int wildebeest_ftw_see(struct seen *seen, dev_t device, ino_t inode)
{
	struct identity *entry;

	if (seen->count * 2 >= seen->size && grow(seen))
		return -1;
	entry = &seen->table[slot(seen, device, inode)];
	if (entry->inode || !inode)
		return !inode;
	*entry = (struct identity){device, inode};
	seen->count++;
	return 1;
}
