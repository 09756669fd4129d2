/* SPDX-License-Identifier: MIT
 * unistd.h: what glibc's header of this name has and musl's lacks.
 */
#include_next <unistd.h>

#ifndef WILDEBEEST_LINUX_UNISTD_H
#define WILDEBEEST_LINUX_UNISTD_H

#include <sys/cdefs.h>

__BEGIN_DECLS

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
extern void closefrom(int lowfd);
#endif

#ifdef _GNU_SOURCE
#include <linux/close_range.h>
extern int close_range(unsigned first, unsigned last, int flags);
extern int execveat(int dirfd, const char *path, char *const argv[],
		    char *const envp[], int flags) __nonnull((2, 3));
#endif

__END_DECLS

#endif
