/* SPDX-License-Identifier: MIT
 * grp.h: entries one by one with the caller's memory, streams that end with
 * ENOENT in errno, as fgetgrent(3) has it and musl lacks, and putgrent that
 * writes nothing that could not be read back.
 */
#include_next <grp.h>

#ifndef WILDEBEEST_ACCOUNTS_GRP_H
#define WILDEBEEST_ACCOUNTS_GRP_H

#include <stddef.h>
#include <stdio.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

#if defined _GNU_SOURCE || defined _BSD_SOURCE || defined _XOPEN_SOURCE
/* One stream serves getgrent and getgrent_r, so all of them are replaced. */
extern void setgrent(void) __asm__("wildebeest_setgrent");
extern void endgrent(void) __asm__("wildebeest_endgrent");
extern struct group *getgrent(void) __asm__("wildebeest_getgrent");
#endif

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
#ifndef NSS_BUFLEN_GROUP
#define NSS_BUFLEN_GROUP 1024
#endif
/* These return 0 or an errno value: ENOENT at the end, ERANGE where the buffer
 * is too small. */
extern int fgetgrent_r(FILE *__restrict stream, struct group *__restrict entry,
		       char *__restrict buffer, size_t size,
		       struct group **__restrict result);
extern int getgrent_r(struct group *__restrict entry, char *__restrict buffer,
		      size_t size, struct group **__restrict result);
extern struct group *fgetgrent(FILE *stream) __asm__("wildebeest_fgetgrent");
extern int putgrent(const struct group *__restrict entry, FILE *__restrict stream)
	__asm__("wildebeest_putgrent");
#endif

__END_DECLS

#endif
