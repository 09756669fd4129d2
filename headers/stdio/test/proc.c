/* Files of proc, which refuse an empty first part of writev: unbuffered, line
 * buffered and larger than the buffer. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static FILE *open_proc(int buffering, size_t size)
{
	FILE *f = fopen("/proc/self/oom_score_adj", "w");

	setvbuf(f, NULL, buffering, size);
	return f;
}

static void value(void)
{
	char text[32] = "";
	FILE *f = fopen("/proc/self/oom_score_adj", "r");

	if (fgets(text, sizeof text, f))
		printf("  is %s", text);
	fclose(f);
}

#define TRY(f, call) \
	do { \
		errno = 0; \
		long result = (call); \
		printf("%s %ld errno %d", #call, result, errno); \
		printf(" close %d\n", fclose(f)); \
		value(); \
	} while (0)

int main(void)
{
	FILE *f;
	char *long_text = malloc(5000);

	f = open_proc(_IONBF, 0);
	TRY(f, fputs("101", f) >= 0);
	f = open_proc(_IONBF, 0);
	TRY(f, fputs("102\n", f) >= 0);
	f = open_proc(_IONBF, 0);
	TRY(f, fwrite("103", 1, 3, f));
	f = open_proc(_IONBF, 0);
	TRY(f, fprintf(f, "%d", 104));
	f = open_proc(_IONBF, 0);
	TRY(f, fputc('5', f));
	f = open_proc(_IOLBF, 1024);
	TRY(f, fputs("106\n", f) >= 0);
	f = open_proc(_IOFBF, 1024);
	TRY(f, fputs("107", f) >= 0);
	f = open_proc(_IOFBF, 2);
	TRY(f, fputs("108", f) >= 0);
	f = open_proc(_IONBF, 0);
	TRY(f, fputs("word", f) >= 0);
	f = open_proc(_IONBF, 0);
	TRY(f, fputs("99999", f) >= 0);
	memset(long_text, '1', 4999);
	long_text[4999] = 0;
	f = open_proc(_IONBF, 0);
	TRY(f, fputs(long_text, f) >= 0);
	free(long_text);
	return 0;
}
