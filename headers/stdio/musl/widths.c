/* C23's lengths of integers, each with values that do not fit. */
#define _GNU_SOURCE
#include <inttypes.h>
#include <stdio.h>

#define SHOW(length, type) \
	for (int i = 0; i < 4; i++) \
		for (unsigned c = 0; c < sizeof conversions - 1; c++) { \
			snprintf(format, sizeof format, "%%" length "%c %%-8" length "%c|%%#.3" length "%c\n", conversions[c], conversions[c], conversions[c]); \
			printf(format, (type)values[i], (type)values[i], (type)values[i]); \
		}

int main(void)
{
	static const char conversions[] = "dioxXubB";
	static const int64_t values[] = {0, 5, -5, 0x123456789abcdef};
	char format[64];

	SHOW("w8", int8_t)
	SHOW("w16", int16_t)
	SHOW("w32", int32_t)
	SHOW("w64", int64_t)
	SHOW("wf8", int_fast8_t)
	SHOW("wf64", int_fast64_t)
	snprintf(format, sizeof format, "%%wf16d %%wf32d %%s\n");
	printf(format, (int_fast16_t)-7, (int_fast32_t)-8, "end");
	return 0;
}
