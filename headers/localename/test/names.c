/* setlocale and newlocale with names that glibc and musl both lack, and with those
 * that both have. LC_ALL is C in the environment. What setlocale(LC_ALL, NULL) looks
 * like is each library's own, so it is only given back. */
#define _GNU_SOURCE
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const names[] = {
	"C", "POSIX", "C.UTF-8", "C.utf8", "C.UTF8", "C.utf-8", "C.Utf8",
	"C.UTF-8@euro", "C.utf8@", "C.UTF-8@x@y", "C_ZZ.UTF-8", "C_.UTF-8", "zz_ZZ",
	"zz_ZZ.UTF-8", "zz_ZZ.utf8", "zz", "zz_ZZ@euro", "zz.", "c", "posix",
	"c.utf-8", "C ", " C", "C.", "C@", "C@x", "C_ZZ", "C.8", "C.utf", "C.u-t-f-8",
	"C.-utf8", "C.utf--8", "C.utf8-", "C.utf88", "C.utf-16", "C.iso88591",
	"C.UTF_8", "C.U.T.F.8", "C.UTF-8.x", "C.utf8+x", "C.utf8_ZZ", "C._",
	"POSIX.UTF-8", "POSIX@x", "_", "@", ".", "..", "...", "/", "//",
	"/usr/bin/foo", "../x", "./C", "C/", "C.UTF-8/", "a/b", "LC_CTYPE=C",
	"LC_ALL=C", "=", "C=C", "\x01gar\x02 bage\x03", "z\377z", "%s",
	"zzzzzzzzzzzzzzzzzzzzzzz", "zzzzzzzzzzzzzzzzzzzzzzzz",
	"C.UTF-8@zzzzzzzzzzzzzzzzzzzzzzzzzzzzzz",
};
static const int categories[] = {LC_CTYPE,    LC_NUMERIC,  LC_TIME, LC_COLLATE,
				 LC_MONETARY, LC_MESSAGES, LC_ALL};
enum { NAMES = sizeof names / sizeof *names, ALL = sizeof categories / sizeof *categories };

static void show(const char *what, int which, const char *name, int taken, int error)
{
	printf("%s %d [%s] %d %s\n", what, which, name, taken,
	       taken || error == ENOENT || error == 0 ? "" : strerrorname_np(error));
}

/* A name that is refused changes nothing. glibc leaves errno alone where it knows
 * already that there is no such locale. */
static void global(void)
{
	for (int i = 0; i < NAMES; i++) {
		for (int c = 0; c < ALL; c++) {
			setlocale(LC_ALL, "C");
			setlocale(LC_MESSAGES, "C.utf8");
			char *before = strdup(setlocale(LC_ALL, NULL));
			errno = 0;
			int taken = setlocale(categories[c], names[i]) != NULL;
			show("setlocale", categories[c], names[i], taken, errno);
			printf("%s %s\n", nl_langinfo(CODESET)[0] == 'U' ? "UTF-8" : "C", nl_langinfo(RADIXCHAR));
			if (!taken && strcmp(before, setlocale(LC_ALL, NULL)) != 0)
				puts("changed");
			printf("back %d\n", setlocale(LC_ALL, before) != NULL);
			free(before);
		}
	}
}

static void objects(void)
{
	static const int masks[] = {
		LC_CTYPE_MASK, LC_NUMERIC_MASK, LC_TIME_MASK, LC_COLLATE_MASK,
		LC_MONETARY_MASK, LC_MESSAGES_MASK, LC_ALL_MASK, LC_CTYPE_MASK | LC_TIME_MASK,
		1 << LC_ALL, 0, 1 << 20, 1 << 30, 1 << LC_ALL | LC_CTYPE_MASK,
		LC_ALL_MASK | 1 << 20, -1,
	};

	for (int i = 0; i < NAMES; i++) {
		for (unsigned m = 0; m < sizeof masks / sizeof *masks; m++) {
			errno = 0;
			locale_t locale = newlocale(masks[m], names[i], (locale_t)0);
			show("newlocale", (int)m, names[i], locale != 0, errno);
			if (!locale)
				continue;
			puts(nl_langinfo_l(CODESET, locale)[0] == 'U' ? "UTF-8" : "C");
			freelocale(locale);
		}
	}
	for (unsigned m = 0; m < sizeof masks / sizeof *masks; m++) {
		errno = 0;
		locale_t locale = newlocale(masks[m], NULL, (locale_t)0);
		printf("NULL %d %d\n", locale != 0, errno);
	}
}

