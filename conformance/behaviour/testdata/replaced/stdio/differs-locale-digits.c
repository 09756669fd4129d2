/* The digits of the user's language, as gettext's documentation advises. */
#include <stdio.h>

int main(void)
{
	printf("%Id files\n", 42);
	fflush(stdout);
	return ferror(stdout);
}
