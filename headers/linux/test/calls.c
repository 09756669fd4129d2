/* Each wrapper where it succeeds and where it fails, by its effect. */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/pidfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

static void result(const char *what, long value)
{
	int error = errno;

	printf("%s: %ld", what, value);
	if (value == -1)
		printf(" errno %d", error);
	putchar('\n');
	fflush(stdout);
	errno = 0;
}

static int is_open(int fd)
{
	return fcntl(fd, F_GETFD);
}

static void descriptors(void)
{
	pid_t child = fork();

	if (child == 0) {
		for (int fd = 100; fd < 110; fd++)
			dup2(1, fd);
		result("cloexec", close_range(104, 105, CLOSE_RANGE_CLOEXEC));
		printf("%d %d %d\n", is_open(103), is_open(104), is_open(105));
		result("close", close_range(102, 103, 0));
		printf("%d %d %d\n", is_open(101), is_open(102), is_open(103));
		result("reversed", close_range(5, 4, 0));
		result("flags", close_range(5, 6, 0x4000));
		result("unshare", close_range(106, 106, CLOSE_RANGE_UNSHARE));
		closefrom(101);
		printf("%d %d\n", is_open(100), is_open(109));
		fflush(stdout);
		closefrom(-5);
		_exit(is_open(1) == -1 && is_open(100) == -1 ? 7 : 8);
	}
	int status;
	waitpid(child, &status, 0);
	printf("status %d\n", WEXITSTATUS(status));
}

static void files(void)
{
	struct stat plain;
	struct statx extended;

	memset(&extended, 0, sizeof extended);
	close(open("a", O_CREAT | O_WRONLY, 0640));
	close(open("b", O_CREAT | O_WRONLY, 0600));
	result("noreplace", renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_NOREPLACE));
	result("exchange", renameat2(AT_FDCWD, "a", AT_FDCWD, "b", RENAME_EXCHANGE));
	result("missing", renameat2(AT_FDCWD, "none", AT_FDCWD, "b", 0));
	result("both", renameat2(AT_FDCWD, "a", AT_FDCWD, "b",
				 RENAME_NOREPLACE | RENAME_EXCHANGE));
	result("statx", statx(AT_FDCWD, "b", 0, STATX_BASIC_STATS, &extended));
	stat("b", &plain);
	printf("%d %d %d %o\n", extended.stx_ino == plain.st_ino,
	       extended.stx_size == (unsigned long long)plain.st_size,
	       extended.stx_mtime.tv_sec == plain.st_mtime, extended.stx_mode);
	printf("%d\n", (extended.stx_mask & STATX_BASIC_STATS) == STATX_BASIC_STATS);
	result("statx missing", statx(AT_FDCWD, "none", 0, STATX_ALL, &extended));
	result("statx flags", statx(AT_FDCWD, "b", -1, STATX_ALL, &extended));
	printf("%zu %d %d\n", sizeof extended, S_ISREG(plain.st_mode), S_ISDIR(plain.st_mode));
}

static int not_dot(const struct dirent *entry)
{
	errno = EDOM;
	return entry->d_name[0] != '.';
}

