/* SPDX-License-Identifier: MIT
 * sys/un.h: glibc's includes string.h.
 */
#include_next <sys/un.h>
#if defined _GNU_SOURCE || defined _BSD_SOURCE
#include <string.h>
#endif
