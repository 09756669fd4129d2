/* sgetspent, fgetspent and their _r forms over lines good and bad. */
#define _GNU_SOURCE
#include <errno.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Not among them: a number over 64 bits, with which glibc 2.36 never returns. */
static const char *const lines[] = {
	"root:*:19000:0:99999:7:::", "a:b:1:2:3:4:5:6:7", "a:b:1:2:3:4:5:6:", "a:b:1:2:3:4:5:6",
	"a:b:1:2:3:4:5:", "a:b:1:2:3:4:5", "a:b:1:2:3:4:", "a:b:1:2:3:4", "a:b:1:2:3:", "a:b:1:2:3",
	"a:b:1:2:", "a:b:1:2", "a:b:1:", "a:b:1", "a:b:", "a:b", "a:", "a", "", ":b:1:2:3:4:5:6:7",
	"a::::::::", "a:b:x:2:3:4:5:6:7", "a:b:1:x:3:4:5:6:7", "a:b:1:2:x:4:5:6:7",
	"a:b:1:2:3:x:5:6:7", "a:b:1:2:3:4:x:6:7", "a:b:1:2:3:4:5:x:7", "a:b:1:2:3:4:5:6:x",
	"a:b:-1:2:3:4:5:6:7", "a:b:+1: 2:3 :4:5:6:7", "a:b:1x:2:3:4:5:6:7", "a:b:010:2:3:4:5:6:7",
	"a:b:4294967295:2:3:4:5:6:7", "a:b:4294967296:2:3:4:5:6:7", "a:b:1:2:3:4:5:6:4294967296",
	"a:b:1:2:3:4:5:6:-1", "a:b:1:2:3:4:5:6:7:8", "a:b:1:2:3:4:5:6:7 ", "#a:b:1:2:3:4:5:6:7",
	"  a:b:1:2:3:4:5:6:7", "+", "-", "+a", "-a:b", "+a:b:", "+a::::::::", "+a:b:1:2:3:4:5:6:7",
	"+a:b:x:2:3:4:5:6:7", "a:!*:::::::", "a:b:2147483648:::::::",
	"a:b:1:2:3:::", "a:b:1:2:3::::", "a:b:1:2:3:4::", "a:b:::::: :", "a:b:1:2:3:4:5:6:7\nx:y:1:2:3:4:5:6:7",
};

static void show(const struct spwd *s)
{
	if (!s) {
		puts(" NULL");
		return;
	}
	printf(" [%s][%s] %ld %ld %ld %ld %ld %ld %lu\n", s->sp_namp,
	       s->sp_pwdp ? s->sp_pwdp : "-", s->sp_lstchg, s->sp_min, s->sp_max, s->sp_warn,
	       s->sp_inact, s->sp_expire, s->sp_flag);
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
	struct spwd entry, *result;
	char text[256], buffer[512];

	for (unsigned i = 0; i < sizeof lines / sizeof *lines; i++) {
		printf("%u", i);
		errno = 0;
		show(sgetspent(lines[i]));
		result = &entry;
		int error = sgetspent_r(lines[i], &entry, buffer, sizeof buffer, &result);
		printf("  s_r %d same %d", error, !result || result == &entry);
		show(result);
		snprintf(text, sizeof text, "%s\nnext:x:1:2:3:4:::", lines[i]);
		FILE *file = stream(text);
		errno = 0;
		struct spwd *got = fgetspent(file);
		printf("  f errno %d", errno);
		show(got);
		rewind(file);
		error = fgetspent_r(file, &entry, buffer, sizeof buffer, &result);
		printf("  f_r %d", error);
		show(result);
		error = fgetspent_r(file, &entry, buffer, sizeof buffer, &result);
		printf("  f_r %d", error);
		show(result);
		fclose(file);
	}
}

static void ends(void)
{
	struct spwd entry, *result;
	char buffer[64];
	FILE *file = stream("\n# none\n");

	errno = 0;
	show(fgetspent(file));
	printf("at the end: %d\n", errno);
	printf("_r %d", fgetspent_r(file, &entry, buffer, sizeof buffer, &result));
	show(result);
	fclose(file);
	file = stream("long:xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx:1:2:3:4:5:6:7\n"
		      "short:x:1:2:3:4:::\n");
	printf("small %d", fgetspent_r(file, &entry, buffer, sizeof buffer, &result));
	show(result);
	printf("tiny %d", fgetspent_r(file, &entry, buffer, 5, &result));
	show(result);
	show(fgetspent(file));
	printf("%d", fgetspent_r(file, &entry, buffer, sizeof buffer, &result));
	show(result);
	fclose(file);
	static const char line[] = "abc:def:1:2:3:4:5:6:7";
	for (unsigned size = 0; size < sizeof line + 4; size += size < 18 ? 6 : 1)
		printf("%u:%d ", size, sgetspent_r(line, &entry, buffer, size, &result));
	putchar('\n');
	char *big = malloc(70001);
	memset(big, 'g', 70000);
	big[70000] = 0;
	file = tmpfile();
	fprintf(file, "big:%s:1:2:3:4:5:6:7\nsmall:x:1:2:3:4:::\n", big);
	rewind(file);
	struct spwd *got = fgetspent(file);
	printf("%s %zu %lu\n", got->sp_namp, strlen(got->sp_pwdp), got->sp_flag);
	show(fgetspent(file));
	free(big);
	fclose(file);
}

int main(void)
{
	each_line();
	ends();
	return 0;
}
