/* Groups, the environment, and where the program is. */
#define _GNU_SOURCE
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

int main(void)
{
	char directory[PATH_MAX], other[PATH_MAX];
	int (*pointer)(gid_t) = group_member;
	gid_t groups[64];
	socklen_t length = 5;
	int count = getgroups(64, groups);

	for (int i = 0; i < count; i++)
		if (!group_member(groups[i]))
			puts("not a member");
	printf("%d %d\n", pointer(987654), (int)length);
	printf("%d\n", __environ == environ);
	setenv("NEW", "1", 1);
	printf("%d\n", __environ == environ);
	printf("%d\n", getwd(directory) == directory);
	printf("%d\n", getcwd(other, sizeof other) && !strcmp(directory, other));
	return 0;
}
