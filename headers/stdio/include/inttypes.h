/* SPDX-License-Identifier: MIT
 * inttypes.h: the macros for %b and %B, which C23 and glibc from 2.38 on have. The
 * fast types of 16 and 32 bits are musl's.
 */
#include_next <inttypes.h>

#ifndef WILDEBEEST_STDIO_INTTYPES_H
#define WILDEBEEST_STDIO_INTTYPES_H

#if (defined _GNU_SOURCE || (defined __STDC_VERSION__ && __STDC_VERSION__ > 201710L)) && !defined PRIb8

#if UINTPTR_MAX > 0xffffffff
#define __WILDEBEEST_64 "l"
#define __WILDEBEEST_POINTER "l"
#else
#define __WILDEBEEST_64 "ll"
#define __WILDEBEEST_POINTER ""
#endif

#define PRIb8 "hhb"
#define PRIb16 "hb"
#define PRIb32 "b"
#define PRIb64 __WILDEBEEST_64 "b"
#define PRIbLEAST8 "hhb"
#define PRIbLEAST16 "hb"
#define PRIbLEAST32 "b"
#define PRIbLEAST64 __WILDEBEEST_64 "b"
#define PRIbFAST8 "hhb"
#define PRIbFAST16 "b"
#define PRIbFAST32 "b"
#define PRIbFAST64 __WILDEBEEST_64 "b"
#define PRIbMAX __WILDEBEEST_64 "b"
#define PRIbPTR __WILDEBEEST_POINTER "b"

#define PRIB8 "hhB"
#define PRIB16 "hB"
#define PRIB32 "B"
#define PRIB64 __WILDEBEEST_64 "B"
#define PRIBLEAST8 "hhB"
#define PRIBLEAST16 "hB"
#define PRIBLEAST32 "B"
#define PRIBLEAST64 __WILDEBEEST_64 "B"
#define PRIBFAST8 "hhB"
#define PRIBFAST16 "B"
#define PRIBFAST32 "B"
#define PRIBFAST64 __WILDEBEEST_64 "B"
#define PRIBMAX __WILDEBEEST_64 "B"
#define PRIBPTR __WILDEBEEST_POINTER "B"

#define SCNb8 "hhb"
#define SCNb16 "hb"
#define SCNb32 "b"
#define SCNb64 __WILDEBEEST_64 "b"
#define SCNbLEAST8 "hhb"
#define SCNbLEAST16 "hb"
#define SCNbLEAST32 "b"
#define SCNbLEAST64 __WILDEBEEST_64 "b"
#define SCNbFAST8 "hhb"
#define SCNbFAST16 "b"
#define SCNbFAST32 "b"
#define SCNbFAST64 __WILDEBEEST_64 "b"
#define SCNbMAX __WILDEBEEST_64 "b"
#define SCNbPTR __WILDEBEEST_POINTER "b"

#endif

#endif
