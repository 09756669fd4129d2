/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct list {
	struct dirent **entries;
	size_t used, size;
};

/* Adds a copy of entry; 0, or -1 with errno. */
static int add(struct list *list, const struct dirent *entry)
{
	if (list->used == list->size) {
		size_t size = list->size ? 2 * list->size : 16;
		struct dirent **grown = reallocarray(list->entries, size, sizeof *grown);

		if (!grown)
			return -1;
		list->entries = grown;
		list->size = size;
	}
	struct dirent *copy = malloc(entry->d_reclen);
	if (!copy)
		return -1;
	list->entries[list->used++] = memcpy(copy, entry, entry->d_reclen);
	return 0;
}

/* Reads all of directory; 0, or -1 with errno. The selector sees the caller's
 * errno kept from readdir's point of view: what it sets is not an error. */
static int collect(DIR *directory, struct list *list,
		   int (*selector)(const struct dirent *))
{
	struct dirent *entry;

	for (;;) {
		errno = 0;
		if (!(entry = readdir(directory)))
			return errno ? -1 : 0;
		if (selector && !selector(entry))
			continue;
		if (add(list, entry) || list->used > INT_MAX)
			return -1;
	}
}

int scandirat(int dirfd, const char *__restrict dir,
	      struct dirent ***__restrict namelist,
	      int (*selector)(const struct dirent *),
	      int (*compare)(const struct dirent **, const struct dirent **))
{
	struct list list = {0};
	int fd = openat(dirfd, dir, O_RDONLY | O_DIRECTORY | O_NONBLOCK | O_CLOEXEC);
	DIR *directory = fd < 0 ? NULL : fdopendir(fd);
	int caller = errno, failure = 0;

	if (!directory) {
		if (fd >= 0)
			close(fd);
		errno = caller;
		return -1;
	}
	if (collect(directory, &list, selector))
		failure = errno;
	closedir(directory);
	if (failure) {
		while (list.used)
			free(list.entries[--list.used]);
		free(list.entries);
		errno = failure;
		return -1;
	}
	if (compare && list.used)
		qsort(list.entries, list.used, sizeof *list.entries,
		      (int (*)(const void *, const void *))(void (*)(void))compare);
	errno = caller;
	*namelist = list.entries;
	return list.used;
}
