/* Numbers as text: formats, how much fits, and what is no format. */
#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const double values[] = { 0, -0.0, 1, 1234.5678, -0.1, 9.995, 1e100, 1e-300, INFINITY, -INFINITY };

static void show(const char *what, int length, const char *text)
{
	printf(" %s %d '%.60s'", what, length, text);
}

static void convert(const char *format)
{
	char text[500];

	printf("%s:", format);
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		show("double", strfromd(text, sizeof text, format, values[i]), text);
		show("float", strfromf(text, sizeof text, format, (float)values[i]), text);
		/* The first digit of %La is each libc's own. */
		if (!strpbrk(format, "aA"))
			show("long", strfroml(text, sizeof text, format, (long double)values[i]), text);
	}
	show("nan", strfromd(text, sizeof text, format, NAN), text);
	puts("");
}

static void fit(size_t size)
{
	char text[12] = "untouched";

	printf("%zu:", size);
	show("double", strfromd(text, size, "%.3f", 3.14159), text);
	memcpy(text, "untouched", 10);
	show("float", strfromf(size ? text : NULL, size, "%g", 0.1f), text);
	memcpy(text, "untouched", 10);
	show("long", strfroml(text, size, "%E", 0.1L), text);
	puts("");
}

static void end(const char *format)
{
	char text[40];
	int status;

	fflush(stdout);
	if (fork() == 0) {
		strfromd(text, sizeof text, format, 1.5);
		strfroml(text, sizeof text, format, 1.5L);
		_exit(3);
	}
	wait(&status);
	printf("'%s': status %x\n", format, (unsigned)status & 0xff7f);
}

int main(void)
{
	static const char *const good[] = {
		"%f", "%.3f", "%.0f", "%.f", "%F", "%e", "%.10E", "%.0e", "%g", "%G", "%.g", "%.3g", "%a", "%A", "%.2a",
		"%.120f", "%f ", "%gg", "%.99999999999f", "%.007f",
	};
	static const char *const bad[] = {
		"%5f", "%d", "%lf", "%Lf", "x", "%%", "%", "", "%+f", "%.-1f", "%.*f", "%.3", "%#g", "% f", "%s", "%n",
	};

	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		convert(good[i]);
	fit(0);
	for (size_t size = 2; size <= 12; size++) /* glibc 2.36 writes more than 1 */
		fit(size);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		end(bad[i]);
	return 0;
}
