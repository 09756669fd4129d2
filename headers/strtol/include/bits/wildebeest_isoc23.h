/* SPDX-License-Identifier: MIT
 * bits/wildebeest_isoc23.h: which of two functions a name of strtol's family is.
 */
#ifndef WILDEBEEST_STRTOL_BITS_ISOC23_H
#define WILDEBEEST_STRTOL_BITS_ISOC23_H

#include <features.h>

#if defined _GNU_SOURCE || (defined __STDC_VERSION__ && __STDC_VERSION__ > 201710L)
#define __WILDEBEEST_ISOC23(name) __asm__("wildebeest_isoc23_" name)
#else
#define __WILDEBEEST_ISOC23(name) __asm__("wildebeest_" name)
#endif

#endif
