/* Records in files of this program: searching, replacing, appending, both names
 * of everything, broken and missing files, and processes that write at once. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <paths.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utmp.h>
#include <utmpx.h>

static struct utmpx make(int type, const char *id, const char *line, const char *user)
{
	struct utmpx u;

	memset(&u, 0, sizeof u);
	u.ut_type = type;
	u.ut_pid = 100 + type;
	strncpy(u.ut_id, id, sizeof u.ut_id);
	strncpy(u.ut_line, line, sizeof u.ut_line);
	strncpy(u.ut_user, user, sizeof u.ut_user);
	strcpy(u.ut_host, "host");
	u.ut_tv.tv_sec = 1000 + type;
	u.ut_addr_v6[0] = 7;
	return u;
}

static void show(const char *what, const struct utmpx *u)
{
	int error = errno;

	printf("%s: ", what);
	if (u)
		printf("%d %d [%.4s][%.32s][%.32s][%s] %d\n", u->ut_type, u->ut_pid, u->ut_id,
		       u->ut_line, u->ut_user, u->ut_host, (int)u->ut_tv.tv_sec);
	else
		printf("NULL errno %d\n", error);
	errno = 0;
}

static long records(const char *file)
{
	struct stat status;

	return stat(file, &status) ? -1 : (long)(status.st_size / (off_t)sizeof(struct utmpx));
}

static void all(void)
{
	struct utmpx *u;

	setutxent();
	while ((u = getutxent()))
		show("  all", u);
	printf("  records %ld\n", records("utmp"));
}

static void put(int type, const char *id, const char *line, const char *user)
{
	struct utmpx u = make(type, id, line, user);

	setutxent();
	show("put", pututxline(&u));
}

static void filling(void)
{
	put(BOOT_TIME, "~~", "~", "reboot");
	put(RUN_LVL, "~~", "~", "runlevel");
	put(LOGIN_PROCESS, "1", "tty1", "LOGIN");
	put(USER_PROCESS, "p0", "pts/0", "ann");
	put(USER_PROCESS, "1", "tty1", "bob");
	put(DEAD_PROCESS, "p0", "pts/0", "");
	put(RUN_LVL, "zz", "~", "runlevel2");
	put(USER_PROCESS, "", "tty9", "noid");
	put(USER_PROCESS, "", "tty9", "noid2");
	put(USER_PROCESS, "9", "tty9", "withid");
	put(NEW_TIME, "", "", "");
	put(EMPTY, "", "", "");
	put(ACCOUNTING, "", "", "acct");
	put(77, "", "", "odd");
	put(USER_PROCESS, "abcd", "a-line-that-fills-all-32-letters", "a-user-that-fills-the-32-letters");
	all();
}

static void searching(void)
{
	static const struct {
		int type;
		const char *id, *line;
	} wanted[] = {
		{USER_PROCESS, "1", ""}, {INIT_PROCESS, "p0", ""}, {BOOT_TIME, "", ""},
		{RUN_LVL, "", ""}, {NEW_TIME, "", ""}, {OLD_TIME, "", ""}, {EMPTY, "", ""},
		{ACCOUNTING, "", ""}, {-1, "", ""}, {USER_PROCESS, "none", "none"},
		{USER_PROCESS, "", "tty1"}, {DEAD_PROCESS, "abcd", ""}, {USER_PROCESS, "", "pts/0"},
	};
	for (unsigned i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		struct utmpx u = make(wanted[i].type, wanted[i].id, wanted[i].line, "");
		setutxent();
		errno = 0;
		show("id", getutxid(&u));
		show("id again", getutxid(&u));
		setutxent();
		errno = 0;
		show("line", getutxline(&u));
		show("line again", getutxline(&u));
	}
}

static void older_names(void)
{
	struct utmp u, *result = &u;

	setutent();
	errno = 0;
	printf("%d\n", getutent_r(&u, &result));
	printf("%d %.32s\n", result == &u, u.ut_user);
	printf("%d\n", getutline_r(&u, &u, &result) == 0);
	memset(&u, 0, sizeof u);
	u.ut_type = USER_PROCESS;
	strcpy(u.ut_line, "tty1");
	setutent();
	printf("%d", getutline_r(&u, &u, &result));
	printf(" %.32s %d\n", u.ut_name, (int)u.ut_xtime);
	u.ut_type = EMPTY;
	errno = 0;
	printf("%d", getutid_r(&u, &u, &result));
	printf(" %d %d\n", errno, result == NULL);
	setutent();
	struct utmp *entry = getutent();
	printf("%.32s\n", entry->ut_user);
	strcpy(entry->ut_user, "changed");
	entry = pututline(entry);
	printf("%.32s\n", entry->ut_user);
	setutent();
	printf("%.32s\n", getutent()->ut_user);
	endutent();
	printf("%s %s %s %d\n", _PATH_UTMP, UTMPX_FILE, WTMPX_FILE, UT_UNKNOWN);
}

static void files(void)
{
	struct utmpx u = make(USER_PROCESS, "x", "y", "z");

	printf("%d\n", utmpxname("none"));
	errno = 0;
	show("missing get", getutxent());
	show("missing put", pututxline(&u));
	printf("exists %d\n", access("none", F_OK));
	updwtmpx("none", &u);
	printf("exists %d\n", access("none", F_OK));
	close(open("wtmp", O_CREAT | O_WRONLY, 0600));
	for (int i = 0; i < 5; i++) {
		u.ut_pid = i;
		updwtmpx("wtmp", &u);
	}
	printf("wtmp %ld\n", records("wtmp"));
	truncate("wtmp", 3 * sizeof u + 17) ? perror("truncate") : (void)0;
	updwtmpx("wtmp", &u);
	printf("wtmp %ld\n", records("wtmp"));
	utmpxname("wtmp");
	for (struct utmpx *e; (e = getutxent());)
		show("wtmp", e);
	utmpname("utmp");
	setutent();
	printf("%.32s\n", getutent()->ut_user);
	endutent();
}

static void together(void)
{
	close(open("many", O_CREAT | O_TRUNC | O_WRONLY, 0600));
	for (int child = 0; child < 4; child++)
		if (fork() == 0) {
			utmpxname("many");
			for (int i = 0; i < 25; i++) {
				char id[8], line[16];
				snprintf(id, sizeof id, "%d%c", child, 'a' + i);
				snprintf(line, sizeof line, "pts/%s", id);
				struct utmpx u = make(USER_PROCESS, id, line, "many");
				setutxent();
				if (!pututxline(&u))
					_exit(1);
				u.ut_type = DEAD_PROCESS;
				setutxent();
				pututxline(&u);
				updwtmpx("wtmp", &u);
			}
			_exit(0);
		}
	while (wait(NULL) > 0)
		;
	printf("many %ld wtmp %ld\n", records("many"), records("wtmp"));
	utmpxname("many");
	int dead = 0;
	for (struct utmpx *u; (u = getutxent());)
		dead += u->ut_type == DEAD_PROCESS;
	printf("dead %d\n", dead);
	endutxent();
}

static void sizes(void)
{
	struct utmpx u;

	printf("%d %d %d\n", __UT_LINESIZE, __UT_NAMESIZE, __UT_HOSTSIZE);
	printf("%zu %zu %zu\n", sizeof u.ut_line, sizeof u.ut_user, sizeof u.ut_host);
}

int main(void)
{
	setvbuf(stdout, NULL, _IONBF, 0);
	close(open("utmp", O_CREAT | O_TRUNC | O_WRONLY, 0600));
	printf("%d\n", utmpxname("utmp"));
	errno = 0;
	show("empty", getutxent());
	filling();
	searching();
	older_names();
	files();
	together();
	sizes();
	return 0;
}
