/* SPDX-License-Identifier: MIT
 * sys/timex.h: the names of NTP's interface to the clock (adjtimex(2)). struct ntptimeval
 * is musl's, which has no member tai.
 */
#include_next <sys/timex.h>

#ifndef WILDEBEEST_LINUX_SYS_TIMEX_H
#define WILDEBEEST_LINUX_SYS_TIMEX_H

#include <sys/cdefs.h>

#define NTP_API 4

__BEGIN_DECLS

extern int ntp_gettime(struct ntptimeval *now) __THROW;
extern int __REDIRECT_NTH(ntp_adjtime, (struct timex *parameters), adjtimex);

__END_DECLS

#endif
