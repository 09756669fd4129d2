/* SPDX-License-Identifier: MIT
 * stdlib.h: abort that is right after a raw clone(2) too.
 */
#include_next <stdlib.h>

#ifndef WILDEBEEST_SIGNAL_STDLIB_H
#define WILDEBEEST_SIGNAL_STDLIB_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern void abort(void) __asm__("wildebeest_abort") __attribute__((__noreturn__));

__END_DECLS

#endif
