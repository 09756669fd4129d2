/* SPDX-License-Identifier: MIT
 * endian.h: the order of a double's words, and of a long long's two halves as
 * arguments.
 */
#include_next <endian.h>

#ifndef WILDEBEEST_ENDIAN_ENDIAN_H
#define WILDEBEEST_ENDIAN_ENDIAN_H

#if __FLOAT_WORD_ORDER__ == __ORDER_BIG_ENDIAN__
#define __FLOAT_WORD_ORDER __BIG_ENDIAN
#else
#define __FLOAT_WORD_ORDER __LITTLE_ENDIAN
#endif

#if __BYTE_ORDER == __BIG_ENDIAN
#define __LONG_LONG_PAIR(high, low) high, low
#else
#define __LONG_LONG_PAIR(high, low) low, high
#endif

#endif
