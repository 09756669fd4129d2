/* SPDX-License-Identifier: MIT
 * glob.h: in place of musl's, whose glob_t has no room for the directory
 * functions of GLOB_ALTDIRFUNC.
 */
#ifndef WILDEBEEST_GLOB_GLOB_H
#define WILDEBEEST_GLOB_GLOB_H
#define _GLOB_H

#include <features.h>
#include <sys/cdefs.h>

#define __need_size_t
#include <stddef.h>
#undef __need_size_t

#define GLOB_ERR (1 << 0)
#define GLOB_MARK (1 << 1)
#define GLOB_NOSORT (1 << 2)
#define GLOB_DOOFFS (1 << 3)
#define GLOB_NOCHECK (1 << 4)
#define GLOB_APPEND (1 << 5)
#define GLOB_NOESCAPE (1 << 6)
#define GLOB_PERIOD (1 << 7)
#if defined _GNU_SOURCE || defined _BSD_SOURCE
#define GLOB_MAGCHAR (1 << 8)
#define GLOB_ALTDIRFUNC (1 << 9)
#define GLOB_BRACE (1 << 10)
#define GLOB_NOMAGIC (1 << 11)
#define GLOB_TILDE (1 << 12)
#define GLOB_ONLYDIR (1 << 13)
#define GLOB_TILDE_CHECK (1 << 14)
#endif

#define GLOB_NOSPACE 1
#define GLOB_ABORTED 2
#define GLOB_NOMATCH 3
#define GLOB_NOSYS 4
#ifdef _GNU_SOURCE
#define GLOB_ABEND GLOB_ABORTED
struct dirent;
struct stat;
#endif

typedef struct {
	size_t gl_pathc;
	char **gl_pathv;
	size_t gl_offs;
	int gl_flags;
	/* Used under GLOB_ALTDIRFUNC. */
	void (*gl_closedir)(void *);
#ifdef _GNU_SOURCE
	struct dirent *(*gl_readdir)(void *);
#else
	void *(*gl_readdir)(void *);
#endif
	void *(*gl_opendir)(const char *);
#ifdef _GNU_SOURCE
	int (*gl_lstat)(const char *__restrict, struct stat *__restrict);
	int (*gl_stat)(const char *__restrict, struct stat *__restrict);
#else
	int (*gl_lstat)(const char *__restrict, void *__restrict);
	int (*gl_stat)(const char *__restrict, void *__restrict);
#endif
} glob_t;

__BEGIN_DECLS

extern int __REDIRECT(glob,
		      (const char *__restrict pattern, int flags,
		       int (*errfunc)(const char *, int),
		       glob_t *__restrict pglob),
		      wildebeest_glob);
extern void __REDIRECT_NTH(globfree, (glob_t *pglob), wildebeest_globfree);

#if defined _GNU_SOURCE || defined _LARGEFILE64_SOURCE
typedef glob_t glob64_t;
extern int __REDIRECT(glob64,
		      (const char *__restrict pattern, int flags,
		       int (*errfunc)(const char *, int),
		       glob64_t *__restrict pglob),
		      wildebeest_glob);
extern void __REDIRECT_NTH(globfree64, (glob64_t *pglob), wildebeest_globfree);
#endif

#ifdef _GNU_SOURCE
extern int glob_pattern_p(const char *pattern, int quote) __THROW;
#endif

__END_DECLS

#endif
