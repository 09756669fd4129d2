/* SPDX-License-Identifier: MIT
 * stdbit.h: ISO C23, 7.18. The functions are inline, and so are their type-generic
 * macros, for unsigned types up to unsigned long long.
 */
#ifndef WILDEBEEST_STDBIT_STDBIT_H
#define WILDEBEEST_STDBIT_STDBIT_H

#include <features.h>
#include <sys/cdefs.h>

#define __STDC_VERSION_STDBIT_H__ 202311L

#define __STDC_ENDIAN_LITTLE__ 1234
#define __STDC_ENDIAN_BIG__ 4321
#define __STDC_ENDIAN_NATIVE__ __BYTE_ORDER__

#ifdef __cplusplus
#define WILDEBEEST_STDBIT_BOOL bool
#else
#define WILDEBEEST_STDBIT_BOOL _Bool
#endif

/* A function of one type by an expression: __bits is the width of the type, __value
 * the argument, and __others has its bits inverted. */
#define WILDEBEEST_STDBIT_FUNCTION(result, name, type, expression) \
	static __inline result name(type __x) \
	{ \
		enum { __bits = sizeof(type) * 8 }; \
		const unsigned long long __value = __x, __others = (type)~__x; \
		(void)__value, (void)__others; \
		return (result)(expression); \
	}
