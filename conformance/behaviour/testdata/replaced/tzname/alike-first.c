/* The first name alone. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
	setenv("TZ", "CET-1", 1);
	tzset();
	printf("%s\n", tzname[0]);
	return 0;
}
