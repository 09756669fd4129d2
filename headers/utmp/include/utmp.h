/* SPDX-License-Identifier: MIT
 * utmp.h: the login records by their older names, in a file.
 */
#ifndef WILDEBEEST_UTMP_UTMP_H
/* paths.h, which utmpx.h includes, has right ones. */
#include <utmpx.h>
#undef _PATH_UTMP
#undef _PATH_WTMP
#endif
#include_next <utmp.h>

#ifndef WILDEBEEST_UTMP_UTMP_H
#define WILDEBEEST_UTMP_UTMP_H

#include <sys/cdefs.h>

/* musl's are below /dev/null. */
#undef _PATH_UTMP
#undef _PATH_WTMP
#define _PATH_UTMP "/var/run/utmp"
#define _PATH_WTMP "/var/log/wtmp"

#define ut_xtime ut_tv.tv_sec
#ifndef UT_UNKNOWN
#define UT_UNKNOWN EMPTY
#endif

__BEGIN_DECLS

extern void setutent(void) __asm__("wildebeest_setutxent");
extern void endutent(void) __asm__("wildebeest_endutxent");
extern struct utmp *getutent(void) __asm__("wildebeest_getutxent");
extern struct utmp *getutid(const struct utmp *id) __asm__("wildebeest_getutxid");
extern struct utmp *getutline(const struct utmp *line) __asm__("wildebeest_getutxline");
extern struct utmp *pututline(const struct utmp *entry) __asm__("wildebeest_pututxline");
extern int utmpname(const char *file) __asm__("wildebeest_utmpxname");
extern void updwtmp(const char *file, const struct utmp *entry) __asm__("wildebeest_updwtmpx");

extern void login(const struct utmp *entry);
extern int logout(const char *line);
extern void logwtmp(const char *line, const char *name, const char *host);

#if defined _GNU_SOURCE || defined _DEFAULT_SOURCE || defined _BSD_SOURCE || \
	(!defined __STRICT_ANSI__ && !defined _POSIX_C_SOURCE && \
	 !defined _XOPEN_SOURCE)
extern int getutent_r(struct utmp *buffer, struct utmp **result);
extern int getutid_r(const struct utmp *id, struct utmp *buffer, struct utmp **result);
extern int getutline_r(const struct utmp *line, struct utmp *buffer,
		       struct utmp **result);
#endif

__END_DECLS

#endif
