/* gshadow.h on strings and streams: parsing, buffers, and what putsgent takes. */
#define _GNU_SOURCE
#include <errno.h>
#include <gshadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const lines[] = {
	"root:*::", "a:b:c,d:e,f", "a:b:c", "a:b", "a", "", "#c:a:b:c", " x : y : a, b : c , d ",
	"+x:::", "-:::", "+", "-a", "+a:b", "+:b:c:d", "a:::b,", "a:::,b", "a:b:,:,", "a:b:c:d:e",
	"a::::", "a:\n", " #a:b:c:d", "\ta:b:c:d\n", "a:b:c d:e f", "a:b:c:d\nb:c:d:e",
	"a:b: c,  d :x  ", ":b:c:d", "a:b:c: d , e\t", "a:!:x,,y:,,z,,",
};

static void show_list(const char *name, char **list)
{
	printf(" %s", name);
	if (!list)
		printf(" none");
	for (; list && *list; list++)
		printf("<%s>", *list);
}

static void show(const struct sgrp *s)
{
	if (!s) {
		puts(" NULL");
		return;
	}
	printf(" [%s][%s]", s->sg_namp, s->sg_passwd ? s->sg_passwd : "-");
	show_list("adm", s->sg_adm);
	show_list("mem", s->sg_mem);
	putchar('\n');
}

static void strings(void)
{
	struct sgrp entry, *result;
	char buffer[512];

	for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++) {
		printf("%u", i);
		show(sgetsgent(lines[i]));
		int error = sgetsgent_r(lines[i], &entry, buffer, sizeof buffer, &result);
		printf("  _r %d same %d", error, result == &entry);
		show(result);
	}
	for (unsigned size = 0; size < 20; size += 5) {
		errno = 0;
		int error = sgetsgent_r("abc:def:gh,i:jk,l,m", &entry, buffer, size, &result);
		printf("%d %d %d\n", error, errno, result == NULL);
	}
	char *big = malloc(100001);
	for (int i = 0; i < 100000; i++)
		big[i] = i % 5 == 4 ? ',' : 'm';
	memcpy(big, "g:p::", 5);
	big[100000] = 0;
	struct sgrp *got = sgetsgent(big);
	int count = 0;
	while (got->sg_mem[count])
		count++;
	printf("%d %s\n", count, got->sg_mem[count - 1]);
	free(big);
}

static void streams(void)
{
	static const char text[] = "# comment\n\nroot:*::\n\n  x:y:z:w\nbad\n"
				   "+plus:a:b:c\n-minus\nlast:p:q:r";
	struct sgrp entry, *result;
	char buffer[200];
	FILE *file = tmpfile();

	fputs(text, file);
	rewind(file);
	for (int i = 0; i < 8; i++) {
		errno = 0;
		struct sgrp *got = fgetsgent(file);
		printf("f errno %d", errno);
		show(got);
	}
	for (unsigned size = 5; size <= sizeof buffer; size += 195) {
		rewind(file);
		for (int i = 0; i < 8; i++) {
			errno = 0;
			int error = fgetsgent_r(file, &entry, buffer, size, &result);
			printf("f_r %d errno %d", error, errno);
			show(result);
		}
	}
	fclose(file);
	file = fopen(".", "r");
	printf("%d", fgetsgent_r(file, &entry, buffer, sizeof buffer, &result));
	printf(" %d %d\n", result == NULL, errno);
	fclose(file);
}

static void puts_entries(void)
{
	static char *none[] = {0}, *two[] = {"x", "y", 0}, *colon[] = {"x:", 0},
		    *comma[] = {"a", "x,y", 0}, *newline[] = {"x\n", 0}, *empty[] = {"", "a", 0};
	static const struct sgrp entries[] = {
		{"g", "p", two, none}, {"g", NULL, none, two}, {"g", NULL, NULL, NULL},
		{NULL, "p", none, none}, {"", "p", none, none}, {"a:b", "p", none, none},
		{"a\nb", "p", none, none}, {"g", "p:q", none, none}, {"g", "p", colon, none},
		{"g", "p", none, colon}, {"g", "p", comma, none}, {"g", "p", none, newline},
		{"+g", NULL, none, none}, {"-g", "x", none, none}, {"g", "", none, none},
		{"g\n", "x", none, none}, {"g", "p\n", none, none}, {"g,h", "p,q", two, two},
		{"g", "p", empty, none},
	};
	for (unsigned i = 0; i < sizeof entries / sizeof *entries; i++) {
		char out[200] = "";
		FILE *file = fmemopen(out, sizeof out, "w");

		errno = 0;
		int error = putsgent(&entries[i], file);
		printf("put %u %d errno %d", i, error, errno);
		fclose(file);
		printf(" '%s'\n", out);
	}
	FILE *full = fopen("/dev/full", "w");
	setvbuf(full, NULL, _IONBF, 0);
	errno = 0;
	int error = putsgent(&entries[0], full);
	printf("full %d errno %d\n", error, errno);
	fclose(full);
}

int main(void)
{
	printf("%zu %s\n", sizeof(struct sgrp), GSHADOW);
	strings();
	streams();
	puts_entries();
	return 0;
}
