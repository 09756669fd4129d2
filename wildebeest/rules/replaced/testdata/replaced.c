#define _GNU_SOURCE
#include <fnmatch.h>
#include <ftw.h>
#include <grp.h>
#include <locale.h>
#include <netdb.h>
#include <regex.h>
#include <resolv.h>
#include <sched.h>
#include <shadow.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <utmpx.h>

struct ops {
	int (*sched_setscheduler)(int);
	void (*setutxent)(void);
	char *tzname;
};

int seen(const char *path, const struct stat *st, int flag, struct FTW *ftw);

void differ(struct ops *ops, struct tm *tm, regex_t *re, const char *name)
{
	struct sched_param p = { 0 };
	sched_setscheduler(0, SCHED_OTHER, &p); // want
	if (sched_getscheduler(0) < 0) // want
		return;
	ops->sched_setscheduler(0);
	setlocale(LC_ALL, "");
	setlocale(LC_ALL, NULL);
	setlocale(LC_NUMERIC, "C");
	setlocale(LC_ALL, "en_US.UTF-8"); // want
	if (!setlocale(LC_ALL, name)) // want
		return;
	newlocale(LC_ALL_MASK, "C", (locale_t)0);
	newlocale(LC_ALL_MASK, "tr_TR.UTF-8", (locale_t)0); // want
	strptime("1", "%Y-%m-%d", tm);
	strptime("1", "%s", tm); // want
	strptime("1", "%Y-%m-%dT%H:%M:%S%z", tm); // want
	strptime("1", "%k:%M", tm); // want
	setutxent(); // want
	while (getutxent()) // want
		;
	ops->setutxent();
	getservbyname("http", "tcp");
	getservent(); // want
	getnetbyname("loopback"); // want
	getprotoent(); // want
	name = tzname[0];
	name = tzname[1]; // want
	name = tzname[tm->tm_isdst > 0]; // want
	name = ops->tzname;
	regcomp(re, "^a+$", REG_EXTENDED);
	regcomp(re, "(a)\\1", REG_EXTENDED); // want
	regcomp(re, "a{1,300}", REG_EXTENDED); // want
	regcomp(re, "a{1,30}", REG_EXTENDED);
	regcomp(re, name, REG_EXTENDED);
	nftw(".", seen, 5, FTW_PHYS);
	nftw(".", seen, 5, FTW_CHDIR | FTW_PHYS); // want
	fnmatch(name, "a", 0);
	initgroups("root", 0); // want
	sysconf(_SC_PAGESIZE);
	sysconf(_SC_NGROUPS_MAX); // want
	getspent(); // want
	getspnam("root");
	lckpwdf(); // want
	_res.options |= RES_USEVC; // want
	if (_res.nscount == 1)
		res_search(name, 1, 1, 0, 0); // want
	if (strcmp(strerror(1), "Operation not permitted") == 0) // want
		return;
	write(1, strerror(1), 1);
}
