/* SPDX-License-Identifier: MIT
 * spawn.h: glibc's includes sched.h.
 */
#include_next <spawn.h>
#include <sched.h>
