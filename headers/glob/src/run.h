/* SPDX-License-Identifier: MIT
 * run.h: one call of glob, and what its parts offer each other. Functions that
 * return int return 0 or a GLOB_ error.
 */
#ifndef WILDEBEEST_GLOB_RUN_H
#define WILDEBEEST_GLOB_RUN_H

#define _GNU_SOURCE
#include <glob.h>
#include <stddef.h>

/* Paths, each from malloc, with room for two more bytes: GLOB_MARK's '/', or
 * "./" before it. */
struct paths {
	char **path;
	size_t count, room;
};

struct run {
	int (*errfunc)(const char *, int);
	const glob_t *functions; /* the caller's, under GLOB_ALTDIRFUNC */
	struct paths found;
	int flags; /* what gl_flags becomes */
};

/* What a component of a pattern asks for: nothing but its name, a look into
 * the directory, or, where it is only a directory's name, unquoting. */
enum magic { PLAIN = 0, WILD = 1, QUOTED = 2, BRACKET = 4 };

/* Which of the above pattern[0..size) has; several may be set. */
int wildebeest_glob_magic(const char *pattern, size_t size, int quote);

/* What base "/" name[0..size) takes, with the two bytes that exists() adds. */
#define JOINED_SIZE(base, size) (strlen(base) + (size) + 4)
void wildebeest_glob_join(char *path, const char *base, const char *name,
			  size_t size);
/* Add base "/" name[0..size), taking size bytes of quoted text literally. */
int wildebeest_glob_add(struct paths *paths, const char *base,
			const char *name, size_t size);
void wildebeest_glob_free(struct paths *paths);
/* Sort the paths from first on by strcoll. */
void wildebeest_glob_sort(struct paths *paths, size_t first);

/* Add what pattern[0..size), one component, matches in directory. base is
 * directory as the paths have it: "" for the current one. *flags gets
 * GLOB_MAGCHAR, or GLOB_NOCHECK where a plain name exists. */
int wildebeest_glob_directory(const struct run *run, struct paths *paths,
			      const char *base, const char *pattern,
			      size_t size, int *flags);

/* Whether path, followed through links, is a directory. */
int wildebeest_glob_is_directory(const struct run *run, const char *path,
				 int flags);

/* Replace the "~" or "~user" of a pattern: *home gets its directory, from
 * malloc; NULL when the pattern has none or it is unknown. The size of the
 * replaced part goes to *size. GLOB_NOMATCH under GLOB_TILDE_CHECK. */
int wildebeest_glob_tilde(const char *pattern, int flags, char **home,
			  size_t *size);

/* Expand a pattern without braces. */
int wildebeest_glob_expand(struct run *run, const char *pattern, int flags);

/* Expand a pattern with them. */
int wildebeest_glob_braces(struct run *run, const char *pattern, int flags);

#endif
