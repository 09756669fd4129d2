/* SPDX-License-Identifier: MIT
 * sys/stat.h: statx(2). The structure and constants are the kernel's.
 */
#include_next <sys/stat.h>

#ifndef WILDEBEEST_LINUX_SYS_STAT_H
#define WILDEBEEST_LINUX_SYS_STAT_H

#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
#ifndef STATX_TYPE
#include <linux/stat.h>
#endif

__BEGIN_DECLS

extern int statx(int dirfd, const char *__restrict path, int flags, unsigned mask,
		 struct statx *__restrict buf) __THROW __nonnull((2, 5));

__END_DECLS
#endif

#endif
