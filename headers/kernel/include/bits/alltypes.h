/* SPDX-License-Identifier: MIT
 * bits/alltypes.h: musl defines struct timespec here, as often as a header
 * asks for it. linux/time.h agrees with glibc by _STRUCT_TIMESPEC; so does this.
 * No guard: musl includes it again and again, each time for other types.
 */
#if defined _STRUCT_TIMESPEC && !defined __DEFINED_struct_timespec
#define __DEFINED_struct_timespec
#endif

#include_next <bits/alltypes.h>

#if defined __DEFINED_struct_timespec && !defined _STRUCT_TIMESPEC
#define _STRUCT_TIMESPEC 1
#endif
