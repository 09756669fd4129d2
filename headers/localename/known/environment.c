/* A locale of the environment that is not there: glibc stays in C. */
#define _GNU_SOURCE
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
	setenv("LC_ALL", "zz_ZZ.UTF-8", 1);
	printf("%s", setlocale(LC_ALL, "") ? "taken" : "refused");
	printf(" %s", setlocale(LC_CTYPE, NULL));
	printf(" %s\n", nl_langinfo(CODESET));
	return 0;
}
