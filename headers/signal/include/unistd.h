/* SPDX-License-Identifier: MIT
 * unistd.h: gettid that asks the kernel each time.
 */
#include_next <unistd.h>

#ifndef WILDEBEEST_SIGNAL_UNISTD_H
#define WILDEBEEST_SIGNAL_UNISTD_H

#include <sys/cdefs.h>

#ifdef _GNU_SOURCE
__BEGIN_DECLS

extern pid_t gettid(void) __asm__("wildebeest_gettid");

__END_DECLS
#endif

#endif
