/* SPDX-License-Identifier: MIT
 * sys/wait.h: glibc's includes signal.h.
 */
#include_next <sys/wait.h>
#include <signal.h>
