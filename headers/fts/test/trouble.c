/* Hierarchies that change while they are walked, directories that can not be
 * read or entered, paths longer than the system takes, deep ones. */
#include "tree.h"

#include <grp.h>

static void walk(const char *title, const char *root, int options,
		 void (*at)(const FTSENT *))
{
	char *const roots[] = {(char *)root, NULL};
	FTS *fts = fts_open(roots, options, by_name);
	int limit = 400, error;
	FTSENT *entry;

	printf("== %s %x\n", title, options);
	while (errno = 0, limit-- && (entry = fts_read(fts))) {
		print_entry(fts, entry);
		if (at)
			at(entry);
	}
	error = errno;
	printf("end: errno %d, close %d\n", error, fts_close(fts));
}

static void remove_file(const FTSENT *entry)
{
	if (entry->fts_info == FTS_D && entry->fts_level == 0)
		unlink("w/f2");
	if (entry->fts_info == FTS_F && !strcmp(entry->fts_name, "f1"))
		remove("f3"), remove("w/f3");
}

static void remove_dir(const FTSENT *entry)
{
	if (entry->fts_info == FTS_D && !strcmp(entry->fts_name, "sub"))
		rmdir(entry->fts_accpath);
}

static void add_file(const FTSENT *entry)
{
	if (entry->fts_info == FTS_D)
		make_file(entry->fts_level ? "sub/added" : "w/added");
}

/* Moved away while the walk is in it: the way up leads elsewhere. */
static void move_dir(const FTSENT *entry)
{
	if (!strcmp(entry->fts_name, "inner") && entry->fts_info == FTS_F)
		printf("  move %d\n", rename("../../w/sub", "../../elsewhere/sub"));
}

static void fresh(void)
{
	int status = system("rm -rf w elsewhere; mkdir -p w/sub elsewhere;"
			    "touch w/f1 w/f2 w/f3 w/sub/inner w/z");

	if (status)
		printf("fresh: %d\n", status);
}

static void empty(void)
{
	fresh();
	unlink("w/sub/inner");
}

/* A chain of directories whose path is longer than PATH_MAX. */
static void chain(int depth)
{
	char name[64];
	FTS *fts;
	FTSENT *entry;
	char *const roots[] = {(char *)"chain", NULL};
	int start = open(".", O_RDONLY), deepest = 0, order = 0;
	size_t longest = 0;

	memset(name, 'n', 50);
	name[50] = 0;
	make_dir("chain");
	if (chdir("chain"))
		return;
	for (int i = 0; i < depth; i++)
		if (mkdir(name, 0755) || chdir(name))
			perror("chain");
	make_file("bottom");
	if (fchdir(start))
		return;
	for (int nochdir = 0; nochdir < 2; nochdir++) {
		int infos[16] = {0};

		deepest = 0;
		longest = 0;
		fts = fts_open(roots, FTS_PHYSICAL | (nochdir ? FTS_NOCHDIR : 0),
			       NULL);
		errno = 0;
		while ((entry = fts_read(fts))) {
			infos[entry->fts_info]++;
			if (entry->fts_level > deepest)
				deepest = entry->fts_level;
			if (strlen(entry->fts_path) > longest)
				longest = strlen(entry->fts_path);
			if (entry->fts_info == FTS_DP)
				order += entry->fts_level;
			else
				order -= entry->fts_info == FTS_D
						 ? entry->fts_level : 0;
		}
		printf("== chain of %d, %s:", depth, nochdir ? "paths" : "chdir");
		/* Where paths get too long depends on the libc: here at what
		 * 16 bits can count, in glibc 2.36 before that. */
		if (nochdir || depth > 700)
			printf(" F %d", infos[FTS_F]);
		else
			printf(" deepest %d longest %zu D %d DP %d F %d order %d",
			       deepest, longest, infos[FTS_D], infos[FTS_DP],
			       infos[FTS_F], order);
		printf(" errno %d close %d\n", errno, fts_close(fts));
	}
	if (system("rm -rf chain"))
		printf("can't remove\n");
	close(start);
}

static void as_user(void)
{
	int status = system("rm -rf w; mkdir -p w/none/x w/read/x w/enter/x w/z;"
			    "touch w/read/f w/enter/f;"
			    "chmod 0 w/none; chmod 311 w/enter");

	if (status)
		printf("as_user: %d\n", status);
	walk("permissions", "w", FTS_PHYSICAL, NULL);
	walk("permissions", "w", FTS_PHYSICAL | FTS_NOCHDIR, NULL);
	walk("permissions", "w", FTS_LOGICAL, NULL);
	walk("permissions", "w/none", FTS_PHYSICAL, NULL);
	walk("permissions", "w/none/x", FTS_PHYSICAL, NULL);
	/* Changing the mode of w/read is left to known/unentered.c. */
	walk("permissions", "w/enter", FTS_PHYSICAL, NULL);
	status = system("chmod 755 w/none w/enter; rm -rf w");
}

int main(void)
{
	static const int modes[] = {FTS_PHYSICAL, FTS_PHYSICAL | FTS_NOCHDIR,
				    FTS_LOGICAL};

	setvbuf(stdout, NULL, _IOLBF, 0);
	for (size_t i = 0; i < 3; i++) {
		fresh();
		walk("remove a file", "w", modes[i], remove_file);
		empty();
		walk("remove a directory", "w", modes[i], remove_dir);
		empty();
		walk("add", "w", modes[i], add_file);
	}
	fresh();
	walk("move a directory", "w", FTS_PHYSICAL, move_dir);
	if (system("rm -rf w elsewhere"))
		return 1;
	chain(150);
	chain(600);
	chain(1400);
	/* Permissions do not bind root. */
	make_dir("user");
	chmod("user", 0777);
	if (chdir("user"))
		return 1;
	if (geteuid() == 0 && (setgroups(0, NULL) || setgid(65534) || setuid(65534)))
		perror("setuid");
	as_user();
	return 0;
}
