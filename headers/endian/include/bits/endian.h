/* SPDX-License-Identifier: MIT
 * bits/endian.h: a private header of glibc, in which packages look for
 * __BYTE_ORDER.
 */
#ifndef WILDEBEEST_ENDIAN_BITS_ENDIAN_H
#define WILDEBEEST_ENDIAN_BITS_ENDIAN_H

#include <endian.h>

#endif
