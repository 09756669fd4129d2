/* What scanf of glibc 2.36 already has and musl's has not: the flags ' and I, and more
 * than nine positions; and formats that both know, through every function. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static FILE *input(const char *text)
{
	FILE *f = fopen("file", "w");

	fputs(text, f);
	fclose(f);
	return fopen("file", "r");
}

/* Each function once with the same arguments. */
static void through(const char *text, const char *format, ...)
{
	for (int i = 0; i < 3; i++) {
		va_list arguments;
		int count;

		va_start(arguments, format);
		if (i == 0)
			count = vsscanf(text, format, arguments);
		else {
			FILE *f = input(text);

			if (i == 2) {
				fclose(f);
				f = freopen("file", "r", stdin);
			}
			count = i == 2 ? vscanf(format, arguments) : vfscanf(f, format, arguments);
			printf("[at %ld, ", ftell(f));
			printf("%d] ", getc(f));
			if (i == 1)
				fclose(f);
		}
		va_end(arguments);
		printf("%d ", count);
	}
}

static void flags(void)
{
	static const char *const formats[] = {
		"%'d", "%Id", "%I'5d", "%*'d%d", "%'i", "%Ix", "%'lu", "%'lf", "%Is", "%'3s", "%I[0-9]", "%*I[0-9]%d",
		"%Id %n", "%n%'d", "%Id %%", "%Id,%d", "%'hhd", "%Illd%c", "%d%'d", "%Ims",
	};
	static const char *const texts[] = {"", "12", " -12 34", "12,345", "0x1f", "abc", "12%", "99999999999999999999 1", "+"};

	for (unsigned f = 0; f < sizeof formats / sizeof *formats; f++)
		for (unsigned t = 0; t < sizeof texts / sizeof *texts; t++) {
			char one[64], two[64];

			memset(one, 0, sizeof one);
			memset(two, 0, sizeof two);
			if (strchr(formats[f], 'm')) {
				char *word = NULL;
				printf("%d ", sscanf(texts[t], formats[f], &word));
				printf("%s\n", word ? word : "none");
				free(word);
				continue;
			}
			printf("%s of '%s': ", formats[f], texts[t]);
			through(texts[t], formats[f], one, two);
			for (int i = 0; i < 24; i++)
				printf("%02x", one[i] & 255);
			printf(" %d\n", two[0]);
		}
}

static void positions(void)
{
	int v[12] = {0};
	char word[8] = "";

	printf("%d", sscanf("1 2 3 4 5 6 7 8 9 10 11 12 end",
			    "%12$d%11$d%10$d%9$d%8$d%7$d%6$d%5$d%4$d%3$d%2$d%1$d%13$s", &v[0], &v[1], &v[2], &v[3],
			    &v[4], &v[5], &v[6], &v[7], &v[8], &v[9], &v[10], &v[11], word));
	for (int i = 0; i < 12; i++)
		printf(" %d", v[i]);
	printf(" %s\n", word);
	printf("%d", sscanf("5 x", "%2$d %1$s", word, &v[0]));
	printf(" %d %s\n", v[0], word);
}

static void calls(void)
{
	/* No literals: not every compiler knows the flags. */
	const char *volatile two_numbers = "%d%'d", *volatile with_flag = "%Id";
	int a = 0, b = 0;
	FILE *f = input("7 8 9");

	printf("%d", fscanf(f, "%d", &a));
	printf(" %d\n", a);
	fclose(f);
	f = freopen("file", "r", stdin);
	printf("%d", scanf(two_numbers, &a, &b));
	printf(" %d %d\n", a, b);
	f = freopen("file", "w", stdin);
	errno = 0;
	printf("%d", scanf("%d", &a));
	printf(" %d\n", errno);
	errno = 0;
	printf("%d", scanf(with_flag, &a));
	printf(" %d\n", errno);
	printf("%d", sscanf("12 ab", "%x%x", &a, &b));
	printf(" %d %d\n", a, b);
}

int main(void)
{
	flags();
	positions();
	calls();
	return 0;
}
