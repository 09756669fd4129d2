/* Numbers that begin with 0b: every function of the family, value, end and errno. */
#define _GNU_SOURCE
#include <errno.h>
#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

static const char *const strings[] = {
	"0b1", "0B101x", " -0b11", "+0b0", "0b", "0b2", "0b0b1", "b1", "00b1", "0x0b1", "-0b", "0b102",
	"0b111111111111111111111111111111111111111111111111111111111111111",
	"0b1000000000000000000000000000000000000000000000000000000000000000",
	"-0b1000000000000000000000000000000000000000000000000000000000000000",
	"-0b1000000000000000000000000000000000000000000000000000000000000001",
	"0b1111111111111111111111111111111111111111111111111111111111111111",
	"-0b1111111111111111111111111111111111111111111111111111111111111111",
	"0b10000000000000000000000000000000000000000000000000000000000000000",
	"-0b10000000000000000000000000000000000000000000000000000000000000000",
};
static const int bases[] = {0, 2, 10, 16, 12};

#define TRY(function, format, s, ...) \
	do { \
		__typeof__(*s) *end; \
		errno = EDOM; \
		__extension__ __auto_type value = function(s, &end, __VA_ARGS__); \
		int error = errno; \
		printf(" %" format ",%d%s", value, (int)(end - s), error == EDOM ? "" : error == ERANGE ? ",range" : ",?"); \
	} while (0)

int main(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

	for (unsigned i = 0; i < sizeof strings / sizeof *strings; i++)
		for (unsigned b = 0; b < sizeof bases / sizeof *bases; b++) {
			char *s = (char *)strings[i];
			int base = bases[b];
			wchar_t w[80];

			mbstowcs(w, s, 80);
			printf("%s/%d", s, base);
			TRY(strtol, "ld", s, base);
			TRY(strtoul, "lu", s, base);
			TRY(strtoll, "lld", s, base);
			TRY(strtoull, "llu", s, base);
			TRY(strtoimax, PRIdMAX, s, base);
			TRY(strtoumax, PRIuMAX, s, base);
			TRY(strtol_l, "ld", s, base, c);
			TRY(strtoull_l, "llu", s, base, c);
			TRY(wcstol, "ld", w, base);
			TRY(wcstoul, "lu", w, base);
			TRY(wcstoll, "lld", w, base);
			TRY(wcstoull, "llu", w, base);
			TRY(wcstoimax, PRIdMAX, w, base);
			TRY(wcstoumax, PRIuMAX, w, base);
			putchar('\n');
		}
	return 0;
}
