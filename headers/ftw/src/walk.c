/* SPDX-License-Identifier: MIT */
#include "walk.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int object(struct walk *walk, const struct entries *parent, int at,
		  const char *name);

static int call(struct walk *walk, const struct stat *status, int type)
{
	struct FTW place = walk->place;

	if (walk->simple)
		return walk->simple(walk->path, status,
				    type == FTW_SLN ? FTW_NS : type);
	return walk->function(walk->path, status, type, &place);
}

/* Whether the callback answered, where it may, with this action. */
static int action(const struct walk *walk, int answer, int wanted)
{
	return walk->flags & FTW_ACTIONRETVAL && answer == wanted;
}

/* Append "/name" to the path. Returns its length before, or -1. */
static ssize_t enter(struct walk *walk, const char *name)
{
	size_t length = strlen(walk->path), size = strlen(name), end = length;

	if (walk->room - length < size + 2) {
		size_t room = 2 * walk->room + size + 2;
		char *grown = realloc(walk->path, room);

		if (!grown)
			return -1;
		walk->path = grown;
		walk->room = room;
	}
	if (end && walk->path[end - 1] != '/')
		walk->path[end++] = '/';
	memcpy(walk->path + end, name, size + 1);
	walk->place.base = (int)end;
	return (ssize_t)length;
}

/* Go to the directory that the path is in: parent, or that of the start. */
static int go_back(const struct walk *walk, const struct entries *parent)
{
	char last = walk->path[walk->place.base];
	int failed;

	if (parent && parent->stream)
		return fchdir(dirfd(parent->stream));
	if (fchdir(walk->start))
		return -1;
	if (!walk->place.base)
		return 0;
	walk->path[walk->place.base] = '\0';
	failed = chdir(walk->path);
	walk->path[walk->place.base] = last;
	return failed;
}

/* Go through the entries of the directory that the path names. */
static int contents(struct walk *walk, const struct entries *entries)
{
	int base = walk->place.base, result = 0, at = AT_FDCWD;
	struct entries *reading = (struct entries *)entries;
	const char *name;

	/* Names are relative to the stream, or to where FTW_CHDIR went. */
	if (!(walk->flags & FTW_CHDIR) && entries->stream)
		at = dirfd(entries->stream);
	walk->place.level++;
	errno = 0;
	while (!result && (name = wildebeest_ftw_next(reading))) {
		ssize_t length = enter(walk, name);

		if (length < 0) {
			result = -1;
			break;
		}
		name = walk->path;
		if (walk->flags & FTW_CHDIR || entries->stream)
			name += walk->place.base;
		result = object(walk, entries, at, name);
		walk->path[length] = '\0';
		if (action(walk, result, FTW_SKIP_SUBTREE))
			result = 0;
	}
	walk->place.level--;
	walk->place.base = base;
	return action(walk, result, FTW_SKIP_SIBLINGS) ? 0 : result;
}

static int directory(struct walk *walk, const struct entries *parent, int at,
		     const char *name, const struct stat *status)
{
	struct entries entries;
	int result = 0;

	if (wildebeest_ftw_open(walk, &entries, at, name))
		return errno == EACCES ? call(walk, status, FTW_DNR) : -1;
	if (!(walk->flags & FTW_DEPTH))
		result = call(walk, status, FTW_D);
	if (!result && walk->flags & FTW_CHDIR)
		result = entries.stream ? fchdir(dirfd(entries.stream)) : chdir(name);
	if (!result) {
		result = contents(walk, &entries);
		/* Observed on glibc 2.36: still in the directory itself. */
		if (!result && walk->flags & FTW_DEPTH)
			result = call(walk, status, FTW_DP);
		if (walk->flags & FTW_CHDIR && go_back(walk, parent) && !result)
			result = -1;
	}
	wildebeest_ftw_close(walk, &entries);
	return result;
}

static int object(struct walk *walk, const struct entries *parent, int at,
		  const char *name)
{
	int follow = !(walk->flags & FTW_PHYS), type = FTW_F;
	struct stat status;

	if (fstatat(at, name, &status, follow ? 0 : AT_SYMLINK_NOFOLLOW)) {
		/* Observed on glibc 2.36: other errors end the walk, and so
		 * does any for the start that is no link to nowhere. */
		if (errno != EACCES && errno != ENOENT)
			return -1;
		if (follow && !fstatat(at, name, &status, AT_SYMLINK_NOFOLLOW) &&
		    S_ISLNK(status.st_mode))
			type = FTW_SLN;
		else if (parent)
			type = FTW_NS;
		else
			return -1;
	} else if (S_ISLNK(status.st_mode)) {
		type = FTW_SL;
	}
	if (!parent)
		walk->device = status.st_dev;
	if (type == FTW_NS)
		return call(walk, &status, type);
	if (walk->flags & FTW_MOUNT && status.st_dev != walk->device)
		return 0;
	if (type != FTW_F || !S_ISDIR(status.st_mode))
		return call(walk, &status, type);
	if (follow) {
		int new = wildebeest_ftw_see(&walk->seen, status.st_dev,
					     status.st_ino);

		if (new < 1)
			return new;
	}
	return directory(walk, parent, at, name, &status);
}

/* The path without the '/' at its end, and where its last name begins. */
static int begin(struct walk *walk, const char *path)
{
	size_t length = strlen(path);

	while (length > 1 && path[length - 1] == '/')
		length--;
	walk->room = length + 256;
	walk->path = malloc(walk->room);
	if (!walk->path)
		return -1;
	memcpy(walk->path, path, length);
	walk->path[length] = '\0';
	while (length > 0 && walk->path[length - 1] != '/')
		length--;
	walk->place.base = (int)length;
	if (!(walk->flags & FTW_CHDIR))
		return 0;
	walk->start = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	return walk->start < 0 ? -1 : go_back(walk, NULL);
}

int wildebeest_ftw_walk(struct walk *walk, const char *dir)
{
	int result, error;

	walk->start = -1;

	if (!*dir) {
		errno = ENOENT;
		return -1;
	}
	result = begin(walk, dir);
	if (!result) {
		const char *last = walk->path + walk->place.base;

		/* "/" has nothing behind its last '/'. */
		result = object(walk, NULL, AT_FDCWD,
				walk->flags & FTW_CHDIR && *last ? last : walk->path);
	}
	if (action(walk, result, FTW_SKIP_SUBTREE) ||
	    action(walk, result, FTW_SKIP_SIBLINGS))
		result = 0;
	error = errno;
	if (walk->start >= 0) {
		if (fchdir(walk->start) && !result) {
			error = errno;
			result = -1;
		}
		close(walk->start);
	}
	free(walk->path);
	free(walk->seen.table);
	errno = error;
	return result;
}
