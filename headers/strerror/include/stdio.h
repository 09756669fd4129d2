/* SPDX-License-Identifier: MIT
 * stdio.h: perror with the texts of glibc.
 */
#include_next <stdio.h>

#ifndef WILDEBEEST_STRERROR_STDIO_H
#define WILDEBEEST_STRERROR_STDIO_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern void perror(const char *prefix) __asm__("wildebeest_perror");

__END_DECLS

#endif
