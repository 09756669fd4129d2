/* SPDX-License-Identifier: MIT
 * inttypes.h: strtoimax, wcstoimax and their kin as glibc has them; see stdlib.h.
 */
#include_next <inttypes.h>

#ifndef WILDEBEEST_STRTOL_INTTYPES_H
#define WILDEBEEST_STRTOL_INTTYPES_H

#include <stddef.h>
#include <sys/cdefs.h>
#include <bits/wildebeest_isoc23.h>

__BEGIN_DECLS

extern intmax_t strtoimax(const char *__restrict string, char **__restrict end,
		     int base) __WILDEBEEST_ISOC23("strtoimax");
extern uintmax_t strtoumax(const char *__restrict string, char **__restrict end,
		     int base) __WILDEBEEST_ISOC23("strtoumax");
extern intmax_t wcstoimax(const wchar_t *__restrict string, wchar_t **__restrict end,
		     int base) __WILDEBEEST_ISOC23("wcstoimax");
extern uintmax_t wcstoumax(const wchar_t *__restrict string, wchar_t **__restrict end,
		     int base) __WILDEBEEST_ISOC23("wcstoumax");

__END_DECLS

#endif
