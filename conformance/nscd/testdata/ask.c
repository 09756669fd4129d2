/* SPDX-License-Identifier: MIT */
/* ask KIND KEY ...: prints what the C library says of users and groups. KIND is n and
   u for a user's name and number, g and i for a group's, l for a user's groups as
   getgrouplist(3) has them and s as initgroups(3) sets them. */
#define _GNU_SOURCE
#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char buf[16 << 20];

static int compare(const void *a, const void *b)
{
	gid_t x = *(const gid_t *)a, y = *(const gid_t *)b;
	return x < y ? -1 : x > y;
}

static void print_ids(gid_t *ids, int n)
{
	qsort(ids, n, sizeof *ids, compare);
	for (int i = 0; i < n; i++)
		printf(" %u", ids[i]);
}

static void print_group(const struct group *g)
{
	size_t members = 0, bytes = 0;
	for (char **m = g->gr_mem; *m; m++, members++)
		bytes += strlen(*m);
	printf(" %s:%s:%u:", g->gr_name, g->gr_passwd, g->gr_gid);
	if (members > 100)
		printf("%zu members of %zu bytes", members, bytes);
	else
		for (char **m = g->gr_mem; *m; m++)
			printf("%s%s", m == g->gr_mem ? "" : ",", *m);
}

int main(int argc, char **argv)
{
	for (int i = 1; i + 1 < argc; i += 2) {
		const char *key = argv[i + 1];
		struct passwd user, *u = 0;
		struct group group, *g = 0;
		static gid_t ids[1 << 17];
		int e = 0, n = sizeof ids / sizeof *ids;
		printf("%s %s:", argv[i], strlen(key) > 99 ? "(long)" : key);
		switch (argv[i][0]) {
		case 'n': e = getpwnam_r(key, &user, buf, sizeof buf, &u); break;
		case 'u': e = getpwuid_r(strtoul(key, 0, 10), &user, buf, sizeof buf, &u); break;
		case 'g': e = getgrnam_r(key, &group, buf, sizeof buf, &g); break;
		case 'i': e = getgrgid_r(strtoul(key, 0, 10), &group, buf, sizeof buf, &g); break;
		case 'l':
			if (getgrouplist(key, 7, ids, &n) < 0) e = errno;
			else print_ids(ids, n);
			break;
		case 's':
			if (initgroups(key, 7) < 0) e = errno;
			else print_ids(ids, getgroups(n, ids));
			break;
		}
		if (u)
			printf(" %s:%s:%u:%u:%s:%s:%s", u->pw_name, u->pw_passwd, u->pw_uid, u->pw_gid, u->pw_gecos, u->pw_dir, u->pw_shell);
		if (g)
			print_group(g);
		if (e)
			printf(" error %d", e);
		putchar('\n');
	}
	return fflush(stdout) != 0;
}
