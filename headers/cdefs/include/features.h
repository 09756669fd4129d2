/* SPDX-License-Identifier: MIT
 * features.h: musl includes it from every header, as glibc does with its own;
 * so what glibc's sys/cdefs.h gives to every file comes in here.
 * __GLIBC__ stays undefined: this is not glibc.
 */
#ifndef WILDEBEEST_CDEFS_FEATURES_H
#define WILDEBEEST_CDEFS_FEATURES_H

#include_next <features.h>

/* "Is this glibc at least maj.min?" No: it is not glibc. Defined because
 * `#if defined __GLIBC__ && __GLIBC_PREREQ(2, 3)` does not preprocess else. */
#ifndef __GLIBC_PREREQ
#define __GLIBC_PREREQ(maj, min) 0
#endif

#include <sys/cdefs.h>

#endif
