#include <unistd.h>
int f(int argc, char **argv)
{
	int c;
	while ((c = getopt(argc, argv, "+v")) != -1)
		;
	while ((c = getopt(argc, argv, "v")) != -1) // want
		;
	return c;
}
