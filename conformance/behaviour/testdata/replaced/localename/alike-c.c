/* What every C library has; and the question which one is used. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);

	setlocale(LC_ALL, "");
	printf("%d %d ", c != (locale_t)0, setlocale(LC_NUMERIC, "C") != NULL);
	printf("%d %d\n", setlocale(LC_ALL, NULL) != NULL, setlocale(LC_ALL, "POSIX") != NULL);
	freelocale(c);
	return 0;
}
