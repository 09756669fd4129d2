/* SPDX-License-Identifier: MIT
 * resolv.h: musl's, whose struct __res_state is "unused; purely for broken
 * apps" there and used here: the res_n functions, and res_init, res_query and
 * the others on a state of each thread.
 */
#include_next <resolv.h>

#ifndef WILDEBEEST_RESOLV_RESOLV_H
#define WILDEBEEST_RESOLV_RESOLV_H

#include <sys/cdefs.h>

#define RES_NOTLDQUERY 0x01000000
#define RES_TRUSTAD 0x04000000

__BEGIN_DECLS

extern int res_ninit(res_state state) __THROW;
extern void res_nclose(res_state state) __THROW;
extern int res_nmkquery(res_state state, int op, const char *name, int class_, int type,
			const unsigned char *data, int data_length, const unsigned char *unused,
			unsigned char *query, int size) __THROW;
extern int res_nsend(res_state state, const unsigned char *query, int length,
		     unsigned char *answer, int size) __THROW;
extern int res_nquery(res_state state, const char *name, int class_, int type,
		      unsigned char *answer, int size) __THROW;
extern int res_nquerydomain(res_state state, const char *name, const char *domain, int class_,
			    int type, unsigned char *answer, int size) __THROW;
extern int res_nsearch(res_state state, const char *name, int class_, int type,
		       unsigned char *answer, int size) __THROW;
extern void res_close(void) __THROW;

/* musl's do not look at the state, and search no domains. */
extern struct __res_state *__REDIRECT(__res_state, (void), wildebeest_res_state);
extern int __REDIRECT(res_init, (void), wildebeest_res_init);
extern int __REDIRECT(res_query, (const char *name, int class_, int type, unsigned char *answer, int size),
		      wildebeest_res_query);
extern int __REDIRECT(res_querydomain, (const char *name, const char *domain, int class_, int type,
					unsigned char *answer, int size), wildebeest_res_querydomain);
extern int __REDIRECT(res_search, (const char *name, int class_, int type, unsigned char *answer, int size),
		      wildebeest_res_search);
extern int __REDIRECT(res_mkquery, (int op, const char *name, int class_, int type, const unsigned char *data,
				    int data_length, const unsigned char *unused, unsigned char *query, int size),
		      wildebeest_res_mkquery);
extern int __REDIRECT(res_send, (const unsigned char *query, int length, unsigned char *answer, int size),
		      wildebeest_res_send);

__END_DECLS

/* Macros in glibc, where a program may look for them with #ifdef. */
#define res_close res_close
#define res_nclose res_nclose
#define res_ninit res_ninit

#endif
