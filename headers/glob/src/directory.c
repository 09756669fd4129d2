/* SPDX-License-Identifier: MIT */
#include "reader.h"

#include <errno.h>
#include <fnmatch.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int wildebeest_glob_is_directory(const struct run *run, const char *path,
				 int flags)
{
	struct stat status;
	int failed = flags & GLOB_ALTDIRFUNC ? run->functions->gl_stat(path, &status)
					     : stat(path, &status);

	return !failed && S_ISDIR(status.st_mode);
}

/* Whether there is a path, which has room for two more bytes. Observed on glibc
 * 2.36: gl_lstat gets "./name" for a name in the current directory. */
static int exists(const struct run *run, char *path, int here, int flags)
{
	struct stat status;
	int failed;

	if (!(flags & GLOB_ALTDIRFUNC))
		return !lstat(path, &status);
	if (!here)
		return !run->functions->gl_lstat(path, &status);
	memmove(path + 2, path, strlen(path) + 1);
	memcpy(path, "./", 2);
	failed = run->functions->gl_lstat(path, &status);
	memmove(path, path + 2, strlen(path) - 1);
	return !failed;
}

/* Remove the last path again, unless it is a directory. */
static void only_directory(const struct run *run, struct paths *paths, int flags)
{
	if (!wildebeest_glob_is_directory(run, paths->path[paths->count - 1], flags))
		free(paths->path[--paths->count]);
}

static int plain(const struct run *run, struct paths *paths, const char *base,
		 const char *name, size_t size, int *flags)
{
	int known = *flags & GLOB_NOCHECK, failed;
	char few[256];

	/* Most alternatives of braces do not exist: no memory for those. */
	if (!known && JOINED_SIZE(base, size) <= sizeof few) {
		wildebeest_glob_join(few, base, name, size);
		if (!exists(run, few, !*base, *flags))
			return 0;
		known = 1;
	}
	failed = wildebeest_glob_add(paths, base, name, size);
	if (failed)
		return failed;
	if (known ||
	    exists(run, paths->path[paths->count - 1], !*base, *flags))
		*flags |= GLOB_NOCHECK;
	else
		free(paths->path[--paths->count]);
	return 0;
}

static int unreadable(const struct run *run, const char *directory, int flags)
{
	/* Observed on glibc 2.36: what is no directory is no error. */
	if (errno == ENOTDIR)
		return 0;
	if ((run->errfunc && run->errfunc(directory, errno)) || flags & GLOB_ERR)
		return GLOB_ABORTED;
	return 0;
}

static int look(const struct run *run, struct reader *reader, struct paths *paths,
		const char *base, const char *pattern, int flags)
{
	int match = (flags & GLOB_NOESCAPE ? FNM_NOESCAPE : 0) |
		    (flags & GLOB_PERIOD ? 0 : FNM_PERIOD);
	const struct dirent *entry;
	int failed = 0;

	while (!failed && (entry = wildebeest_glob_next(reader))) {
		int unsure = entry->d_type == DT_LNK || entry->d_type == DT_UNKNOWN;

		if (flags & GLOB_ONLYDIR && !unsure && entry->d_type != DT_DIR)
			continue;
		if (fnmatch(pattern, entry->d_name, match))
			continue;
		failed = wildebeest_glob_add(paths, base, entry->d_name,
					     strlen(entry->d_name));
		if (!failed && flags & GLOB_ONLYDIR && unsure)
			only_directory(run, paths, flags);
	}
	return failed;
}

int wildebeest_glob_directory(const struct run *run, struct paths *paths,
			      const char *base, const char *pattern,
			      size_t size, int *flags)
{
	const char *directory = *base ? base : ".";
	struct reader reader;
	char *component;
	int failed;

	if (!wildebeest_glob_magic(pattern, size, !(*flags & GLOB_NOESCAPE)))
		return plain(run, paths, base, pattern, size, flags);
	if (!wildebeest_glob_open(&reader, run, directory, *flags))
		return unreadable(run, directory, *flags);
	*flags |= GLOB_MAGCHAR;
	component = strndup(pattern, size);
	failed = component ? look(run, &reader, paths, base, component, *flags)
			   : GLOB_NOSPACE;
	free(component);
	wildebeest_glob_close(&reader);
	return failed;
}
