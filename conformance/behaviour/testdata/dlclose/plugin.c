/* A plug-in that counts, and says when it goes. */
#include <stdio.h>

static int calls;

int count(void) { return ++calls; }

__attribute__((destructor)) static void leave(void)
{
	puts("plug-in: leave");
	fflush(stdout);
}
