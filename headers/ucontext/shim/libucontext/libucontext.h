/* SPDX-License-Identifier: MIT
 * libucontext/libucontext.h: the functions of ucontext.h with the prefix under which
 * programs call them that include this header.
 */
#ifndef WILDEBEEST_SHIM_LIBUCONTEXT_H
#define WILDEBEEST_SHIM_LIBUCONTEXT_H

#include <ucontext.h>

typedef ucontext_t libucontext_ucontext_t;

#ifdef __cplusplus
extern "C" {
#endif

extern int libucontext_getcontext(libucontext_ucontext_t *context)
	__asm__("getcontext") __attribute__((__returns_twice__));
extern int libucontext_setcontext(const libucontext_ucontext_t *context)
	__asm__("setcontext");
extern int libucontext_swapcontext(libucontext_ucontext_t *from,
				   const libucontext_ucontext_t *to)
	__asm__("swapcontext") __attribute__((__returns_twice__));
extern void libucontext_makecontext(libucontext_ucontext_t *context,
				    void (*function)(void), int count, ...)
	__asm__("makecontext");

#ifdef __cplusplus
}
#endif

#endif
