/* SPDX-License-Identifier: MIT
 * sys/types.h: what glibc's header of this name has and musl's lacks: BSD's
 * names by default, and u_int8_t and so on without any feature macro.
 */
#include_next <sys/types.h>

#ifndef WILDEBEEST_TYPES_SYS_TYPES_H
#define WILDEBEEST_TYPES_SYS_TYPES_H

#include <bits/types.h>

#if defined _GNU_SOURCE || defined _BSD_SOURCE
#include <sys/select.h>
#include <sys/statfs.h> /* fsid_t */
#ifndef loff_t
typedef __loff_t loff_t;
#endif
typedef __daddr_t daddr_t;
#else
typedef __uint8_t u_int8_t;
typedef __uint16_t u_int16_t;
typedef __uint32_t u_int32_t;
#define __NEED_u_int64_t
#define __NEED_register_t
#include <bits/alltypes.h>
#endif

#endif
