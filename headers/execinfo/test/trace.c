/* Traces of calls of known depth. How deep main is, and what the dynamic linker
 * knows of a program, differs between libcs and between static and dynamic
 * programs: so what is printed is what must hold everywhere. */
#include <execinfo.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#ifndef __GLIBC__
#include <stdarg.h>

/* Debian's libunwind is compiled with glibc's _FORTIFY_SOURCE. */
int __fprintf_chk(FILE *stream, int flag, const char *format, ...);
int __fprintf_chk(FILE *stream, int flag, const char *format, ...)
{
	va_list arguments;
	int length;

	(void)flag;
	va_start(arguments, format);
	length = vfprintf(stream, format, arguments);
	va_end(arguments);
	return length;
}
#endif

enum { MOST = 200 };

static void *array[MOST];
static int count;
static volatile int after;

__attribute__((__noinline__)) static void trace(int size)
{
	count = backtrace(array, size);
	after++;
}

__attribute__((__noinline__)) static void deep(int depth, int size)
{
	if (depth)
		deep(depth - 1, size);
	else
		trace(size);
	after++;
}

static void depths(void)
{
	int base;

	deep(0, MOST);
	base = count;
	for (int depth = 0; depth < 100; depth += 7) {
		deep(depth, MOST);
		printf("depth %d: %d\n", depth, count - base);
	}
	for (int size = -2; size < 6; size++) {
		memset(array, 0, sizeof array);
		deep(20, size);
		printf("size %d: %d, next %d\n", size, count,
		       count >= 0 && array[count] != NULL);
	}
	deep(20, MOST);
	/* All of the recursion returns to one place. */
	for (int i = 2; i < 19; i++)
		if (array[i] != array[2])
			printf("%d is elsewhere\n", i);
	printf("first in trace: %d\n",
	       (char *)array[0] > (char *)trace &&
		       (char *)array[0] < (char *)trace + 200);
	printf("second in deep: %d\n", (char *)array[1] > (char *)deep &&
					       (char *)array[1] < (char *)deep + 300);
}

/* The line of a file has no blank before the address. */
static int same_line(const char *line, const char *symbol)
{
	const char *blank = strrchr(symbol, ' ');
	size_t head = blank ? (size_t)(blank - symbol) : 0;

	return !strncmp(line, symbol, head) &&
	       !strcmp(line + head, symbol + head + (blank != NULL));
}

/* The end of each line is its address. */
static void lines(void)
{
	char expected[40], *text, *line;
	char **symbols;
	int ends[2];
	ssize_t length;

	deep(3, MOST);
	symbols = backtrace_symbols(array, count);
	for (int i = 0; i < count; i++) {
		size_t tail = (size_t)snprintf(expected, sizeof expected, "[%p]",
					       array[i]);
		size_t whole = strlen(symbols[i]);

		if (whole < tail || strcmp(symbols[i] + whole - tail, expected))
			printf("wrong: %s is not %s\n", symbols[i], expected);
		if (whole > tail && (!strchr(symbols[i], '(') ||
				     symbols[i][whole - tail - 1] != ' '))
			printf("wrong: %s\n", symbols[i]);
	}
	if (pipe(ends))
		return;
	backtrace_symbols_fd(array, count, ends[1]);
	close(ends[1]);
	text = calloc(1 << 16, 1);
	length = read(ends[0], text, (1 << 16) - 1);
	close(ends[0]);
	line = text;
	for (int i = 0; i < count && length > 0; i++) {
		char *end = strchr(line, '\n');

		if (!end) {
			printf("no line %d\n", i);
			break;
		}
		*end = 0;
		if (!same_line(line, symbols[i]))
			printf("wrong: %s is not %s\n", line, symbols[i]);
		line = end + 1;
	}
	printf("rest: \"%s\"\n", line);
	free(text);
	free(symbols);
	symbols = backtrace_symbols(array, 0);
	printf("no lines: %s\n", symbols ? "a block" : "NULL");
	free(symbols);
	array[0] = NULL;
	array[1] = (void *)16;
	array[2] = (void *)-1;
	symbols = backtrace_symbols(array, 3);
	printf("%s %s %s\n", symbols[0], symbols[1], symbols[2]);
	free(symbols);
	fflush(stdout);
	backtrace_symbols_fd(array, 3, 1);
	backtrace_symbols_fd(array, 0, 1);
	backtrace_symbols_fd(array, 3, -1);
}

static void handler(int signal)
{
	(void)signal;
	trace(MOST);
}

/* Through the frame of a signal. */
static void from_signal(void)
{
	int without;

	deep(5, MOST);
	without = count;
	signal(SIGUSR1, handler);
	raise(SIGUSR1);
	printf("in a handler: %s\n", count > 1 ? "some" : "none");
	(void)without;
}

int main(void)
{
	depths();
	lines();
	from_signal();
	return 0;
}
