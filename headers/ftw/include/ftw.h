/* SPDX-License-Identifier: MIT
 * ftw.h: FTW_ACTIONRETVAL, which glibc has under _GNU_SOURCE, and a nftw that
 * knows it, and FTW_CHDIR too, which musl's does not do. ftw follows links, as
 * glibc's does.
 */
#include_next <ftw.h>

#ifndef WILDEBEEST_FTW_FTW_H
#define WILDEBEEST_FTW_FTW_H

#include <features.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

typedef int (*__ftw_func_t)(const char *, const struct stat *, int);
typedef int (*__nftw_func_t)(const char *, const struct stat *, int,
			     struct FTW *);

#ifdef _GNU_SOURCE
#define FTW_ACTIONRETVAL 16
/* What the callback returns under it. */
#define FTW_CONTINUE 0
#define FTW_STOP 1
#define FTW_SKIP_SUBTREE 2
#define FTW_SKIP_SIBLINGS 3
#endif

extern int __REDIRECT(ftw,
		      (const char *dir, __ftw_func_t func, int descriptors),
		      wildebeest_ftw);
extern int __REDIRECT(nftw,
		      (const char *dir, __nftw_func_t func, int descriptors,
		       int flags),
		      wildebeest_nftw);

__END_DECLS

#endif