static void directories(void)
{
	struct dirent **list = NULL;
	char buffer[4096];
	off_t base = -1;
	int names = 0;

	mkdir("dir", 0700);
	int dir = open("dir", O_RDONLY);
	for (int i = 0; i < 30; i++) {
		char name[8];
		snprintf(name, sizeof name, "f%02d", 29 - i);
		close(openat(dir, name, O_CREAT | O_WRONLY, 0600));
	}
	int n = scandirat(dir, ".", &list, not_dot, alphasort);
	result("scandirat", n);
	for (int i = 0; i < n; i++) {
		printf("%s ", list[i]->d_name);
		free(list[i]);
	}
	free(list);
	n = scandirat(AT_FDCWD, "dir", &list, NULL, NULL);
	result("all", n);
	while (n > 0)
		free(list[--n]);
	free(list);
	result("none", scandirat(dir, "none", &list, NULL, NULL));
	result("file", scandirat(dir, "f00", &list, NULL, NULL));
	result("bad", scandirat(-1, "x", &list, NULL, NULL));
	ssize_t got = getdents64(dir, buffer, sizeof buffer);
	for (ssize_t at = 0; at < got; names++)
		at += ((struct dirent *)(void *)(buffer + at))->d_reclen;
	result("names", names);
	result("end", getdents64(dir, buffer, sizeof buffer));
	result("small", getdents64(open("dir", O_RDONLY), buffer, 3));
	result("huge", getdents64(open("dir", O_RDONLY), buffer, (size_t)-1) > 0);
	result("no directory", getdents64(0, buffer, sizeof buffer) == -1);
	result("bad fd", getdents64(-1, buffer, sizeof buffer));
	lseek(dir, 0, SEEK_SET);
	result("getdirentries", getdirentries(dir, buffer, sizeof buffer, &base) > 0);
	result("base", base);
	result("getdirentries bad", getdirentries(-1, buffer, sizeof buffer, &base));
}

static void processes(void)
{
	siginfo_t info;
	pid_t child = fork();
	int status;
	char *argv[] = {"sh", "-c", "exit 41", NULL}, *envp[] = {NULL};

	if (child == 0) {
		pause();
		_exit(0);
	}
	int fd = pidfd_open(child, 0);
	result("pidfd_open", fd >= 0);
	printf("cloexec %d\n", fcntl(fd, F_GETFD));
	result("pidfd_open flags", pidfd_open(child, 77));
	result("pidfd_open 0", pidfd_open(0, 0));
	result("pidfd_getfd", pidfd_getfd(fd, 1, 0) >= 0);
	result("pidfd_getfd none", pidfd_getfd(fd, 999, 0));
	result("pidfd_getfd flags", pidfd_getfd(fd, 1, 1));
	result("signal 0", pidfd_send_signal(fd, 0, NULL, 0));
	result("signal bad", pidfd_send_signal(fd, 999, NULL, 0));
	result("signal flags", pidfd_send_signal(fd, 0, NULL, 0x8000));
	result("tgkill 0", tgkill(child, child, 0));
	result("tgkill other", tgkill(getpid(), child, 0));
	result("tgkill negative", tgkill(-1, child, 0));
	result("mrelease alive", process_mrelease(fd, 0));
	result("mrelease flags", process_mrelease(fd, 1));
	struct iovec io = {&status, sizeof status};
	result("madvise bad", process_madvise(-1, &io, 1, MADV_COLD, 0));
	result("madvise flags", process_madvise(fd, &io, 1, MADV_COLD, 1));
	result("kill", pidfd_send_signal(fd, SIGKILL, NULL, 0));
	result("wait", waitid(P_PID, child, &info, WEXITED));
	printf("%d\n", info.si_status);
	result("gone", pidfd_send_signal(fd, 0, NULL, 0));
	result("tgkill gone", tgkill(child, child, 0));
	if (fork() == 0) {
		execveat(open("/bin", O_PATH), "sh", argv, envp, 0);
		_exit(1);
	}
	wait(&status);
	printf("execveat %d\n", WEXITSTATUS(status));
	result("execveat none", execveat(AT_FDCWD, "none", argv, envp, 0));
	result("execveat flags", execveat(AT_FDCWD, "b", argv, envp, 0x40000000));
}

