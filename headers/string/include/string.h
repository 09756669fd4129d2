/* SPDX-License-Identifier: MIT
 * string.h: what glibc's header of this name has and musl's lacks, and GNU's
 * basename and strerror_r under _GNU_SOURCE in place of POSIX's.
 */
#ifndef WILDEBEEST_STRING_STRING_H
#define WILDEBEEST_STRING_STRING_H

#include <features.h>
#include <sys/cdefs.h>

/* GNU's strerror_r has another type, so musl's declaration steps aside. So does its
 * basename of before 1.2.5, which has no parameters in C23. */
#ifdef _GNU_SOURCE
#pragma push_macro("strerror_r")
#pragma push_macro("basename")
#undef strerror_r
#undef basename
#define strerror_r __wildebeest_posix_strerror_r
#define basename __wildebeest_musl_basename
#include_next <string.h>
#pragma pop_macro("basename")
#pragma pop_macro("strerror_r")
#else
#include_next <string.h>
#endif

__BEGIN_DECLS

extern char *__REDIRECT_NTH(__strtok_r,
			    (char *__restrict, const char *__restrict,
			     char **__restrict), strtok_r);

#if defined _GNU_SOURCE || defined _BSD_SOURCE || defined _XOPEN_SOURCE || \
	(defined _POSIX_C_SOURCE && _POSIX_C_SOURCE >= 200809L)
extern char *__REDIRECT_NTH(__stpcpy,
			    (char *__restrict, const char *__restrict),
			    stpcpy);
extern char *__REDIRECT_NTH(__stpncpy,
			    (char *__restrict, const char *__restrict, size_t),
			    stpncpy);
#endif

#ifdef _GNU_SOURCE
extern char *__REDIRECT_NTH(strerror_r, (int errnum, char *buf, size_t buflen),
			    wildebeest_strerror_r);
extern const char *sigabbrev_np(int sig) __THROW;
extern const char *sigdescr_np(int sig) __THROW;
extern void *__REDIRECT_NTH(__mempcpy,
			    (void *__restrict, const void *__restrict, size_t),
			    mempcpy);
extern char *strfry(char *string) __THROW;
extern void *memfrob(void *s, size_t n) __THROW;

#ifdef __cplusplus
/* As glibc gives them to C++: const in, const out. */
extern "C++" void *__REDIRECT_NTH(rawmemchr, (void *s, int c), rawmemchr)
	__attribute_pure__;
extern "C++" const void *__REDIRECT_NTH(rawmemchr, (const void *s, int c),
					rawmemchr) __attribute_pure__;
#ifndef basename
extern "C++" char *__REDIRECT_NTH(basename, (char *filename),
				  wildebeest_basename);
extern "C++" const char *__REDIRECT_NTH(basename, (const char *filename),
					wildebeest_basename);
#endif
#else
extern void *rawmemchr(const void *s, int c) __attribute_pure__;
#ifndef basename
extern char *__REDIRECT_NTH(basename, (const char *filename),
			    wildebeest_basename);
#endif
#endif

/* The copy lives in the caller's frame, so this can only be a macro. */
#ifndef strndupa
#define strndupa(s, n) \
	(__extension__({ \
		const char *__wildebeest_from = (s); \
		size_t __wildebeest_size = \
			strnlen(__wildebeest_from, (n)); \
		char *__wildebeest_copy = \
			(char *)__builtin_alloca(__wildebeest_size + 1); \
		__wildebeest_copy[__wildebeest_size] = '\0'; \
		(char *)memcpy(__wildebeest_copy, __wildebeest_from, \
			       __wildebeest_size); \
	}))
#endif
#endif

#ifdef _GNU_SOURCE
/* ISO C23: memset that stays where nobody reads the bytes. */
extern void *memset_explicit(void *bytes, int value, size_t size);
#endif

__END_DECLS

#endif
