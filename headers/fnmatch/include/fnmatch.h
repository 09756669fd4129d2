/* SPDX-License-Identifier: MIT
 * fnmatch.h: FNM_EXTMATCH, which glibc has under _GNU_SOURCE, and a fnmatch
 * that knows it.
 */
#include_next <fnmatch.h>

#ifndef WILDEBEEST_FNMATCH_FNMATCH_H
#define WILDEBEEST_FNMATCH_FNMATCH_H

#include <features.h>
#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
#define FNM_EXTMATCH (1 << 5)

__BEGIN_DECLS

extern int __REDIRECT(fnmatch,
		      (const char *pattern, const char *string, int flags),
		      wildebeest_fnmatch);

__END_DECLS
#endif

#endif
