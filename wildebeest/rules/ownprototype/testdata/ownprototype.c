#define _GNU_SOURCE
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/fanotify.h>

int ioctl(int fd, unsigned long request, ...) // want
{
	return fd + (int)request;
}

int recvmmsg(int fd, struct mmsghdr *list, unsigned n, int flags, struct timespec *timeout); // want
int sendmmsg(int fd, struct mmsghdr *list, unsigned n, unsigned flags);
extern int fanotify_mark(int fd, unsigned flags, uint64_t mask, int dirfd, const char *path); // want

static int own(int (*ioctl)(int, unsigned long, ...))
{
	return ioctl(0, (unsigned long)1) + sendmmsg(0, 0, (int)0, (int)0);
}
int use(void) { return own(0); }
