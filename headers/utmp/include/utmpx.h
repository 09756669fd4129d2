/* SPDX-License-Identifier: MIT
 * utmpx.h: the login records, in a file; musl's functions do nothing.
 */
#include_next <utmpx.h>

#ifndef WILDEBEEST_UTMP_UTMPX_H
#define WILDEBEEST_UTMP_UTMPX_H

#include <paths.h>
#include <sys/cdefs.h>

/* The sizes of ut_line, ut_user and ut_host, in bytes. */
#define __UT_LINESIZE 32
#define __UT_NAMESIZE 32
#define __UT_HOSTSIZE 256

__BEGIN_DECLS

extern void setutxent(void) __asm__("wildebeest_setutxent");
extern void endutxent(void) __asm__("wildebeest_endutxent");
extern struct utmpx *getutxent(void) __asm__("wildebeest_getutxent");
extern struct utmpx *getutxid(const struct utmpx *id) __asm__("wildebeest_getutxid");
extern struct utmpx *getutxline(const struct utmpx *line) __asm__("wildebeest_getutxline");
extern struct utmpx *pututxline(const struct utmpx *entry) __asm__("wildebeest_pututxline");

#if defined _GNU_SOURCE || defined _BSD_SOURCE
#ifndef _PATH_UTMPX
#define _PATH_UTMPX _PATH_UTMP
#define _PATH_WTMPX _PATH_WTMP
#endif
#ifndef ACCOUNTING
#define ACCOUNTING 9
#endif
#ifndef UT_UNKNOWN
#define UT_UNKNOWN EMPTY
#endif
extern int utmpxname(const char *file) __asm__("wildebeest_utmpxname");
extern void updwtmpx(const char *file, const struct utmpx *entry) __asm__("wildebeest_updwtmpx");
#endif

#ifdef _GNU_SOURCE
#define UTMPX_FILE _PATH_UTMPX
#define UTMPX_FILENAME _PATH_UTMPX
#define WTMPX_FILE _PATH_WTMPX
#define WTMPX_FILENAME _PATH_WTMPX
/* musl's utmp.h makes struct utmp another name of struct utmpx. */
extern void getutmp(const struct utmpx *from, struct utmpx *to);
extern void getutmpx(const struct utmpx *from, struct utmpx *to);
#endif

__END_DECLS

#endif
