/* SPDX-License-Identifier: MIT
 * sys/stat.h: statx(2). The structure and constants are the kernel's, as with
 * glibc. musl has its own from 1.2.5 on, which clash with linux/stat.h and have no
 * STATX_ATTR_ before 1.2.6; they are read under other names.
 */
#ifndef WILDEBEEST_LINUX_SYS_STAT_H
#define statx wildebeest_musl_statx
#define statx_timestamp wildebeest_musl_statx_timestamp
#include_next <sys/stat.h>
#undef statx
#undef statx_timestamp
#else
#include_next <sys/stat.h>
#endif

#ifndef WILDEBEEST_LINUX_SYS_STAT_H
#define WILDEBEEST_LINUX_SYS_STAT_H

#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
#include <bits/wildebeest_statx.h>
#include <linux/stat.h>

__BEGIN_DECLS

struct statx;
extern int statx(int dirfd, const char *__restrict path, int flags, unsigned mask,
		 struct statx *__restrict buf) __THROW __nonnull((2, 5));

__END_DECLS
#endif

#endif
