/* Numbers as a user's language groups them, from a string, a stream and standard input. */
#include <stdarg.h>
#include <stdio.h>
#include <unistd.h>

static int from_string(const char *text, ...)
{
	va_list arguments;

	va_start(arguments, text);
	int count = vsscanf(text, "%'d", arguments);
	va_end(arguments);
	return count;
}

static int from_stream(FILE *stream, ...)
{
	va_list arguments;

	va_start(arguments, stream);
	int count = vfscanf(stream, " %'d", arguments);
	va_end(arguments);
	return count;
}

static int from_input(int before, ...)
{
	va_list arguments;

	va_start(arguments, before);
	int count = vscanf(" %'d", arguments);
	va_end(arguments);
	return before + count;
}

int main(void)
{
	int ends[2], count, total = 0;
	FILE *stream = tmpfile();

	if (!stream || pipe(ends) || write(ends[1], "42 17 ", 6) != 6 || dup2(ends[0], 0))
		return 1;
	close(ends[1]);
	fputs("12 34 ", stream);
	rewind(stream);
	count = sscanf("1234 files", "%'d files", &total);
	printf("%d %d\n", count, total);
	count = from_string("77", &total);
	printf("%d %d\n", count, total);
	count = fscanf(stream, "%'d", &total);
	printf("%d %d\n", count, total);
	count = from_stream(stream, &total);
	printf("%d %d\n", count, total);
	count = scanf("%'d", &total);
	printf("%d %d\n", count, total);
	count = from_input(0, &total);
	printf("%d %d\n", count, total);
	return 0;
}
