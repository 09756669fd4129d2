/* SPDX-License-Identifier: MIT
 * bits/wildebeest_isoc23.h: which of two functions a name of the families
 * of strtol and scanf is: for ISO C23, and where _GNU_SOURCE is defined, the one that
 * reads numbers with the prefix 0b.
 */
#ifndef WILDEBEEST_CDEFS_BITS_ISOC23_H
#define WILDEBEEST_CDEFS_BITS_ISOC23_H

#include <features.h>

#if defined _GNU_SOURCE || (defined __STDC_VERSION__ && __STDC_VERSION__ > 201710L)
#define __WILDEBEEST_ISOC23(name) __asm__("wildebeest_isoc23_" name)
#else
#define __WILDEBEEST_ISOC23(name) __asm__("wildebeest_" name)
#endif

#endif
