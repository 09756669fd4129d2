/* The two names of a zone, as a clock's settings show them. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

int main(void)
{
	setenv("TZ", "UTC0", 1);
	tzset();
	printf("%s, in summer %s\n", tzname[0], tzname[1]);
	return 0;
}
