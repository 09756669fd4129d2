/* Flags as binary numbers, in every way to print. */
#define _GNU_SOURCE
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void list(const char *what, ...)
{
	char *text = NULL, line[64] = "";
	va_list args, again;

	va_start(args, what);
	va_copy(again, args);
	printf("%d ", vsnprintf(line, sizeof line, "%08b", args));
	va_end(args);
	printf("[%s] ", line);
	if (vasprintf(&text, "%#b", again) >= 0)
		printf("[%s]\n", text);
	va_end(again);
}

static void direct(const char *what, ...)
{
	va_list args[4];
	char line[64] = "";

	va_start(args[0], what);
	for (int i = 1; i < 4; i++)
		va_copy(args[i], args[0]);
	fflush(stdout);
	vdprintf(1, "%b\n", args[0]);
	vprintf("%B\n", args[1]);
	vfprintf(stdout, "%lb\n", args[2]);
	vsprintf(line, "%b", args[3]);
	puts(line);
}

int main(void)
{
	char line[64] = "", *text = NULL;

	printf("%b\n", 10u);
	fprintf(stdout, "0b%b\n", 10u);
	fflush(stdout);
	dprintf(1, "%16b\n", 10u);
	printf("%d ", snprintf(line, sizeof line, "%b", 10u));
	printf("[%s] ", line);
	sprintf(line, "%hhb", 10u);
	printf("[%s] ", line);
	if (asprintf(&text, "%b", 10u) >= 0)
		printf("[%s]\n", text);
	list("", 10ul, 10ul);
	direct("", 10ul);
	return 0;
}
