/* SPDX-License-Identifier: MIT */
#include "run.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void wildebeest_glob_join(char *path, const char *base, const char *name,
			  size_t size)
{
	size_t length = strlen(base);
	char *end = path;

	if (length) {
		end = mempcpy(path, base, length);
		if (strcmp(base, "/"))
			*end++ = '/';
	}
	end = mempcpy(end, name, size);
	*end = '\0';
}

int wildebeest_glob_add(struct paths *paths, const char *base,
			const char *name, size_t size)
{
	char *path;

	if (paths->count == paths->room) {
		size_t room = paths->room ? 2 * paths->room : 16;
		char **grown = reallocarray(paths->path, room, sizeof *grown);

		if (!grown)
			return GLOB_NOSPACE;
		paths->path = grown;
		paths->room = room;
	}
	path = malloc(JOINED_SIZE(base, size));
	if (!path)
		return GLOB_NOSPACE;
	wildebeest_glob_join(path, base, name, size);
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

/* How many bytes all paths begin with: those of their directory, mostly. */
static size_t shared(char *const *path, size_t count)
{
	size_t size = strlen(*path);

	for (size_t i = 1; i < count; i++) {
		size_t same = 0;

		while (same < size && path[i][same] == path[0][same])
			same++;
		size = same;
	}
	return size;
}

/* A path with its first bytes that are its own, which decide most comparisons:
 * musl's strcoll compares bytes, in any locale. */
struct keyed {
	uint64_t key;
	char *path;
};

static uint64_t key_of(const char *path)
{
	uint64_t key = 0;

	for (int i = 0; i < 8; i++) {
		key = key << 8 | (unsigned char)*path;
		path += *path != '\0';
	}
	return key;
}

static int not_after(const struct keyed *a, const struct keyed *b)
{
	return a->key == b->key ? strcoll(a->path, b->path) <= 0 : a->key < b->key;
}

/* One pass: merge runs of width from one array into the other. */
static void merge(const struct keyed *from, struct keyed *to, size_t count,
		  size_t width)
{
	for (size_t start = 0; start < count; start += 2 * width) {
		size_t left = start, right = start + width;
		size_t middle = right < count ? right : count;
		size_t end = right + width < count ? right + width : count;

		for (size_t at = start; at < end; at++)
			if (left < middle && (right >= end ||
					      not_after(&from[left], &from[right])))
				to[at] = from[left++];
			else
				to[at] = from[right++];
	}
}

/* Merge sort: musl's qsort is a smoothsort, and takes three times as long for
 * names. qsort is left for when there is no memory. */
void wildebeest_glob_sort(struct paths *paths, size_t first)
{
	enum { FEW = 256 };
	size_t count = paths->count - first, skipped;
	char **path = paths->path + first;
	struct keyed few[2 * FEW], *memory = few, *from, *to;

	if (count < 2)
		return;
	if (count > FEW)
		memory = reallocarray(NULL, count, 2 * sizeof *memory);
	if (!memory) {
		qsort(path, count, sizeof *path, by_name);
		return;
	}
	from = memory;
	to = from + count;
	skipped = shared(path, count);
	for (size_t i = 0; i < count; i++)
		from[i] = (struct keyed){key_of(path[i] + skipped), path[i]};
	for (size_t width = 1; width < count; width *= 2) {
		struct keyed *swap = from;

		merge(from, to, count, width);
		from = to;
		to = swap;
	}
	for (size_t i = 0; i < count; i++)
		path[i] = from[i].path;
	if (memory != few)
		free(memory);
}
