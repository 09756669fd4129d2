/* Streams of the wrong kind, through every function; and what works, so that the
 * wrappers can't have broken it. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TRY(call) \
	do { \
		errno = 0; \
		long result = (long)(call); \
		int error = errno; \
		printf("%s: %ld errno %d ferror %d feof %d\n", #call, result, error, \
		       ferror(f) != 0, feof(f) != 0); \
		clearerr(f); \
	} while (0)

static int format(FILE *f, const char *text, ...)
{
	va_list arguments;

	va_start(arguments, text);
	int result = vfprintf(f, text, arguments);
	va_end(arguments);
	return result;
}

static void writing(FILE *f)
{
	TRY(fputc('a', f));
	TRY(putc('b', f));
	TRY(putc_unlocked('c', f));
	TRY(fputc_unlocked('d', f));
	TRY(fputs("text", f) >= 0);
	TRY(fputs("", f) >= 0);
	TRY(fputs_unlocked("text\n", f) >= 0);
	TRY(fwrite("abcdef", 2, 3, f));
	TRY(fwrite("abcdef", 0, 3, f));
	TRY(fwrite("abcdef", 3, 0, f));
	TRY(fwrite_unlocked("abc", 3, 1, f));
	TRY(fprintf(f, "%d", 1234));
	TRY(format(f, "%s %d", "x", 1));
	TRY(fflush(f));
}

static void reading(FILE *f)
{
	char buffer[16] = "", *line = NULL;
	size_t size = 0;
	int number = 0;

	TRY(fgetc(f));
	TRY(getc(f));
	TRY(getc_unlocked(f));
	TRY(fgetc_unlocked(f));
	TRY(fgets(buffer, 4, f) != NULL);
	TRY(fread(buffer, 1, 3, f));
	TRY(fread_unlocked(buffer, 1, 3, f));
	TRY(getline(&line, &size, f));
	TRY(getdelim(&line, &size, 'x', f));
	TRY(fscanf(f, "%d", &number));
	printf("%s|%d\n", buffer, number);
	free(line);
}

static void with_buffering(const char *mode, int buffering, size_t size)
{
	FILE *f = fopen("file", mode);

	printf("== %s %d %zu\n", mode, buffering, size);
	if (buffering >= 0)
		setvbuf(f, NULL, buffering, size);
	writing(f);
	rewind(f);
	reading(f);
	fclose(f);
	f = fopen("file", "r");
	int c;
	while ((c = fgetc(f)) != EOF)
		putchar(c);
	putchar('\n');
	fclose(f);
}

int main(void)
{
	static const char *const modes[] = {"w", "r", "a", "w+", "r+"};

	fclose(fopen("file", "w"));
	for (unsigned i = 0; i < sizeof modes / sizeof *modes; i++) {
		with_buffering(modes[i], -1, 0);
		with_buffering(modes[i], _IONBF, 0);
		with_buffering(modes[i], _IOLBF, 64);
		with_buffering(modes[i], _IOFBF, 16);
	}
	FILE *f = fopen("/dev/full", "w");
	setvbuf(f, NULL, _IONBF, 0);
	TRY(fputs("text", f));
	TRY(fputc('x', f));
	TRY(fwrite("abc", 1, 3, f));
	TRY(fprintf(f, "%d", 12));
	fclose(f);
	char *memory = NULL;
	size_t size = 0;
	f = open_memstream(&memory, &size);
	for (int i = 0; i < 3000; i++)
		fputs("0123456789", f);
	fclose(f);
	printf("%zu %s\n", size, memory + size - 10);
	free(memory);
	return 0;
}
