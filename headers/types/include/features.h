/* SPDX-License-Identifier: MIT
 * features.h: glibc gives every file __WORDSIZE and, through its own headers,
 * the fixed-width types with two underscores.
 */
#ifndef WILDEBEEST_TYPES_FEATURES_H
#define WILDEBEEST_TYPES_FEATURES_H

#include_next <features.h>

#include <bits/wordsize.h>

typedef signed char __int8_t;
typedef unsigned char __uint8_t;
typedef short __int16_t;
typedef unsigned short __uint16_t;
typedef int __int32_t;
typedef unsigned int __uint32_t;
#if __WORDSIZE == 64
typedef long __int64_t;
typedef unsigned long __uint64_t;
typedef long __quad_t;
typedef unsigned long __u_quad_t;
#else
__extension__ typedef long long __int64_t;
__extension__ typedef unsigned long long __uint64_t;
__extension__ typedef long long __quad_t;
__extension__ typedef unsigned long long __u_quad_t;
#endif

typedef unsigned char __u_char;
typedef unsigned short __u_short;
typedef unsigned int __u_int;
typedef unsigned long __u_long;

#endif
