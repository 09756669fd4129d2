/* SPDX-License-Identifier: MIT
 * utime.h: glibc's shows __time_t and the like.
 */
#include_next <utime.h>
#include <bits/types.h>
