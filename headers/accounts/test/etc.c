/* The databases in /etc, replaced by a tree of this program's own in a mount
 * namespace: one stream for get*ent and get*ent_r, malformed lines, no files. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <gshadow.h>
#include <pwd.h>
#include <sched.h>
#include <shadow.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "we");

	if (!file || fputs(text, file) < 0 || fclose(file)) {
		perror(name);
		exit(1);
	}
}

static void enter(void)
{
	if (unshare(CLONE_NEWNS) && unshare(CLONE_NEWUSER | CLONE_NEWNS)) {
		perror("unshare");
		exit(1);
	}
	mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
	if (mount("tmpfs", "/etc", "tmpfs", 0, NULL)) {
		perror("mount /etc");
		exit(1);
	}
	write_file("/etc/nsswitch.conf", "passwd: files\ngroup: files\nshadow: files\ngshadow: files\n");
	write_file("/etc/passwd", "root:x:0:0:root:/root:/bin/sh\n# c\nbad line\nu:p:1:2:g:/h:/s\n"
				  "x:y:z:1:::\nlast:x:7:8:::");
	write_file("/etc/group", "root:x:0:\ng:x:5:a,b,c\nbad:x\nh:x:6:\n");
	write_file("/etc/shadow", "root:*:19000:0:99999:7:::\nbad:x:y\nu:!:1:2:3:4:5:6:7\n");
	write_file("/etc/gshadow", "root:*::\ng:!:a:b,c\n# c\n\nh:*::x\n");
}

#define EACH(type, get, set, end, name) \
	do { \
		struct type entry, *e; \
		char buffer[300]; \
		for (int round = 0; round < 2; round++) { \
			errno = 0; \
			while ((e = get())) \
				printf(#get " %s\n", e->name); \
			printf(#get " end %d\n", errno); \
			set(); \
			e = get(); \
			printf("again %s\n", e->name); \
			int error; \
			while (!(error = get##_r(&entry, buffer, sizeof buffer, &e))) \
				printf(#get "_r %s %d\n", e->name, e == &entry); \
			printf(#get "_r end %d %d\n", error, e == NULL); \
			end(); \
			error = get##_r(&entry, buffer, 8, &e); \
			printf("small %d %d\n", error, e == NULL); \
			error = get##_r(&entry, buffer, sizeof buffer, &e); \
			printf("retry %d %s\n", error, e ? e->name : "-"); \
			end(); \
		} \
	} while (0)

static void each(void)
{
	EACH(passwd, getpwent, setpwent, endpwent, pw_name);
	EACH(group, getgrent, setgrent, endgrent, gr_name);
	EACH(spwd, getspent, setspent, endspent, sp_namp);
	EACH(sgrp, getsgent, setsgent, endsgent, sg_namp);
}

static void by_name(void)
{
	static const char *const names[] = {"root", "g", "h", "none", "", "+"};
	struct sgrp entry, *e;
	char buffer[300], line[300];

	for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
		e = getsgnam(names[i]);
		printf("%s %s", names[i], e ? e->sg_passwd : "-");
		int error = getsgnam_r(names[i], &entry, buffer, sizeof buffer, &e);
		printf(" %d %s\n", error, e ? e->sg_namp : "-");
	}
	printf("small %d\n", getsgnam_r("g", &entry, buffer, 10, &e));
	printf("%d", getpw(1, line));
	puts(line);
	errno = 0;
	printf("%d", getpw(4711, line));
	printf(" %d\n", errno);
	printf("%d", getpw(1, NULL));
	printf(" %d\n", errno);
}

static void locks(void)
{
	int pipes[2], status;
	struct stat file;
	char go;

	printf("unlock %d\n", ulckpwdf());
	printf("lock %d\n", lckpwdf());
	printf("twice %d\n", lckpwdf());
	stat("/etc/.pwd.lock", &file);
	printf("mode %o\n", file.st_mode);
	if (pipe(pipes))
		return;
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		struct flock try = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
		int fd = open("/etc/.pwd.lock", O_WRONLY);
		printf("other %d\n", fcntl(fd, F_SETLK, &try));
		fflush(stdout);
		go = write(pipes[1], "x", 1);
		struct flock wait = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
		_exit(fcntl(fd, F_SETLKW, &wait) ? 1 : 33);
	}
	go = read(pipes[0], &go, 1);
	printf("unlock %d\n", ulckpwdf());
	waitpid(child, &status, 0);
	printf("status %d %d\n", WEXITSTATUS(status), go);
	printf("unlock %d\n", ulckpwdf());
	printf("lock %d\n", lckpwdf());
	printf("unlock %d\n", ulckpwdf());
}

static void missing(void)
{
	struct sgrp entry, *e;
	char buffer[64];

	unlink("/etc/gshadow");
	errno = 0;
	printf("missing %d", getsgent() == NULL);
	printf(" %d\n", getsgnam("g") == NULL);
	printf("%d", getsgent_r(&entry, buffer, sizeof buffer, &e));
	printf(" %d\n", e == NULL);
	printf("%d", getsgnam_r("g", &entry, buffer, sizeof buffer, &e));
	printf(" %d\n", e == NULL);
}

int main(void)
{
	enter();
	each();
	by_name();
	locks();
	missing();
	return 0;
}
