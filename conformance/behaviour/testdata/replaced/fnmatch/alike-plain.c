/* POSIX's patterns. */
#define _GNU_SOURCE
#include <fnmatch.h>
#include <stdio.h>

int main(void)
{
	printf("%d%d%d%d\n", fnmatch("*.[oa]", "main.o", 0), fnmatch("*.@(o|a)", "main.o", FNM_PATHNAME), fnmatch("*", ".profile", FNM_PERIOD),
	       fnmatch("MAIN*", "main.c", FNM_CASEFOLD));
	return 0;
}
