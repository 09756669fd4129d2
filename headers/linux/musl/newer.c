/* What glibc has after 2.36, by its effect: openat2, pidfd_getpid, mseal. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

/* Reads errno, so the call must be made before: by an argument. */
static void result(const char *what, long value)
{
	int error = errno;

	printf("%s: %ld%s%s\n", what, value, value == -1 ? " " : "",
	       value != -1 ? "" : error == EBADF ? "EBADF" : error == ESRCH ? "ESRCH" : error == EXDEV ? "EXDEV"
	       : error == EINVAL ? "EINVAL" : "another");
}

int main(void)
{
	struct open_how how = { .flags = O_RDONLY, .resolve = RESOLVE_BENEATH };
	int root = open("/", O_PATH), child, pidfd;
	void *page;

	result("beneath", openat2(root, "proc", &how, sizeof how) >= 0);
	result("above", openat2(root, "/proc", &how, sizeof how));
	result("size", openat2(root, "proc", &how, 1));
	child = fork();
	if (child == 0) {
		pause();
		_exit(0);
	}
	pidfd = pidfd_open(child, 0);
	result("pid", pidfd_getpid(pidfd) == child);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	result("ended", pidfd_getpid(pidfd));
	result("file", pidfd_getpid(root));
	result("closed", pidfd_getpid(1000));
	result("negative", pidfd_getpid(-1));
	page = mmap(NULL, 1, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (mseal(page, 1, 0) == 0) /* Linux 6.10 */
		result("sealed", munmap(page, 1) == -1 && errno == EPERM);
	else
		result("sealed", errno == ENOSYS);
	return 0;
}
