/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "record.h"

#include <errno.h>
#include <grp.h>
#include <gshadow.h>
#include <pwd.h>
#include <shadow.h>
#include <string.h>

static const unsigned zero = 0, unset = -1;

/* The value that an empty number field has: 0 in NIS entries, else none. */
static const unsigned *default_id(const char *name)
{
	return *name == '+' || *name == '-' ? &zero : NULL;
}

int wildebeest_accounts_passwd(char *line, void *result, char *space, size_t size)
{
	struct passwd *entry = result;

	(void)space;
	(void)size;
	memset(entry, 0, sizeof *entry);
	entry->pw_name = wildebeest_accounts_field(&line);
	if (wildebeest_accounts_is_compat(entry->pw_name, line))
		return 0;
	entry->pw_passwd = wildebeest_accounts_field(&line);
	if (wildebeest_accounts_number(&line, &entry->pw_uid, default_id(entry->pw_name)) ||
	    wildebeest_accounts_number(&line, &entry->pw_gid, default_id(entry->pw_name)))
		return -1;
	entry->pw_gecos = wildebeest_accounts_field(&line);
	entry->pw_dir = wildebeest_accounts_field(&line);
	entry->pw_shell = line;
	return 0;
}

int wildebeest_accounts_group(char *line, void *result, char *space, size_t size)
{
	struct group *entry = result;

	memset(entry, 0, sizeof *entry);
	entry->gr_name = wildebeest_accounts_field(&line);
	if (!wildebeest_accounts_is_compat(entry->gr_name, line)) {
		entry->gr_passwd = wildebeest_accounts_field(&line);
		if (wildebeest_accounts_number(&line, &entry->gr_gid, default_id(entry->gr_name)))
			return -1;
	}
	entry->gr_mem = wildebeest_accounts_list(line, &space, &size);
	return entry->gr_mem ? 0 : ERANGE;
}

int wildebeest_accounts_gshadow(char *line, void *result, char *space, size_t size)
{
	struct sgrp *entry = result;

	memset(entry, 0, sizeof *entry);
	entry->sg_namp = wildebeest_accounts_field(&line);
	if (!wildebeest_accounts_is_compat(entry->sg_namp, line)) {
		entry->sg_passwd = wildebeest_accounts_field(&line);
		entry->sg_adm = wildebeest_accounts_list(wildebeest_accounts_field(&line),
							 &space, &size);
		if (!entry->sg_adm)
			return ERANGE;
	}
	entry->sg_mem = wildebeest_accounts_list(line, &space, &size);
	return entry->sg_mem ? 0 : ERANGE;
}

/* A number of shadow(5); -1 where it is empty. */
static int days(char **line, long *value)
{
	unsigned number;

	if (wildebeest_accounts_number(line, &number, &unset))
		return -1;
	*value = (int)number;
	return 0;
}

int wildebeest_accounts_shadow(char *line, void *result, char *space, size_t size)
{
	struct spwd *entry = result;
	unsigned flag;

	(void)space;
	(void)size;
	memset(entry, 0, sizeof *entry);
	entry->sp_warn = entry->sp_inact = entry->sp_expire = -1;
	entry->sp_flag = -1UL;
	entry->sp_namp = wildebeest_accounts_field(&line);
	if (wildebeest_accounts_is_compat(entry->sp_namp, line))
		return 0;
	entry->sp_pwdp = wildebeest_accounts_field(&line);
	if (days(&line, &entry->sp_lstchg) || days(&line, &entry->sp_min) ||
	    days(&line, &entry->sp_max))
		return -1;
	if (!*line) /* the old form of five fields */
		return 0;
	if (days(&line, &entry->sp_warn) || days(&line, &entry->sp_inact) ||
	    days(&line, &entry->sp_expire))
		return -1;
	if (!*line)
		return 0;
	if (strchr(line, ':') || wildebeest_accounts_number(&line, &flag, NULL))
		return -1;
	entry->sp_flag = flag;
	return 0;
}
