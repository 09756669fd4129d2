/* fgetpwent and fgetpwent_r over lines good and bad, as streams in memory. */
#define _GNU_SOURCE
#include <errno.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const lines[] = {
	"root:x:0:0:root:/root:/bin/sh", "a:b:1:2:c:d:e", "a:b:1:2:c:d:", "a:b:1:2:c:d",
	"a:b:1:2:c:", "a:b:1:2:c", "a:b:1:2:", "a:b:1:2", "a:b:1:", "a:b:1", "a:b:", "a:b",
	"a:", "a", ":b:1:2:c:d:e", "a::1:2:c:d:e", "a:b::2:c:d:e", "a:b:1::c:d:e",
	"a:b:x:2:c:d:e", "a:b:1:x:c:d:e", "a:b:1x:2:c:d:e", "a:b:1:2x:c:d:e",
	"a:b:-1:2:c:d:e", "a:b:1:-2:c:d:e", "a:b:+1:2:c:d:e", "a:b: 1:2:c:d:e",
	"a:b:1 :2:c:d:e", "a:b:0x10:010:c:d:e", "a:b:4294967295:4294967294:c:d:e",
	"a:b:4294967296:2:c:d:e", "a:b:99999999999999999999:2:c:d:e", "a:b:1:2:c:d:e:f:g",
	"#a:b:1:2:c:d:e", "  #a:b:1:2:c:d:e", "  a:b:1:2:c:d:e  ", "\ta:b:1:2:c:d:e",
	"+", "-", "+a", "-a", "+:b:1:2:c:d:e", "+a:b:::c:d:e", "+::::::", "-a::::::",
	"+a:b:1", "+a:b:x:2:c:d:e", "+@group", "+@group:x::::/d:/s", "a:b:1:2::::", "a:b:1:2:::",
	"a:b:1:2:c c:d d:e e", "a b:c:1:2:c:d:e", "a:b:\t1:2:c:d:e", ": : : : : :", "a\r:b:1:2:c:d:e\r",
};

static void show(const struct passwd *p)
{
	if (!p) {
		puts(" NULL");
		return;
	}
	printf(" [%s][%s] %u %u [%s][%s][%s]\n", p->pw_name, p->pw_passwd ? p->pw_passwd : "-",
	       (unsigned)p->pw_uid, (unsigned)p->pw_gid, p->pw_gecos ? p->pw_gecos : "-",
	       p->pw_dir ? p->pw_dir : "-", p->pw_shell ? p->pw_shell : "-");
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
	struct passwd entry, *result;
	char text[256], buffer[512];

	for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++) {
		snprintf(text, sizeof text, "%s\nnext:x:7:7:::", lines[i]);
		FILE *file = stream(text);
		printf("%u", i);
		errno = 0;
		struct passwd *got = fgetpwent(file);
		printf(" errno %d", errno);
		show(got);
		rewind(file);
		errno = 0;
		int error = fgetpwent_r(file, &entry, buffer, sizeof buffer, &result);
		printf("  _r %d errno %d same %d", error, errno, !result || result == &entry);
		show(result);
		error = fgetpwent_r(file, &entry, buffer, sizeof buffer, &result);
		printf("  _r %d", error);
		show(result);
		fclose(file);
	}
}

static void ends(void)
{
	struct passwd entry, *result;
	char buffer[64];
	FILE *file = stream("# none\n\n   \n");

	errno = 0;
	show(fgetpwent(file));
	printf("at the end: %d\n", errno);
	errno = 0;
	show(fgetpwent(file));
	printf("again: %d\n", errno);
	result = &entry;
	printf("_r %d", fgetpwent_r(file, &entry, buffer, sizeof buffer, &result));
	show(result);
	fclose(file);
	file = stream("long:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx:1:2:a:b:c\n"
		      "short:x:1:2:a:b:c\n");
	for (int i = 0; i < 3; i++) {
		errno = 0;
		result = &entry;
		int error = fgetpwent_r(file, &entry, buffer, i == 1 ? 20 : sizeof buffer, &result);
		printf("small buffer %d errno %d", error, errno);
		show(result);
	}
	show(fgetpwent(file));
	printf("%d", fgetpwent_r(file, &entry, buffer, sizeof buffer, &result));
	show(result);
	fclose(file);
	char *big = malloc(70001);
	memset(big, 'g', 70000);
	big[70000] = 0;
	file = tmpfile();
	fprintf(file, "big:x:1:2:%s:/:/\nsmall:x:1:2:::\n", big);
	rewind(file);
	struct passwd *got = fgetpwent(file);
	printf("%s %zu\n", got->pw_name, strlen(got->pw_gecos));
	show(fgetpwent(file));
	free(big);
	fclose(file);
	file = fopen("/dev/null", "w");
	errno = 0;
	show(fgetpwent(file));
	fclose(file);
	file = fopen(".", "r");
	errno = 0;
	show(fgetpwent(file));
	printf("directory: %d\n", errno);
	printf("_r %d", fgetpwent_r(file, &entry, buffer, sizeof buffer, &result));
	show(result);
	fclose(file);
}

int main(void)
{
	each_line();
	ends();
	return 0;
}
