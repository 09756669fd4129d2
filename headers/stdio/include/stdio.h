/* SPDX-License-Identifier: MIT
 * stdio.h: what glibc's header of this name has and musl's has not.
 */
#include_next <stdio.h>

#ifndef WILDEBEEST_STDIO_STDIO_H
#define WILDEBEEST_STDIO_STDIO_H

#include <features.h>
#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
#ifndef SEEK_DATA
#define SEEK_DATA 3
#define SEEK_HOLE 4
#endif
#endif

#if defined _GNU_SOURCE || defined _BSD_SOURCE
__BEGIN_DECLS

/* tmpnam(3): tmpnam, but NULL for NULL. */
extern char *tmpnam_r(char s[L_tmpnam]) __THROW;

__END_DECLS
#endif

#endif
