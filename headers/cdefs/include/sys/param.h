/* SPDX-License-Identifier: MIT
 * sys/param.h: glibc's includes signal.h.
 */
#include_next <sys/param.h>
#include <signal.h>
