/* SPDX-License-Identifier: MIT
 * binary.h: numbers that begin with 0b, as ISO C23 has them for the bases 0 and 2.
 * CHARACTER is char or wchar_t, is_space tells its white space.
 */
#include <errno.h>
#include <limits.h>
#include <stddef.h>

/* The digits behind the prefix 0b, or NULL where string has none or base takes none.
 * Without a digit behind it the prefix is a zero and a b. */
static inline const CHARACTER *binary_digits(const CHARACTER *string, int base, int *negative)
{
	if (base != 0 && base != 2)
		return NULL;
	while (is_space(*string))
		string++;
	*negative = *string == '-';
	if (*string == '-' || *string == '+')
		string++;
	if (string[0] != '0' || (string[1] != 'b' && string[1] != 'B') ||
	    (string[2] != '0' && string[2] != '1'))
		return NULL;
	return string + 2;
}

/* The value of the digits, or limit and ERANGE where it is more. */
static inline unsigned long long binary_value(const CHARACTER *digits, CHARACTER **end, unsigned long long limit)
{
	unsigned long long value = 0;
	int too_large = 0;

	for (; *digits == '0' || *digits == '1'; digits++) {
		too_large |= value > ULLONG_MAX / 2;
		value = value << 1 | (*digits == '1');
	}
	if (end)
		*end = (CHARACTER *)digits;
	if (!too_large && value <= limit)
		return value;
	errno = ERANGE;
	return limit;
}

static inline long long binary_signed(const CHARACTER *digits, CHARACTER **end, int negative, long long max)
{
	unsigned long long value = binary_value(digits, end, (unsigned long long)max + negative);

	return negative ? (long long)(0 - value) : (long long)value;
}

/* A sign turns what is in range around, as with the other bases. */
static inline unsigned long long binary_unsigned(const CHARACTER *digits, CHARACTER **end, int negative,
						 unsigned long long max)
{
	int caller = errno;
	unsigned long long value;

	errno = 0;
	value = binary_value(digits, end, max);
	if (errno)
		return value;
	errno = caller;
	return negative ? 0 - value : value;
}
