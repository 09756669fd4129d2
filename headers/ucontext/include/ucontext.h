/* SPDX-License-Identifier: MIT
 * ucontext.h: getcontext can return twice, which compilers want to know.
 */
#include_next <ucontext.h>

#ifndef WILDEBEEST_UCONTEXT_UCONTEXT_H
#define WILDEBEEST_UCONTEXT_UCONTEXT_H

#ifdef __cplusplus
extern "C" {
#endif

extern int getcontext(struct __ucontext *) __attribute__((__returns_twice__));
extern int swapcontext(struct __ucontext *__restrict,
		       const struct __ucontext *__restrict)
	__attribute__((__returns_twice__));

#ifdef __cplusplus
}
#endif

#endif