static void mounts(void)
{
	struct mount_attr attributes = {0};

	result("fsopen none", fsopen("no such file system", 0));
	result("fsopen flags", fsopen("tmpfs", 0x4000));
	int fd = fsopen("tmpfs", FSOPEN_CLOEXEC);
	result("fsopen", fd >= 0);
	result("fsconfig", fsconfig(fd, FSCONFIG_SET_STRING, "size", "1m", 0));
	result("fsconfig bad", fsconfig(fd, 999, "size", "1m", 0));
	result("create", fsconfig(fd, FSCONFIG_CMD_CREATE, NULL, NULL, 0));
	int mount = fsmount(fd, FSMOUNT_CLOEXEC, MOUNT_ATTR_NOEXEC);
	result("fsmount", mount >= 0);
	attributes.attr_set = MOUNT_ATTR_RDONLY;
	result("setattr", mount_setattr(mount, "", AT_EMPTY_PATH, &attributes, sizeof attributes));
	result("read-only", openat(mount, "x", O_CREAT | O_WRONLY, 0600));
	result("setattr size", mount_setattr(mount, "", AT_EMPTY_PATH, &attributes, 1));
	result("move bad", move_mount(-1, "x", AT_FDCWD, "dir", 0));
	result("fspick none", fspick(AT_FDCWD, "none", FSPICK_CLOEXEC));
	result("fspick flags", fspick(AT_FDCWD, ".", 0x4000));
	result("open_tree", open_tree(AT_FDCWD, ".", OPEN_TREE_CLOEXEC) >= 0);
	result("open_tree none", open_tree(AT_FDCWD, "none", OPEN_TREE_CLOEXEC));
	result("open_tree flags", open_tree(AT_FDCWD, ".", 4));
	printf("%zu %d %d\n", sizeof attributes, BLOCK_SIZE, MS_NOSUID);
}

static void memory_and_events(void)
{
	void *page = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	struct epoll_event event = {0};
	struct timespec soon = {0, 1000}, bad = {0, -1};
	sigset_t mask;

	result("pkey -1", pkey_mprotect(page, 4096, PROT_READ | PROT_WRITE, -1));
	*(char *)page = 1;
	result("pkey 77", pkey_mprotect(page, 4096, PROT_READ, 77));
	result("pkey free", pkey_free(77));
	result("pkey rights", pkey_alloc(0, 99));
	result("pkey flags", pkey_alloc(1, 0));
	result("pkey_get", pkey_get(-1));
	result("pkey_get 16", pkey_get(16));
	result("pkey_set", pkey_set(16, 0));
	result("pkey_set rights", pkey_set(1, 4));
	int key = pkey_alloc(0, PKEY_DISABLE_WRITE);
	if (key > 0) {
		int before = pkey_get(key), set = pkey_set(key, PKEY_DISABLE_ACCESS);
		if (before != 2 || set || pkey_get(key) != 1 || pkey_free(key))
			puts("keys do not work");
	}
	int ep = epoll_create1(0), pipes[2];
	if (pipe(pipes))
		return;
	event.events = EPOLLIN;
	event.data.u64 = 0x123456789;
	epoll_ctl(ep, EPOLL_CTL_ADD, pipes[0], &event);
	sigemptyset(&mask);
	result("timeout", epoll_pwait2(ep, &event, 1, &soon, NULL));
	result("bad time", epoll_pwait2(ep, &event, 1, &bad, &mask));
	result("no room", epoll_pwait2(ep, &event, 0, &soon, &mask));
	result("write", write(pipes[1], "x", 1));
	memset(&event, 0, sizeof event);
	result("ready", epoll_pwait2(ep, &event, 1, NULL, &mask));
	printf("%llx\n", (unsigned long long)event.data.u64);
	printf("%d %d %d %d %d\n", AF_MCTP, SOL_MPTCP, SOL_SMC, SO_NETNS_COOKIE, MSG_TRYHARD);
	printf("%d %d %d %d\n", SO_BUF_LOCK, SO_RESERVE_MEM, SO_TXREHASH, SO_RCVMARK);
	/* The names that the kernel's header would redefine. */
	printf("%d %d %d %d %d\n", SO_SNDTIMEO, SO_RCVTIMEO, SO_TIMESTAMP, SO_TIMESTAMPNS, SO_TIMESTAMPING);
	printf("%d %d %d\n", (int)SYS_futex_waitv, (int)SYS_memfd_secret, (int)SYS_process_mrelease);
	printf("%d %d\n", MADV_POPULATE_READ, MADV_DONTNEED_LOCKED);
}

int main(void)
{
	setvbuf(stdout, NULL, _IONBF, 0);
	descriptors();
	files();
	directories();
	processes();
	mounts();
	memory_and_events();
	return 0;
}
