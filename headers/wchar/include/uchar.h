/* SPDX-License-Identifier: MIT
 * uchar.h: char8_t and its functions of ISO C23.
 */
#include_next <uchar.h>

#ifndef WILDEBEEST_WCHAR_UCHAR_H
#define WILDEBEEST_WCHAR_UCHAR_H

#include <features.h>
#include <sys/cdefs.h>

#if defined _GNU_SOURCE || (defined __STDC_VERSION__ && __STDC_VERSION__ > 201710L) || \
	defined __cpp_char8_t
#ifndef __cpp_char8_t
#ifdef __cplusplus /* where a compiler may say that C++20 has a keyword of the name */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wc++20-compat"
#endif
typedef unsigned char char8_t;
#ifdef __cplusplus
#pragma GCC diagnostic pop
#endif
#endif

__BEGIN_DECLS

extern size_t mbrtoc8(char8_t *__restrict unit, const char *__restrict text, size_t size,
		      mbstate_t *__restrict state) __THROW;
extern size_t c8rtomb(char *__restrict text, char8_t unit, mbstate_t *__restrict state)
	__THROW;

__END_DECLS
#endif

#endif
