/* SPDX-License-Identifier: MIT
 * pwd.h: entries one by one with the caller's memory, streams that end with
 * ENOENT in errno, as fgetpwent(3) has it and musl lacks, and putpwent that
 * writes nothing that could not be read back.
 */
#include_next <pwd.h>

#ifndef WILDEBEEST_ACCOUNTS_PWD_H
#define WILDEBEEST_ACCOUNTS_PWD_H

#include <stddef.h>
#include <stdio.h>
#include <sys/cdefs.h>

__BEGIN_DECLS

#if defined _GNU_SOURCE || defined _BSD_SOURCE || defined _XOPEN_SOURCE
/* One stream serves getpwent and getpwent_r, so all of them are replaced. */
extern void setpwent(void) __asm__("wildebeest_setpwent");
extern void endpwent(void) __asm__("wildebeest_endpwent");
extern struct passwd *getpwent(void) __asm__("wildebeest_getpwent");
#endif

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
#ifndef NSS_BUFLEN_PASSWD
#define NSS_BUFLEN_PASSWD 1024
#endif
/* These return 0 or an errno value: ENOENT at the end, ERANGE where the buffer
 * is too small. */
extern int fgetpwent_r(FILE *__restrict stream, struct passwd *__restrict entry,
		       char *__restrict buffer, size_t size,
		       struct passwd **__restrict result);
extern int getpwent_r(struct passwd *__restrict entry, char *__restrict buffer,
		      size_t size, struct passwd **__restrict result);
extern struct passwd *fgetpwent(FILE *stream) __asm__("wildebeest_fgetpwent");
extern int putpwent(const struct passwd *__restrict entry, FILE *__restrict stream)
	__asm__("wildebeest_putpwent");
#endif

#ifdef _GNU_SOURCE
extern int getpw(uid_t uid, char *buffer);
#endif

__END_DECLS

#endif
