/* SPDX-License-Identifier: MIT
 * signal.h: raise that is right after a raw clone(2) too.
 */
#include_next <signal.h>

#ifndef WILDEBEEST_SIGNAL_SIGNAL_H
#define WILDEBEEST_SIGNAL_SIGNAL_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern int raise(int signal) __asm__("wildebeest_raise");

__END_DECLS

#endif
