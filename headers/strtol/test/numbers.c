/* Every function of the family on every string and base: value, end, errno. */
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

static const char *const strings[] = {
	"", " ", "x", ".22s", "+", "-", "--1", "+-1", "- 1", "0", "-0", "00", "0x", "0X", "0xg", "0x1",
	"-0x1f", "1", " 12", "\t\n\v\f\r7", "12abc", "zz", "9223372036854775807",
	"9223372036854775808", "-9223372036854775808", "-9223372036854775809",
	"18446744073709551615", "18446744073709551616", "-18446744073709551615",
	"-18446744073709551616", "99999999999999999999999", "-99999999999999999999999", "1e5",
	"08", "0778", "  -077", "abc", "\xff", "7fffffffffffffff", "2147483648", "4294967296",
};
static const int bases[] = {10, 0, 16, 8, 2, 36, 1, 37, -1};

static char unset[1];

#define TRY(function, format, ...) \
	do { \
		char *end = unset; \
		errno = before; \
		__extension__ __auto_type value = function(s, &end, __VA_ARGS__); \
		int error = errno; \
		printf(" %" format ",%d,%d", value, end == unset ? -1 : (int)(end - s), error); \
	} while (0)

int main(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

	for (unsigned i = 0; i < sizeof strings / sizeof *strings; i++)
		for (unsigned b = 0; b < sizeof bases / sizeof *bases; b++) {
			const char *s = strings[i];
			int base = bases[b], before = b % 2 ? EDOM : 0;

			if (base == 1 || base > 36 || base < 0) {
				/* glibc leaves *end alone, which POSIX does not say */
				errno = 0;
				long value = strtol(s, NULL, base);
				printf("%u/%d %ld,%d\n", i, base, value, errno);
				continue;
			}
			printf("%u/%d", i, base);
			TRY(strtol, "ld", base);
			TRY(strtoul, "lu", base);
			TRY(strtoll, "lld", base);
			TRY(strtoull, "llu", base);
			TRY(strtoimax, PRIdMAX, base);
			TRY(strtoumax, PRIuMAX, base);
			TRY(strtoq, "lld", base);
			TRY(strtouq, "llu", base);
			TRY(strtol_l, "ld", base, c);
			TRY(strtoul_l, "lu", base, c);
			TRY(strtoll_l, "lld", base, c);
			TRY(strtoull_l, "llu", base, c);
			putchar('\n');
		}
	long (*pointer)(const char *, char **, int) = strtol;
	errno = 0;
	printf("%ld", pointer("none", NULL, 10));
	printf(" %d\n", errno);
	return 0;
}
