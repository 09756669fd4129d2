/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <stdlib.h>
#include <string.h>

int wildebeest_glob_add(struct paths *paths, const char *base,
			const char *name, size_t size)
{
	size_t length = strlen(base);
	char *path, *end;

	if (paths->count == paths->room) {
		size_t room = paths->room ? 2 * paths->room : 16;
		char **grown = reallocarray(paths->path, room, sizeof *grown);

		if (!grown)
			return GLOB_NOSPACE;
		paths->path = grown;
		paths->room = room;
	}
	path = malloc(length + size + 4);
	if (!path)
		return GLOB_NOSPACE;
	end = mempcpy(path, base, length);
	if (length && strcmp(base, "/"))
		*end++ = '/';
	end = mempcpy(end, name, size);
	*end = '\0';
	paths->path[paths->count++] = path;
	return 0;
}

void wildebeest_glob_free(struct paths *paths)
{
	for (size_t i = 0; i < paths->count; i++)
		free(paths->path[i]);
	free(paths->path);
	memset(paths, 0, sizeof *paths);
}

static int by_name(const void *a, const void *b)
{
	return strcoll(*(char *const *)a, *(char *const *)b);
}

/* Merge sort: musl's qsort is a smoothsort, and takes three times as long for
 * names. qsort is left for when there is no memory. */
void wildebeest_glob_sort(struct paths *paths, size_t first)
{
	size_t count = paths->count - first;
	char **from = paths->path + first, **to, **spare;

	if (count < 2)
		return;
	spare = reallocarray(NULL, count, sizeof *spare);
	if (!spare) {
		qsort(from, count, sizeof *from, by_name);
		return;
	}
	to = spare;
	for (size_t width = 1; width < count; width *= 2) {
		char **swap;

		for (size_t start = 0; start < count; start += 2 * width) {
			size_t left = start, right = start + width;
			size_t middle = right < count ? right : count;
			size_t end = right + width < count ? right + width : count;

			for (size_t at = start; at < end; at++)
				if (left < middle &&
				    (right >= end ||
				     strcoll(from[left], from[right]) <= 0))
					to[at] = from[left++];
				else
					to[at] = from[right++];
		}
		swap = from;
		from = to;
		to = swap;
	}
	if (from == spare)
		memcpy(paths->path + first, spare, count * sizeof *spare);
	free(spare);
}
