/* A buffer for all groups, and one for the host's name. */
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	long groups = sysconf(_SC_NGROUPS_MAX), name = sysconf(_SC_HOST_NAME_MAX);

	printf("%ld %ld\n", groups, name);
	return 0;
}
