/* SPDX-License-Identifier: MIT
 * stdio.h: renameat2(2).
 */
#include_next <stdio.h>

#ifndef WILDEBEEST_LINUX_STDIO_H
#define WILDEBEEST_LINUX_STDIO_H

#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
__BEGIN_DECLS

#ifndef RENAME_NOREPLACE
#define RENAME_NOREPLACE (1 << 0)
#define RENAME_EXCHANGE (1 << 1)
#define RENAME_WHITEOUT (1 << 2)
#endif
extern int renameat2(int olddirfd, const char *oldpath, int newdirfd,
		     const char *newpath, unsigned flags);

__END_DECLS
#endif

#endif
