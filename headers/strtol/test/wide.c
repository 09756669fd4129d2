/* The functions of wide characters: value, end, errno. */
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <wchar.h>

static const wchar_t *const strings[] = {
	L"", L" ", L"x", L"+", L"-", L"- 1", L"0", L"-0", L"0x", L"0xg", L"0x1", L"-0x1f", L"1", L" 12", L"\t7", L"12abc",
	L"9223372036854775808", L"-9223372036854775808", L"-9223372036854775809", L"18446744073709551615",
	L"18446744073709551616", L"-18446744073709551615", L"99999999999999999999999", L"08", L"\x20ac", L"1\x20ac",
};
static const int bases[] = {10, 0, 16, 8, 2, 36};

static wchar_t unset[1];

#define TRY(function, format) \
	do { \
		wchar_t *end = unset; \
		errno = before; \
		__extension__ __auto_type value = function(s, &end, base); \
		int error = errno; \
		printf(" %" format ",%d,%d", value, end == unset ? -1 : (int)(end - s), error); \
	} while (0)

int main(void)
{
	for (unsigned i = 0; i < sizeof strings / sizeof *strings; i++)
		for (unsigned b = 0; b < sizeof bases / sizeof *bases; b++) {
			const wchar_t *s = strings[i];
			int base = bases[b], before = b % 2 ? EDOM : 0;

			printf("%u/%d", i, base);
			TRY(wcstol, "ld");
			TRY(wcstoul, "lu");
			TRY(wcstoll, "lld");
			TRY(wcstoull, "llu");
			TRY(wcstoimax, PRIdMAX);
			TRY(wcstoumax, PRIuMAX);
			putchar('\n');
		}
	return 0;
}
