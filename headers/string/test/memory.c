/* strndupa in its caller's frame, rawmemchr, memfrob, strfry and the names
 * with underscores. */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int calls;

static const char *next(const char *text)
{
	calls++;
	return text;
}

static void copies(void)
{
	static const char text[] = "the quick brown fox";
	char *all[24];

	/* An earlier library returned memory of a frame that was gone. */
	for (size_t n = 0; n < 24; n++)
		all[n] = strndupa(next(text), n);
	for (size_t n = 0; n < 24; n++)
		printf("%zu %s\n", strlen(all[n]), all[n]);
	printf("evaluated %d times\n", calls);
	char unended[3] = {'a', 'b', 'c'};
	puts(strndupa(unended, 3));
	puts(strndupa("all", (size_t)-1));
	puts(strdupa("strdupa"));
	all[0] = strndupa("inner", strlen(strndupa("four", 4)));
	puts(all[0]);
}

static void search(void)
{
	size_t size = 5000;
	unsigned char *bytes = malloc(size);

	for (size_t start = 0; start < 18; start++)
		for (size_t end = start; end < size; end += 1 + end / 3) {
			memset(bytes, 'x', size);
			bytes[end] = '\0';
			if ((unsigned char *)rawmemchr(bytes + start, 0) != bytes + end)
				printf("0 not found at %zu\n", end);
			bytes[end] = 0xfe;
			if ((unsigned char *)rawmemchr(bytes + start, 0xfe) != bytes + end)
				printf("0xfe not found at %zu\n", end);
			if ((unsigned char *)rawmemchr(bytes + start, -2) != bytes + end)
				printf("-2 not found at %zu\n", end);
		}
	free(bytes);
	puts("searched");
}

static int ascending(const void *a, const void *b)
{
	return *(const char *)a - *(const char *)b;
}

int main(void)
{
	char text[64] = "an anagram of a longer sentence", other[64];
	int moved = 0;

	copies();
	search();
	printf("%d\n", memfrob(text, 10) == text);
	for (int i = 0; i < 10; i++)
		printf("%d ", (unsigned char)text[i]);
	puts(memfrob(text, 10));
	for (int i = 0; i < 50; i++) {
		strcpy(other, text);
		moved |= strfry(other) == other && strcmp(text, other) != 0;
	}
	qsort(other, strlen(other), 1, ascending);
	printf("%d %s\n", moved, other);
	printf("[%s] [%s]\n", strfry(strndupa("", 0)), strfry(strdupa("x")));
	printf("%d\n", (int)((char *)__mempcpy(other, "abc", 3) - other));
	return 0;
}
