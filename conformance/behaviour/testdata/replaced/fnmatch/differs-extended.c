/* Which files are left out, as in a shell with extglob. */
#define _GNU_SOURCE
#include <fnmatch.h>
#include <stdio.h>

#ifndef FNM_EXTMATCH
#define FNM_EXTMATCH 0
#endif

int main(void)
{
	static const char *const files[] = { "main.o", "main.c", "libx.a" };

	for (int i = 0; i < 3; i++)
		if (fnmatch("*.@(o|a)", files[i], FNM_PATHNAME | FNM_EXTMATCH) == 0)
			printf("leave out %s\n", files[i]);
	return 0;
}
