/* SPDX-License-Identifier: MIT
 * _dl_find_object for programs of musl that are linked with the unwinder of a
 * gcc for glibc, which asks it for the tables of an address: see "Dynamic Linker
 * Introspection" in glibc's manual, and its dlfcn.h for the structure.
 */
#define _GNU_SOURCE
#include <link.h>
#include <stddef.h>
#include <stdint.h>

struct dl_find_object {
	unsigned long long dlfo_flags;
	void *dlfo_map_start, *dlfo_map_end;
	struct link_map *dlfo_link_map;
	void *dlfo_eh_frame;
	unsigned long long reserved[7];
};

struct question {
	uintptr_t address;
	struct dl_find_object *answer;
};

static int object(struct dl_phdr_info *info, size_t size, void *data)
{
	const struct question *question = data;
	void *tables = NULL;
	int found = 0;

	(void)size;
	for (int i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *header = &info->dlpi_phdr[i];
		uintptr_t start = info->dlpi_addr + header->p_vaddr;

		if (header->p_type == PT_GNU_EH_FRAME)
			tables = (void *)start;
		if (header->p_type != PT_LOAD || question->address - start >= header->p_memsz)
			continue;
		question->answer->dlfo_map_start = (void *)start;
		question->answer->dlfo_map_end = (void *)(start + header->p_memsz);
		found = 1;
	}
	question->answer->dlfo_eh_frame = tables;
	return found && tables;
}

int _dl_find_object(void *address, struct dl_find_object *answer);
int _dl_find_object(void *address, struct dl_find_object *answer)
{
	struct question question = {(uintptr_t)address, answer};

	*answer = (struct dl_find_object){0};
	return dl_iterate_phdr(object, &question) ? 0 : -1;
}
