/* SPDX-License-Identifier: MIT
 * envz.h: glibc's argz vectors of "name=value", or "name" without a value; musl
 * has no header of this name.
 */
#ifndef WILDEBEEST_ENVZ_ENVZ_H
#define WILDEBEEST_ENVZ_ENVZ_H

#include <argz.h>
#include <errno.h>
#include <features.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

extern char *envz_entry(const char *__restrict envz, size_t envz_len,
			const char *__restrict name) __THROW __attribute_pure__;
extern char *envz_get(const char *__restrict envz, size_t envz_len,
		      const char *__restrict name) __THROW __attribute_pure__;
extern error_t envz_add(char **__restrict envz, size_t *__restrict envz_len,
			const char *__restrict name,
			const char *__restrict value) __THROW;
extern error_t envz_merge(char **__restrict envz, size_t *__restrict envz_len,
			  const char *__restrict envz2, size_t envz2_len,
			  int override) __THROW;
extern void envz_remove(char **__restrict envz, size_t *__restrict envz_len,
			const char *__restrict name) __THROW;
extern void envz_strip(char **__restrict envz, size_t *__restrict envz_len)
	__THROW;

__END_DECLS

#endif
