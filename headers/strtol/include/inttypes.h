/* SPDX-License-Identifier: MIT
 * inttypes.h: strtoimax and strtoumax as glibc has them; see stdlib.h.
 */
#include_next <inttypes.h>

#ifndef WILDEBEEST_STRTOL_INTTYPES_H
#define WILDEBEEST_STRTOL_INTTYPES_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern intmax_t strtoimax(const char *__restrict string, char **__restrict end,
		     int base) __asm__("wildebeest_strtoimax");
extern uintmax_t strtoumax(const char *__restrict string, char **__restrict end,
		     int base) __asm__("wildebeest_strtoumax");

__END_DECLS

#endif
