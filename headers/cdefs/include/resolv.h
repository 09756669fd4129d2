/* SPDX-License-Identifier: MIT
 * resolv.h: glibc's includes stdio.h and sys/param.h.
 */
#include_next <resolv.h>
#include <stdio.h>
#include <sys/param.h>
