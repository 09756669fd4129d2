/* SPDX-License-Identifier: MIT
 * assert.h: a failed assertion says what glibc's says, and ends in the abort of
 * this module. Read again for each #include, as NDEBUG may have changed.
 */
#include_next <assert.h>

#ifndef WILDEBEEST_SIGNAL_ASSERT_H
#define WILDEBEEST_SIGNAL_ASSERT_H

#include <sys/cdefs.h>

__BEGIN_DECLS

extern void __assert_fail(const char *expression, const char *file, int line,
			  const char *function)
	__asm__("wildebeest_assert_fail") __attribute__((__noreturn__));
extern void __assert_perror_fail(int number, const char *file, unsigned line,
				 const char *function)
	__asm__("wildebeest_assert_perror_fail") __attribute__((__noreturn__));

__END_DECLS

#endif

#undef assert_perror
#ifdef _GNU_SOURCE
#ifdef NDEBUG
#define assert_perror(number) ((void)0)
#else
#define assert_perror(number) \
	((number) ? __assert_perror_fail((number), __FILE__, __LINE__, \
					 __extension__ __func__) : (void)0)
#endif
#endif
