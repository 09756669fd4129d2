/* A service that takes the groups of its user, who is in 40; until musl-1.2.5. */
#define _GNU_SOURCE
#include <grp.h>
#include <stdio.h>
#include <unistd.h>

int main(void)
{
	gid_t groups[128];

	if (initgroups("many", 1000)) {
		perror("initgroups");
		return 1;
	}
	printf("%d\n", getgroups(128, groups));
	return 0;
}
