/* HOST_NAME_MAX and NGROUPS_MAX behind each header that has to do with them: the
 * order of the others does not matter. Each header of the list is first once. */
#define _GNU_SOURCE
#include <dirent.h>
#include <stdio.h>

static const int dirent_host = HOST_NAME_MAX, dirent_groups = NGROUPS_MAX;

#include <limits.h>
#include <linux/limits.h>
#include <sys/param.h>
#include <arpa/nameser.h>
#include <resolv.h>
#include <values.h>
#include <unistd.h>
#include <grp.h>
#include <sys/utsname.h>

/* What the preprocessor sees. */
#if HOST_NAME_MAX != 64 || NGROUPS_MAX != 65536 || NGROUPS != 65536 || MAXHOSTNAMELEN != 64
#error "the limits are not Linux's"
#endif

#undef HOST_NAME_MAX
#define HOST_NAME_MAX 100 /* the program's own stays */
#include <dirent.h>
#include <sys/param.h>
#include <unistd.h>

int main(void)
{
	struct utsname names;

	printf("%d %d %d %d %d\n", dirent_host, dirent_groups, HOST_NAME_MAX, NGROUPS_MAX, NGROUPS);
	printf("%d %d\n", (int)sizeof names.nodename, _POSIX_HOST_NAME_MAX);
	printf("%d %d %d\n", PATH_MAX, NAME_MAX, IOV_MAX);
	long (*function)(int) = sysconf;
	printf("%ld\n", function(_SC_HOST_NAME_MAX));
	return 0;
}