#define WILDEBEEST_STDBIT_COUNT(name, expression) \
	WILDEBEEST_STDBIT_FUNCTION(unsigned int, name##_uc, unsigned char, expression) \
	WILDEBEEST_STDBIT_FUNCTION(unsigned int, name##_us, unsigned short, expression) \
	WILDEBEEST_STDBIT_FUNCTION(unsigned int, name##_ui, unsigned int, expression) \
	WILDEBEEST_STDBIT_FUNCTION(unsigned int, name##_ul, unsigned long, expression) \
	__extension__ WILDEBEEST_STDBIT_FUNCTION(unsigned int, name##_ull, unsigned long long, expression)

__BEGIN_DECLS

WILDEBEEST_STDBIT_COUNT(stdc_leading_zeros,
	__value ? __builtin_clzll(__value) - (64 - __bits) : __bits)
WILDEBEEST_STDBIT_COUNT(stdc_leading_ones,
	__others ? __builtin_clzll(__others) - (64 - __bits) : __bits)
WILDEBEEST_STDBIT_COUNT(stdc_trailing_zeros,
	__value ? __builtin_ctzll(__value) : __bits)
WILDEBEEST_STDBIT_COUNT(stdc_trailing_ones,
	__others ? __builtin_ctzll(__others) : __bits)
WILDEBEEST_STDBIT_COUNT(stdc_first_leading_zero,
	__others ? __builtin_clzll(__others) - (64 - __bits) + 1 : 0)
WILDEBEEST_STDBIT_COUNT(stdc_first_leading_one,
	__value ? __builtin_clzll(__value) - (64 - __bits) + 1 : 0)
WILDEBEEST_STDBIT_COUNT(stdc_first_trailing_zero,
	__others ? __builtin_ctzll(__others) + 1 : 0)
WILDEBEEST_STDBIT_COUNT(stdc_first_trailing_one,
	__value ? __builtin_ctzll(__value) + 1 : 0)
WILDEBEEST_STDBIT_COUNT(stdc_count_zeros,
	__builtin_popcountll(__others))
WILDEBEEST_STDBIT_COUNT(stdc_count_ones,
	__builtin_popcountll(__value))
WILDEBEEST_STDBIT_COUNT(stdc_bit_width,
	__value ? 64 - __builtin_clzll(__value) : 0)

WILDEBEEST_STDBIT_FUNCTION(WILDEBEEST_STDBIT_BOOL, stdc_has_single_bit_uc, unsigned char,
	__value && !(__value & (__value - 1)))
WILDEBEEST_STDBIT_FUNCTION(WILDEBEEST_STDBIT_BOOL, stdc_has_single_bit_us, unsigned short,
	__value && !(__value & (__value - 1)))
WILDEBEEST_STDBIT_FUNCTION(WILDEBEEST_STDBIT_BOOL, stdc_has_single_bit_ui, unsigned int,
	__value && !(__value & (__value - 1)))
WILDEBEEST_STDBIT_FUNCTION(WILDEBEEST_STDBIT_BOOL, stdc_has_single_bit_ul, unsigned long,
	__value && !(__value & (__value - 1)))
__extension__ WILDEBEEST_STDBIT_FUNCTION(WILDEBEEST_STDBIT_BOOL, stdc_has_single_bit_ull, unsigned long long,
	__value && !(__value & (__value - 1)))
WILDEBEEST_STDBIT_FUNCTION(unsigned char, stdc_bit_floor_uc, unsigned char,
	__value ? 1ULL << (63 - __builtin_clzll(__value)) : 0)
WILDEBEEST_STDBIT_FUNCTION(unsigned short, stdc_bit_floor_us, unsigned short,
	__value ? 1ULL << (63 - __builtin_clzll(__value)) : 0)
WILDEBEEST_STDBIT_FUNCTION(unsigned int, stdc_bit_floor_ui, unsigned int,
	__value ? 1ULL << (63 - __builtin_clzll(__value)) : 0)
WILDEBEEST_STDBIT_FUNCTION(unsigned long, stdc_bit_floor_ul, unsigned long,
	__value ? 1ULL << (63 - __builtin_clzll(__value)) : 0)
__extension__ WILDEBEEST_STDBIT_FUNCTION(unsigned long long, stdc_bit_floor_ull, unsigned long long,
	__value ? 1ULL << (63 - __builtin_clzll(__value)) : 0)
WILDEBEEST_STDBIT_FUNCTION(unsigned char, stdc_bit_ceil_uc, unsigned char,
	__value <= 1 ? 1 : 2ULL << (63 - __builtin_clzll(__value - 1)))
WILDEBEEST_STDBIT_FUNCTION(unsigned short, stdc_bit_ceil_us, unsigned short,
	__value <= 1 ? 1 : 2ULL << (63 - __builtin_clzll(__value - 1)))
WILDEBEEST_STDBIT_FUNCTION(unsigned int, stdc_bit_ceil_ui, unsigned int,
	__value <= 1 ? 1 : 2ULL << (63 - __builtin_clzll(__value - 1)))
WILDEBEEST_STDBIT_FUNCTION(unsigned long, stdc_bit_ceil_ul, unsigned long,
	__value <= 1 ? 1 : 2ULL << (63 - __builtin_clzll(__value - 1)))
__extension__ WILDEBEEST_STDBIT_FUNCTION(unsigned long long, stdc_bit_ceil_ull, unsigned long long,
	__value <= 1 ? 1 : 2ULL << (63 - __builtin_clzll(__value - 1)))

__END_DECLS

#ifndef __cplusplus
/* The function of the argument's type. */
#define WILDEBEEST_STDBIT_GENERIC(name, value) \
	_Generic((value), unsigned char: name##_uc, unsigned short: name##_us, \
		 unsigned int: name##_ui, unsigned long: name##_ul, \
		 unsigned long long: name##_ull)(value)
#define stdc_leading_zeros(value) WILDEBEEST_STDBIT_GENERIC(stdc_leading_zeros, value)
#define stdc_leading_ones(value) WILDEBEEST_STDBIT_GENERIC(stdc_leading_ones, value)
#define stdc_trailing_zeros(value) WILDEBEEST_STDBIT_GENERIC(stdc_trailing_zeros, value)
#define stdc_trailing_ones(value) WILDEBEEST_STDBIT_GENERIC(stdc_trailing_ones, value)
#define stdc_first_leading_zero(value) WILDEBEEST_STDBIT_GENERIC(stdc_first_leading_zero, value)
#define stdc_first_leading_one(value) WILDEBEEST_STDBIT_GENERIC(stdc_first_leading_one, value)
#define stdc_first_trailing_zero(value) WILDEBEEST_STDBIT_GENERIC(stdc_first_trailing_zero, value)
#define stdc_first_trailing_one(value) WILDEBEEST_STDBIT_GENERIC(stdc_first_trailing_one, value)
#define stdc_count_zeros(value) WILDEBEEST_STDBIT_GENERIC(stdc_count_zeros, value)
#define stdc_count_ones(value) WILDEBEEST_STDBIT_GENERIC(stdc_count_ones, value)
#define stdc_has_single_bit(value) WILDEBEEST_STDBIT_GENERIC(stdc_has_single_bit, value)
#define stdc_bit_width(value) WILDEBEEST_STDBIT_GENERIC(stdc_bit_width, value)
#define stdc_bit_floor(value) WILDEBEEST_STDBIT_GENERIC(stdc_bit_floor, value)
#define stdc_bit_ceil(value) WILDEBEEST_STDBIT_GENERIC(stdc_bit_ceil, value)
#endif

#endif
