/* Formats of every conversion, flag and length, and formats drawn from a fixed
 * sequence: how many arguments they take, and of which types. */
#include <printf.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

static void show(const char *format, size_t room)
{
	int types[16];
	size_t count;

	memset(types, 0x55, sizeof types);
	count = parse_printf_format(format, room, types);
	printf("\"%s\" %zu:", format, count);
	for (size_t i = 0; i < 16; i++)
		if (types[i] != 0x55555555)
			printf(" %zu=%x", i, types[i]);
	putchar('\n');
}

static const char *const formats[] = {
	"", "text", "%", "%%", "%5%", "%*%", "%m", "%5", "%5.", "%l", "%y", "%k %d",
	"%1$d", "%2$d", "%2$s %1$*3$d", "%1$s %d", "%d %1$s", "%3$f", "%0$d",
	"%99999999999$d", "%1$d %1$s", "%999999999999d", "%.999999999999d", "%-*d",
	"%*1$d", "%2$*1$.*3$f", "%.-5d", "%--5d", "%  d", "%5$", "%1$", "%12",
	"%1$%", "%1$m", "%*2$d %d", "%2147483647$d", "%2147483648$d", "%100$d",
	"%.d", "%.5", "%#x", "%hhhd", "%llld", "%ld%%%s", "%D %O %U", "%wd", "%v",
	"%'d %Id %-+ #05.3d", "%*.*f", "%.*s", "%*5d", "%5*d", "%$d", "%1$$d",
	"%1$2$d", "%*0$d", "%-", "%-0", "%.*", "%*", "%h", "%hh", "% ", "%\n%d",
	"%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d%d", "%00$d", "%01$d", "%1$0d",
};

static unsigned long seed = 2;

static unsigned draw(unsigned bound)
{
	seed = seed * 6364136223846793005UL + 1442695040888963407UL;
	return (unsigned)(seed >> 33) % bound;
}

int main(void)
{
	static const char lengths[][3] = {"", "h", "hh", "l", "ll", "L", "q", "j",
					  "z", "Z", "t"};
	static const char conversions[] = "diouxXbBeEfFgGaAcCsSpnm%";
	static const char alphabet[] = "%%%%dsfcu*$123.-0 #lhLn5x+";
	char format[40];

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
		show(formats[i], 16);
		show(formats[i], 1);
		show(formats[i], 0);
	}
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++)
		for (size_t j = 0; conversions[j]; j++) {
			sprintf(format, "%%%s%c", lengths[i], conversions[j]);
			show(format, 16);
		}
	for (int i = 0; i < 3000; i++) {
		unsigned length = draw(14);

		for (unsigned j = 0; j < length; j++)
			format[j] = alphabet[draw(sizeof alphabet - 1)];
		format[length] = 0;
		show(format, 1 + draw(16));
	}
	printf("%d %d %d %d %d %d %d %d %d\n", PA_INT, PA_CHAR, PA_WCHAR, PA_STRING,
	       PA_WSTRING, PA_POINTER, PA_FLOAT, PA_DOUBLE, PA_LAST);
	printf("%zu %zu %zu\n", sizeof(struct printf_info),
	       offsetof(struct printf_info, user),
	       offsetof(struct printf_info, pad));
	return 0;
}
