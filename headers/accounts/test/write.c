/* putpwent, putgrent and putspent: lines of NIS, NULL, what separates fields and
 * lines, and streams that fail. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <shadow.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

/* Strings that are tried for each field in turn. */
static const char *const texts[] = {
	"", "x", "+", "-", "+name", "-name", "+@group", "-@group", " +", "x+", "#x", " x ",
	"a:b", ":", "a\nb", "\n", "a,b", "\r\t", "%s%n", "\377", NULL,
};
enum { TEXTS = sizeof texts / sizeof *texts };

static FILE *memory;
static char *text;
static size_t size;

static FILE *begin(void)
{
	memory = open_memstream(&text, &size);
	errno = 0;
	return memory;
}

static void end(const char *what, int result)
{
	int error = errno;

	fclose(memory);
	printf("%s %d %d [%s]\n", what, result, error, text);
	free(text);
}

static void passwords(void)
{
	static const unsigned numbers[] = {0, 1, 65534, 2147483648u, 4294967295u};

	for (int field = 0; field < 5; field++) {
		for (int i = 0; i < TEXTS; i++) {
			char *f[5] = {"user", "x", "User", "/home", "/bin/sh"};
			f[field] = (char *)texts[i];
			struct passwd entry = {f[0], f[1], 5, 6, f[2], f[3], f[4]};
			end("passwd", putpwent(&entry, begin()));
		}
	}
	for (int i = 0; i < 25; i++) {
		struct passwd entry = {i % 2 ? "+" : "u", "", numbers[i / 5], numbers[i % 5], "", "", ""};
		end("number", putpwent(&entry, begin()));
	}
	end("none", putpwent(NULL, begin()));
	struct passwd entry = {"u", "x", 1, 2, "", "", ""};
	begin();
	end("no stream", putpwent(&entry, NULL));
}

static void groups(void)
{
	for (int field = 0; field < 4; field++) {
		for (int i = 0; i < TEXTS; i++) {
			char *members[] = {"u", "v", NULL, NULL};
			struct group entry = {"group", "x", 5, members};
			if (field == 0)
				entry.gr_name = (char *)texts[i];
			else if (field == 1)
				entry.gr_passwd = (char *)texts[i];
			else
				members[field - 2] = (char *)texts[i];
			end("group", putgrent(&entry, begin()));
		}
	}
	struct group alone = {"-g", NULL, 4294967295u, NULL};
	end("alone", putgrent(&alone, begin()));
	alone.gr_name = "g";
	end("alone", putgrent(&alone, begin()));
	end("none", putgrent(NULL, begin()));
	begin();
	end("no stream", putgrent(&alone, NULL));
}

static void shadows(void)
{
	static const long numbers[] = {-1, 0, 1, -2, 99999, LONG_MAX, LONG_MIN};

	for (int field = 0; field < 2; field++) {
		for (int i = 0; i < TEXTS; i++) {
			char *f[2] = {"user", "x"};
			f[field] = (char *)texts[i];
			struct spwd entry = {f[0], f[1], 1, 2, 3, 4, 5, 6, 7};
			end("shadow", putspent(&entry, begin()));
		}
	}
	for (int i = 0; i < 7 * 7; i++) {
		long n[7] = {1, 2, 3, 4, 5, 6, 7};
		n[i / 7] = numbers[i % 7];
		struct spwd entry = {"u", "x", n[0], n[1], n[2], n[3], n[4], n[5], n[6]};
		end("number", putspent(&entry, begin()));
	}
}

/* A stream without a buffer meets its error at once, one with a buffer later; an
 * error that was there before is not this call's. */
static void failures(void)
{
	struct passwd user = {"u", "x", 1, 2, "g", "d", "s"};
	struct group group = {"g", "x", 1, NULL};
	struct spwd shadow = {"u", "x", 1, 2, 3, 4, 5, 6, 7};
	static const char *const modes[] = {"/dev/full", "/dev/null"};

	for (int i = 0; i < 6; i++) {
		FILE *stream = fopen(modes[i / 3], i / 3 ? "r" : "w");
		if (!stream)
			return;
		if (i / 3 == 0)
			setvbuf(stream, NULL, _IONBF, 0);
		errno = 0;
		int result = i % 3 == 0   ? putpwent(&user, stream)
			     : i % 3 == 1 ? putgrent(&group, stream)
					  : putspent(&shadow, stream);
		int error = errno;
		printf("%s %d %d %d\n", modes[i / 3], result, error, ferror(stream) != 0);
		fclose(stream);
	}
	for (int i = 0; i < 3; i++) {
		FILE *stream = fopen("/dev/full", "w");
		if (!stream)
			return;
		fputs("x", stream);
		fflush(stream);
		errno = 0;
		int result = i == 0   ? putpwent(&user, stream)
			     : i == 1 ? putgrent(&group, stream)
				      : putspent(&shadow, stream);
		printf("after an error %d %d\n", result, ferror(stream) != 0);
		fclose(stream);
	}
}

int main(void)
{
	passwords();
	groups();
	shadows();
	failures();
	return 0;
}
