/* Files of records that are directories, unreadable, read-only, loops, too long a
 * name, a full disk, or end in the middle of a record. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <signal.h>
#include <unistd.h>
#include <utmp.h>
#include <utmpx.h>

static struct utmpx entry = {.ut_type = USER_PROCESS, .ut_pid = 5, .ut_id = "t1", .ut_line = "tty1"};

static long size_of(const char *file)
{
	struct stat status;

	return stat(file, &status) || !S_ISREG(status.st_mode) ? -1 : (long)(status.st_size / (off_t)sizeof entry * 1000) +
		(long)(status.st_size % (off_t)sizeof entry);
}

static void use(const char *what, const char *file)
{
	struct utmpx *found;

	printf("%s: name %d", what, utmpxname(file));
	errno = 0;
	found = getutxent();
	printf(" get %d errno %d", found != NULL, found ? 0 : errno);
	setutxent();
	errno = 0;
	found = getutxid(&entry);
	printf(" id %d errno %d", found != NULL, found ? 0 : errno);
	setutxent();
	errno = 0;
	found = getutxline(&entry);
	printf(" line %d errno %d", found != NULL, found ? 0 : errno);
	setutxent();
	errno = 0;
	found = pututxline(&entry);
	printf(" put %d errno %d", found != NULL, found ? 0 : errno);
	endutxent();
	errno = 0;
	updwtmpx(file, &entry);
	printf(" size %ld\n", size_of(file));
}

static void write_records(const char *file, size_t size)
{
	char zero[3 * sizeof entry] = "";
	int fd = open(file, O_CREAT | O_WRONLY | O_TRUNC, 0644);

	if (write(fd, zero, size) != (ssize_t)size)
		perror(file);
	close(fd);
}

/* No file may be larger than what is there: a disk that is full. */
static void full(void)
{
	struct rlimit limit = {2 * sizeof entry, RLIM_INFINITY}, before;

	write_records("full", 2 * sizeof entry);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	limit.rlim_max = before.rlim_max;
	setrlimit(RLIMIT_FSIZE, &limit);
	fflush(stdout);
	utmpxname("full");
	setutxent();
	errno = 0;
	int failed = !pututxline(&entry), error = errno;
	endutxent();
	updwtmpx("full", &entry);
	setrlimit(RLIMIT_FSIZE, &before);
	printf("full: %d %d size %ld\n", failed, error == EFBIG, size_of("full"));
}

int main(void)
{
	static char longest[5000];

	setvbuf(stdout, NULL, _IOLBF, 0);
	chmod(".", 0777);
	mkdir("directory", 0755);
	use("directory", "directory");
	if (symlink("loop", "loop"))
		perror("symlink");
	use("loop", "loop");
	use("missing", "none/utmp");
	use("empty name", "");
	write_records("empty", 0);
	use("empty", "empty");
	write_records("half", sizeof entry / 2);
	use("half", "half");
	write_records("more", sizeof entry + 17);
	use("one and more", "more");
	full();
	write_records("mine", sizeof entry);
	chmod("mine", 0444);
	write_records("shut", sizeof entry);
	chmod("shut", 0);
	if (geteuid() == 0 && (setgroups(0, NULL) || setgid(65534) || setuid(65534)))
		perror("setuid");
	use("read-only", "mine");
	use("shut", "shut");
	memset(longest, 'x', sizeof longest - 1);
	utmpxname(longest);
	printf("long: %d\n", getutxent() == NULL);
	return 0;
}
