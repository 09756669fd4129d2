/* SPDX-License-Identifier: MIT
 * shadow.h: entries one by one with the caller's memory, streams that end with
 * ENOENT in errno, putspent that checks what it writes, and lckpwdf, which does
 * nothing in musl.
 */
#include_next <shadow.h>

#ifndef WILDEBEEST_ACCOUNTS_SHADOW_H
#define WILDEBEEST_ACCOUNTS_SHADOW_H

#include <paths.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

/* One stream serves getspent and getspent_r, so all of them are replaced. */
extern void setspent(void) __asm__("wildebeest_setspent");
extern void endspent(void) __asm__("wildebeest_endspent");
extern struct spwd *getspent(void) __asm__("wildebeest_getspent");
extern struct spwd *fgetspent(FILE *stream) __asm__("wildebeest_fgetspent");
extern struct spwd *sgetspent(const char *string) __asm__("wildebeest_sgetspent");

extern int putspent(const struct spwd *entry, FILE *stream)
	__asm__("wildebeest_putspent");

/* Locks /etc/.pwd.lock, for at most 15 seconds: lckpwdf(3). */
extern int lckpwdf(void) __asm__("wildebeest_lckpwdf");
extern int ulckpwdf(void) __asm__("wildebeest_ulckpwdf");

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
/* These return 0 or an errno value: ENOENT at the end, ERANGE where the buffer
 * is too small. */
extern int getspent_r(struct spwd *entry, char *buffer, size_t size,
		      struct spwd **result);
extern int fgetspent_r(FILE *stream, struct spwd *entry, char *buffer, size_t size,
		       struct spwd **result);
extern int sgetspent_r(const char *string, struct spwd *entry, char *buffer,
		       size_t size, struct spwd **result);
#endif

__END_DECLS

#endif
