/* SPDX-License-Identifier: MIT
 * signal.h: glibc's includes unistd.h.
 */
#include_next <signal.h>
#ifdef _GNU_SOURCE
#include <unistd.h>
#endif
