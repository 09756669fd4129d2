/* needed by: preadv2 */
/* Without the call glibc does what it can by others. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

int main(void)
{
	if (syscall(SYS_preadv2, -1, NULL, 0, 0, 0, 0) && errno == ENOSYS) {
		printf("no calls with flags: preadv2: %s\n", strerror(errno));
		return 1;
	}
	return 0;
}
