/* SPDX-License-Identifier: MIT
 * dirent.h: getdents64(2), scandirat(3) and getdirentries(3). musl defines
 * getdents64 to its getdents, which has another prototype.
 */
#include_next <dirent.h>

#ifndef WILDEBEEST_LINUX_DIRENT_H
#define WILDEBEEST_LINUX_DIRENT_H

#include <sys/cdefs.h>
#include <sys/types.h>

__BEGIN_DECLS

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
extern ssize_t getdirentries(int fd, char *__restrict buf, size_t nbytes,
			     off_t *__restrict basep) __nonnull((2, 4));
#endif

#ifdef _GNU_SOURCE
#undef getdents64
extern ssize_t getdents64(int fd, void *buffer, size_t length) __nonnull((2));
extern int scandirat(int dirfd, const char *__restrict dir,
		     struct dirent ***__restrict namelist,
		     int (*selector)(const struct dirent *),
		     int (*compare)(const struct dirent **, const struct dirent **))
	__nonnull((2, 3));
#define scandirat64 scandirat
#define getdirentries64 getdirentries
#endif

__END_DECLS

#endif
