/* %b and %B with all flags, widths, precisions and lengths; %I; among other conversions. */
#define _GNU_SOURCE
#include <limits.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>

/* No literals: not every compiler knows the conversions. */
static void show(const char *format, ...)
{
	char text[4096], *allocated = NULL;
	va_list one, two, three;

	va_start(one, format);
	va_copy(two, one);
	va_copy(three, one);
	printf("%d [", vsnprintf(text, sizeof text, format, one));
	printf("%s] %d ", text, vasprintf(&allocated, format, two));
	vfprintf(stdout, format, three);
	printf(" %d\n", snprintf(text, 4, "%s", allocated));
	va_end(one);
	va_end(two);
	va_end(three);
	free(allocated);
}

int main(void)
{
	static const char *const flags[] = {"", "#", "0", "-", "#0", "#-", "+", " ", "'", "I", "-0", "#0-"};
	static const char *const sizes[] = {"", "1", "8", "20", ".0", ".1", ".6", "12.6", "6.12", ".", "40.", "3.40"};
	static const unsigned values[] = {0, 1, 5, 255, 256, 0x80000000, UINT_MAX};
	char format[32];

	for (unsigned f = 0; f < sizeof flags / sizeof *flags; f++)
		for (unsigned s = 0; s < sizeof sizes / sizeof *sizes; s++)
			for (unsigned v = 0; v < sizeof values / sizeof *values; v++) {
				snprintf(format, sizeof format, "<%%%s%s%c>", flags[f], sizes[s], v % 2 ? 'b' : 'B');
				show(format, values[v]);
			}
	show("%hhb %hb %lb %llb %jb %zb %tb", 0x1ff, 0x1ffff, 1L << 40, 1ULL << 63, (uintmax_t)5, (size_t)6, (ptrdiff_t)7);
	show("%*b|%-*b|%*.*b|%.*b|", 8, 5, 8, 5, -8, 3, 5, -1, 5);
	show("%s %b %d %B %f %b %Lf %b %c %p %ls %b%%", "text", 5, -1, 6, 1.5, 7, 2.5L, 8, 'c', (void *)16, L"wide", 9);
	show("%2$b %1$s %3$#x %2$d", "text", 5, 255);
	show("%2$*1$b|%4$*3$.*1$B|", 6, 5, 9, 3);
	show("%b %b %b %b %b %b %b %b %b %b", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
	show("%f %f %f %f %f %f %f %f %f %b %b", 1., 2., 3., 4., 5., 6., 7., 8., 9., 10, 11);
	show("%Id %I5d %-I5u| %'d %'Id %I#x", 1, 2, 3, 1234567, 7654321, 255);
	show("%b 100%% %m %b", 2, 3);
	show("a%b", 1);
	show("%bz", 0);
	return 0;
}
