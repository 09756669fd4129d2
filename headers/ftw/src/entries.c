/* SPDX-License-Identifier: MIT */
#include "walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_dots(const char *name)
{
	return name[0] == '.' && (!name[1] || (name[1] == '.' && !name[2]));
}

/* Read all names and close the stream. */
static int read_all(struct entries *entries)
{
	size_t room = 0;
	const char *name;
	int error = 0;

	while (!error && (name = wildebeest_ftw_next(entries))) {
		size_t size = strlen(name) + 1;

		if (room - entries->size < size) {
			char *grown = realloc(entries->names, room = 2 * room + 1024);

			if (!grown) {
				error = ENOMEM;
				break;
			}
			entries->names = grown;
		}
		memcpy(entries->names + entries->size, name, size);
		entries->size += size;
	}
	closedir(entries->stream);
	entries->stream = NULL;
	if (error) {
		free(entries->names);
		errno = error;
		return -1;
	}
	return 0;
}

int wildebeest_ftw_open(struct walk *walk, struct entries *entries, int at,
			const char *name)
{
	int descriptor = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (descriptor < 0)
		return -1;
	*entries = (struct entries){.stream = fdopendir(descriptor)};
	if (!entries->stream) {
		close(descriptor);
		return -1;
	}
	if (walk->spare > 0) {
		walk->spare--;
		return 0;
	}
	return read_all(entries);
}

const char *wildebeest_ftw_next(struct entries *entries)
{
	struct dirent *entry;
	const char *name;

	if (!entries->stream) {
		if (entries->next >= entries->size)
			return NULL;
		name = entries->names + entries->next;
		entries->next += strlen(name) + 1;
		return name;
	}
	while ((entry = readdir(entries->stream)))
		if (!is_dots(entry->d_name))
			return entry->d_name;
	return NULL;
}

void wildebeest_ftw_close(struct walk *walk, struct entries *entries)
{
	int saved = errno;

	if (entries->stream) {
		closedir(entries->stream);
		walk->spare++;
	}
	free(entries->names);
	errno = saved;
}
