/* SPDX-License-Identifier: MIT
 * quiet.h: a comparison that raises no exception for a quiet NaN. isgreater does not
 * keep that promise with clang on RISC-V, whose instruction for > raises: clang
 * compares ahead of isgreater's own test for a NaN. A volatile operand is read, and
 * so compared, after the test.
 */
#ifndef WILDEBEEST_MATH_QUIET_H
#define WILDEBEEST_MATH_QUIET_H

#define quiet_greater(a, b) \
	__extension__({ \
		volatile __typeof__(a) greater = (a); \
		!isunordered(a, b) && greater > (b); \
	})

#endif
