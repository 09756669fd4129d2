/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "walk.h"

size_t wildebeest_fts_prefix(const FTSENT *directory)
{
	size_t length = directory->fts_pathlen;

	if (length && directory->fts_path[length - 1] == '/')
		length--;
	return length;
}

static int open_directory(const FTS *fts, const FTSENT *directory)
{
	int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK;
	int fd;

	/* What was no link must not have become one. */
	if (has(fts, FTS_PHYSICAL) && !has(fts, FTS_LOGICAL) &&
	    directory->fts_level > FTS_ROOTLEVEL &&
	    !(directory->fts_flags & FTS_SYMFOLLOW))
		flags |= O_NOFOLLOW;
	fd = openat(AT_FDCWD, directory->fts_accpath, flags); /* musl's open sets FD_CLOEXEC twice */
	if (fd >= 0 && wildebeest_fts_check(directory, fd)) {
		close(fd);
		return -1;
	}
	return fd;
}

/* A directory that is read. musl's readdir fetches 2 KiB at a time, which makes
 * walks without stat half as fast as glibc's. */
struct reader {
	int fd;
	size_t at, end;
	_Alignas(struct dirent) char buffer[32768];
};

/* The next entry; NULL at the end, or with errno where it can't be read. Both
 * libcs' struct dirent is the kernel's linux_dirent64, getdents64(2). */
static const struct dirent *next_entry(struct reader *reader)
{
	const struct dirent *entry;
	long got;

	errno = 0;
	if (reader->at >= reader->end) {
		got = syscall(SYS_getdents64, reader->fd, reader->buffer, sizeof reader->buffer);
		if (got <= 0) {
			if (errno == ENOENT) /* removed meanwhile: that is its end */
				errno = 0;
			return NULL;
		}
		reader->at = 0;
		reader->end = (size_t)got;
	}
	entry = (const void *)(reader->buffer + reader->at);
	reader->at += entry->d_reclen;
	return entry;
}

static int is_wanted(const FTS *fts, const struct dirent *found)
{
	if (found->d_type == DT_WHT && !has(fts, FTS_WHITEOUT))
		return 0;
	return has(fts, FTS_SEEDOT) || (strcmp(found->d_name, ".") &&
					strcmp(found->d_name, ".."));
}

/* Fill in what fts_read returns about an entry. */
static void describe(FTS *fts, const FTSENT *directory, FTSENT *entry,
		     const struct dirent *found, int fd, int chdir_error)
{
	if (found->d_type == DT_WHT) {
		entry->fts_info = FTS_W;
	} else if (chdir_error) {
		entry->fts_info = FTS_NS;
		entry->fts_errno = chdir_error;
		entry->fts_accpath = directory->fts_accpath;
		return;
	} else if (has(fts, FTS_NOSTAT) && has(fts, FTS_PHYSICAL) &&
		   found->d_type != DT_DIR && found->d_type != DT_UNKNOWN) {
		entry->fts_info = FTS_NSOK;
	} else {
		entry->fts_info = (unsigned short)wildebeest_fts_stat(
			fts, entry, fd, found->d_name, 0);
	}
	entry->fts_accpath = changes_directory(fts) ? entry->fts_name
						    : entry->fts_path;
}

static FTSENT *fail(FTS *fts, FTSENT *directory, int fd, int error)
{
	close(fd);
	wildebeest_fts_free_children(directory);
	directory->fts_info = FTS_ERR;
	fts->fts_options |= FTS_STOP;
	errno = error;
	return NULL;
}

FTSENT *wildebeest_fts_list(FTS *fts, enum purpose purpose)
{
	FTSENT *directory = fts->fts_cur, *list = NULL, **end = &list;
	size_t prefix = wildebeest_fts_prefix(directory) + 1;
	struct reader reader;
	const struct dirent *found;
	int chdir_error = 0;

	reader.fd = open_directory(fts, directory);
	reader.at = reader.end = 0;
	if (reader.fd < 0) {
		if (purpose == FOR_READ) {
			directory->fts_info = FTS_DNR;
			directory->fts_errno = errno;
		}
		return NULL;
	}
	/* A directory that can be read and not entered has entries without
	 * stat information. */
	if (purpose != FOR_NAMES && changes_directory(fts) &&
	    fchdir(reader.fd)) {
		chdir_error = errno;
		if (purpose == FOR_READ)
			directory->fts_errno = errno;
		directory->fts_flags |= FTS_DONTCHDIR;
	}
	while ((found = next_entry(&reader))) {
		size_t length = strlen(found->d_name);
		FTSENT *entry;

		if (!is_wanted(fts, found))
			continue;
		entry = wildebeest_fts_entry(fts, directory, found->d_name, length);
		if (!entry || prefix + length >= PATH_ROOM)
			return fail(fts, directory, reader.fd,
				    entry ? ENAMETOOLONG : ENOMEM);
		entry->fts_pathlen = (unsigned short)(prefix + length);
		if (purpose == FOR_NAMES)
			entry->fts_info = FTS_NSOK;
		else
			describe(fts, directory, entry, found, reader.fd,
				 chdir_error);
		*end = entry;
		end = &entry->fts_link;
	}
	if (errno && purpose == FOR_READ)
		directory->fts_errno = errno; /* it was not read to its end */
	close(reader.fd);
	if (purpose == FOR_CHILDREN && changes_directory(fts) && !chdir_error &&
	    (directory->fts_level == FTS_ROOTLEVEL
		     ? fchdir(fts->fts_rfd)
		     : wildebeest_fts_enter(directory->fts_parent, ".."))) {
		directory->fts_info = FTS_ERR;
		fts->fts_options |= FTS_STOP;
		return NULL;
	}
	if (!list && purpose == FOR_READ) {
		directory->fts_info = FTS_DP;
	} else if (list && list->fts_link && fts->fts_compar) {
		list = wildebeest_fts_sort(fts, list);
	}
	return list;
}
