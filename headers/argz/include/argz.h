/* SPDX-License-Identifier: MIT
 * argz.h: glibc's vectors of strings, a pointer and a length, each string with
 * its zero; musl has no header of this name.
 */
#ifndef WILDEBEEST_ARGZ_ARGZ_H
#define WILDEBEEST_ARGZ_ARGZ_H

#include <errno.h>
#include <features.h>
#include <string.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

#ifndef __error_t_defined
#define __error_t_defined 1
typedef int error_t;
#endif

/* Those that return error_t return 0, or ENOMEM with the vector as it was. */
extern error_t argz_create(char *const argv[], char **__restrict argz,
			   size_t *__restrict len) __THROW;
extern error_t argz_create_sep(const char *__restrict string, int sep,
			       char **__restrict argz, size_t *__restrict len)
	__THROW;
extern size_t argz_count(const char *argz, size_t len) __THROW
	__attribute_pure__;
extern void argz_extract(const char *__restrict argz, size_t len,
			 char **__restrict argv) __THROW;
extern void argz_stringify(char *argz, size_t len, int sep) __THROW;
extern error_t argz_append(char **__restrict argz, size_t *__restrict argz_len,
			   const char *__restrict buf, size_t buf_len) __THROW;
extern error_t argz_add(char **__restrict argz, size_t *__restrict argz_len,
			const char *__restrict str) __THROW;
extern error_t argz_add_sep(char **__restrict argz, size_t *__restrict argz_len,
			    const char *__restrict string, int delim) __THROW;
extern void argz_delete(char **__restrict argz, size_t *__restrict argz_len,
			char *__restrict entry) __THROW;
/* EINVAL where before is not in the vector. */
extern error_t argz_insert(char **__restrict argz, size_t *__restrict argz_len,
			   char *__restrict before,
			   const char *__restrict entry) __THROW;
extern error_t argz_replace(char **__restrict argz, size_t *__restrict argz_len,
			    const char *__restrict str,
			    const char *__restrict with,
			    unsigned int *__restrict replace_count);
extern char *argz_next(const char *__restrict argz, size_t argz_len,
		       const char *__restrict entry) __THROW;

__END_DECLS

#endif