/* A base is changed where the call succeeds, and left alone where it fails. */
static void bases(void)
{
	locale_t base = newlocale(LC_ALL_MASK, "C", (locale_t)0);

	base = newlocale(LC_CTYPE_MASK, "C.UTF-8", base);
	printf("base %s\n", nl_langinfo_l(CODESET, base));
	for (int i = 0; i < 3; i++) {
		errno = 0;
		locale_t none = newlocale(i ? LC_NUMERIC_MASK : LC_CTYPE_MASK, i == 2 ? "zz/z" : "qq_QQ", base);
		printf("none %d %s\n", none != 0, strerrorname_np(errno));
		printf("still %s\n", nl_langinfo_l(CODESET, base));
	}
	locale_t copy = duplocale(base);
	base = newlocale(LC_CTYPE_MASK, "C", base);
	printf("copy %s\n", nl_langinfo_l(CODESET, copy));
	base = newlocale(LC_CTYPE_MASK | LC_TIME_MASK, "LC_TIME=C;LC_CTYPE=C.UTF-8", base);
	printf("named %s\n", base ? nl_langinfo_l(CODESET, base) : "-");
	locale_t old = uselocale(base);
	printf("in use %s\n", nl_langinfo(CODESET));
	uselocale(old);
	freelocale(copy);
	freelocale(base);
}

#define REST ";LC_PAPER=C;LC_NAME=C;LC_ADDRESS=C;LC_TELEPHONE=C;LC_MEASUREMENT=C;LC_IDENTIFICATION=C"

static void composites(void)
{
	static const char *const texts[] = {
		"LC_CTYPE=C;LC_NUMERIC=C;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=C;LC_MESSAGES=C" REST,
		"LC_CTYPE=C.UTF-8;LC_NUMERIC=C;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=C;LC_MESSAGES=C" REST,
		"LC_CTYPE=C.UTF-8;LC_NUMERIC=;LC_TIME=C;LC_COLLATE=;LC_MONETARY=C;LC_MESSAGES=C" REST,
		"LC_MESSAGES=C;LC_NUMERIC=C;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=POSIX;LC_CTYPE=C.utf8" REST,
		"LC_CTYPE=zz_ZZ;LC_NUMERIC=C;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=C;LC_MESSAGES=C" REST,
		"LC_CTYPE=C;LC_NUMERIC=zz_ZZ;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=C;LC_MESSAGES=C" REST,
		"LC_CTYPE=C;LC_NUMERIC=C;LC_TIME=C;LC_COLLATE=C;LC_MONETARY=C;LC_MESSAGES=C" REST ";LC_ZZ=C",
		"LC_CTYPE=C;LC_NUMERIC=C;LC_TIME=C", "LC_CTYPE=C;LC_CTYPE=C", "LC_CTYPE=C;", ";", ";;;;;",
		"C;C", "C;", "LC_CTYPE;LC_TIME=C", "x;LC_CTYPE=C",
	};

	for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++) {
		setlocale(LC_ALL, "C");
		errno = 0;
		char *set = setlocale(LC_ALL, texts[i]);
		printf("composite %u %d", i, set != NULL);
		printf(" %s %s\n", setlocale(LC_CTYPE, NULL), nl_langinfo(CODESET)[0] == 'U' ? "UTF-8" : "C");
		printf("one %d\n", setlocale(LC_CTYPE, texts[i]) != NULL);
		for (int mask = 1; mask; mask = mask == 1 ? LC_TIME_MASK : mask == LC_TIME_MASK ? LC_ALL_MASK : 0) {
			locale_t locale = newlocale(mask, texts[i], (locale_t)0);
			printf("object %d\n", locale != 0);
			if (locale)
				freelocale(locale);
		}
	}
}

int main(void)
{
	char long_name[400];

	global();
	objects();
	bases();
	composites();
	for (int length = 250; length < 260; length++) {
		memset(long_name, 'q', sizeof long_name);
		long_name[length] = '\0';
		errno = 0;
		printf("%d: %d", length, newlocale(LC_ALL_MASK, long_name, (locale_t)0) != 0);
		printf(" %s\n", strerrorname_np(errno));
	}
	for (int category = -3; category < 20; category++) {
		if (category > LC_ALL && category < 13)
			continue; /* LC_PAPER and its like, which musl lacks */
		errno = 0;
		int taken = setlocale(category, "C") != NULL;
		printf("category %d: %d %d", category, taken, errno);
		printf(" %d\n", setlocale(category, NULL) != NULL);
	}
	setlocale(LC_ALL, "C");
	printf("%s %s\n", setlocale(LC_ALL, NULL), setlocale(LC_ALL, "POSIX"));
	char *(*function)(int, const char *) = setlocale;
	printf("%d\n", function(LC_ALL, "zz_ZZ") != NULL);
	return 0;
}
