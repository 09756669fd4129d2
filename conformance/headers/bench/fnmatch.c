/* fnmatch over 2,000 names, plain and extended. */
#define _GNU_SOURCE
#include "clock.h"
#include <fnmatch.h>
#include <locale.h>

static char names[2000][40];
static volatile int matched;

static void all(const char *pattern, int flags)
{
	for (int i = 0; i < 2000; i++)
		matched += fnmatch(pattern, names[i], flags) == 0;
}

int main(void)
{
	for (int i = 0; i < 2000; i++)
		snprintf(names[i], sizeof names[i], "%s-%d.%d%s", i % 3 ? "libfoo" : "README", i, i * 7 % 90, i % 2 ? ".so" : ".c");
	MEASURE("fnmatch-literal", 200, all("README-3.21.so", 0));
	MEASURE("fnmatch-star", 200, all("*.so", 0));
	MEASURE("fnmatch-stars", 200, all("*foo*1*.c", 0));
	MEASURE("fnmatch-bracket", 200, all("[A-Z]*-[0-9]*.[0-9]?.c", 0));
	MEASURE("fnmatch-casefold", 200, all("readme*.C", FNM_CASEFOLD));
	MEASURE("fnmatch-extended", 200, all("@(lib*|README)-+([0-9]).*", FNM_EXTMATCH));
	MEASURE("fnmatch-suffixes", 200, all("*.@(so|c)", FNM_EXTMATCH));
	MEASURE("fnmatch-negated", 200, all("!(*.so|*.h)", FNM_EXTMATCH));
	MEASURE("fnmatch-period", 200, all("*-[0-9]*.c", FNM_PERIOD | FNM_PATHNAME));
	setlocale(LC_ALL, "C.UTF-8");
	MEASURE("fnmatch-star-utf8", 200, all("*.so", 0));
	MEASURE("fnmatch-bracket-utf8", 200, all("[A-Z]*-[0-9]*.[0-9]?.c", 0));
	print_memory();
	return 0;
}
