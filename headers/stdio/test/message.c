/* %m with flags, width and precision, beside every other kind of conversion, in
 * each function that takes a format. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SHOW(...) \
	do { \
		errno = ENOENT; \
		int length = snprintf(buffer, sizeof buffer, __VA_ARGS__); \
		printf("%d [%s] %d\n", length, buffer, errno); \
	} while (0)

static char buffer[256];

static int varied(int (*with)(char **, const char *, va_list), char **out,
		  const char *text, ...)
{
	va_list arguments;

	va_start(arguments, text);
	int length = with(out, text, arguments);
	va_end(arguments);
	return length;
}

int main(void)
{
	setvbuf(stdout, NULL, _IONBF, 0);
	SHOW("%m");
	SHOW("%m%m %m");
	SHOW("a %m b %d c", 7);
	SHOW("%d %m %s", 7, "str");
	SHOW("%%m %m %%");
	SHOW("%30m|");
	SHOW("%-30m|");
	SHOW("%.4m|");
	SHOW("%10.2m|");
	SHOW("%s %.*s %m %*d", "a", 2, "bcd", 5, 42);
	SHOW("%2$s %1$s", "a", "b");
	SHOW("%lld %zu %d %Lf %a %c %m", 1LL, (size_t)2, 3, 4.5L, 1.0, 'c');
	SHOW("plain m");
	SHOW("%#x %+d % d %'d %05d", 255, 1, 2, 3, 4);
	for (int i = 0; i < 135; i += 9) {
		errno = i;
		printf("%d %m\n", i);
	}
	errno = -5;
	printf("%m\n");
	errno = EACCES;
	fprintf(stdout, "%s: %m\n", "fprintf");
	errno = EACCES;
	dprintf(STDOUT_FILENO, "%s: %m\n", "dprintf");
	errno = EACCES;
	sprintf(buffer, "%s: %m", "sprintf");
	puts(buffer);
	char *made = NULL;
	errno = EACCES;
	printf("%d", asprintf(&made, "%s: %m", "asprintf"));
	printf(" %s\n", made);
	free(made);
	errno = EISDIR;
	printf("%d", varied(vasprintf, &made, "%s: %m %d", "vasprintf", 3));
	printf(" %s\n", made);
	free(made);
	errno = E2BIG;
	printf("%d\n", snprintf(NULL, 0, "%m"));
	errno = E2BIG;
	printf("%d", snprintf(buffer, 6, "%m"));
	printf(" %s\n", buffer);
	return 0;
}
