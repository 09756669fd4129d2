/* SPDX-License-Identifier: MIT
 * arpa/nameser.h: glibc's includes sys/param.h.
 */
#include_next <arpa/nameser.h>
#include <sys/param.h>
