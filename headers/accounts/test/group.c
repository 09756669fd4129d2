/* fgetgrent and fgetgrent_r over lines good and bad, as streams in memory. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const lines[] = {
	"root:x:0:", "a:b:1:c,d,e", "a:b:1:c", "a:b:1", "a:b:", "a:b", "a:", "a", ":b:1:c",
	"a::1:c", "a:b::c", "a:b:x:c", "a:b:1x:c", "a:b:-1:c", "a:b:+1:c", "a:b: 1:c",
	"a:b:1 :c", "a:b:010:c", "a:b:4294967295:c", "a:b:4294967296:c",
	"a:b:99999999999999999999:c", "a:b:1:c:d", "a:b:1:c,d:e,f", "#a:b:1:c", "  #a:b:1:c",
	"  a:b:1:c", "\ta:b:1:c", "+", "-", "+a", "-a", "+:::", "-a:::", "+a:b:1:c",
	"+a:b::c,d", "+a:b:x:c", "a:b:1:,", "a:b:1:,,c,,d,,", "a:b:1: c, d ,e ",
	"a:b:1:c d,e f", "a b:c:1:d", ": : : :", "a:b:1:\tc", "a:b:1:c,", "+@g", "+@g::",
};

static void show(const struct group *p)
{
	if (!p) {
		puts(" NULL");
		return;
	}
	printf(" [%s][%s] %u", p->gr_name, p->gr_passwd ? p->gr_passwd : "-",
	       (unsigned)p->gr_gid);
	if (!p->gr_mem)
		printf(" none");
	for (int i = 0; p->gr_mem && p->gr_mem[i]; i++)
		printf(" <%s>", p->gr_mem[i]);
	putchar('\n');
}

static FILE *stream(const char *text)
{
	FILE *file = tmpfile();

	fputs(text, file);
	rewind(file);
	return file;
}

static void each_line(void)
{
	struct group entry, *result;
	char text[256], buffer[512];

	for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++) {
		snprintf(text, sizeof text, "%s\nnext:x:7:a,b", lines[i]);
		FILE *file = stream(text);
		printf("%u", i);
		errno = 0;
		struct group *got = fgetgrent(file);
		printf(" errno %d", errno);
		show(got);
		rewind(file);
		errno = 0;
		int error = fgetgrent_r(file, &entry, buffer, sizeof buffer, &result);
		printf("  _r %d errno %d same %d", error, errno, !result || result == &entry);
		show(result);
		error = fgetgrent_r(file, &entry, buffer, sizeof buffer, &result);
		printf("  _r %d", error);
		show(result);
		fclose(file);
	}
}

static void ends(void)
{
	struct group entry, *result;
	char buffer[64];
	FILE *file = stream("# none\n\n   \n");

	errno = 0;
	show(fgetgrent(file));
	printf("at the end: %d\n", errno);
	errno = 0;
	show(fgetgrent(file));
	printf("again: %d\n", errno);
	result = &entry;
	printf("_r %d", fgetgrent_r(file, &entry, buffer, sizeof buffer, &result));
	show(result);
	fclose(file);
	file = stream("long:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx:1:a\n"
		      "short:x:1:a\n");
	for (int i = 0; i < 3; i++) {
		errno = 0;
		result = &entry;
		int error = fgetgrent_r(file, &entry, buffer, i == 1 ? 20 : sizeof buffer, &result);
		printf("small buffer %d errno %d", error, errno);
		show(result);
	}
	show(fgetgrent(file));
	printf("%d", fgetgrent_r(file, &entry, buffer, sizeof buffer, &result));
	show(result);
	fclose(file);
	char *big = malloc(70001);
	memset(big, 'g', 70000);
	big[70000] = 0;
	file = tmpfile();
	fprintf(file, "big:x:1:a,%s,b\nsmall:x:1:\n", big);
	rewind(file);
	struct group *got = fgetgrent(file);
	printf("%s %zu\n", got->gr_name, strlen(got->gr_mem[1]));
	show(fgetgrent(file));
	free(big);
	fclose(file);
	file = fopen("/dev/null", "w");
	errno = 0;
	show(fgetgrent(file));
	fclose(file);
	file = fopen(".", "r");
	errno = 0;
	show(fgetgrent(file));
	printf("directory: %d\n", errno);
	printf("_r %d", fgetgrent_r(file, &entry, buffer, sizeof buffer, &result));
	show(result);
	fclose(file);
}

int main(void)
{
	each_line();
	ends();
	return 0;
}
