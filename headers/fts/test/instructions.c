/* fts_set on what fts_read and fts_children return; what the program stores in
 * entries; values that are no instruction. */
#include "tree.h"

static char *const roots[] = {(char *)"t", (char *)"link", NULL};

/* Give an instruction to each entry of a name when it comes in one state. */
struct rule {
	const char *name;
	int info;
	int instr;
	int times;
};

static void walk(int options, const struct rule *rules, size_t count)
{
	FTS *fts = fts_open(roots, options, by_name);
	int used[8] = {0}, limit = 400;
	FTSENT *entry;

	printf("== options %x:", options);
	for (size_t i = 0; i < count; i++)
		printf(" %s %s %d", rules[i].name, info_name(rules[i].info),
		       rules[i].instr);
	putchar('\n');
	while (errno = 0, limit-- && (entry = fts_read(fts))) {
		print_entry(fts, entry);
		if (entry->fts_info == FTS_D)
			entry->fts_number += entry->fts_level + 10,
			entry->fts_pointer = entry;
		else if (entry->fts_info == FTS_DP)
			printf("  number %ld pointer %d\n", entry->fts_number,
			       entry->fts_pointer == entry);
		for (size_t i = 0; i < count; i++)
			if (entry->fts_info == rules[i].info &&
			    used[i] < rules[i].times &&
			    !strcmp(entry->fts_name, rules[i].name)) {
				used[i]++;
				printf("  set %d\n",
				       fts_set(fts, entry, rules[i].instr));
			}
	}
	printf("end: errno %d, close %d\n", errno, fts_close(fts));
}

/* The same, on the list of fts_children. */
static void walk_children(int options, const char *parent, int instr)
{
	FTS *fts = fts_open(roots, options, by_name);
	FTSENT *entry, *child;
	int limit = 400;

	printf("== options %x: children of %s %d\n", options, parent, instr);
	while (errno = 0, limit-- && (entry = fts_read(fts))) {
		print_entry(fts, entry);
		if (entry->fts_info != FTS_D || strcmp(entry->fts_name, parent))
			continue;
		for (child = fts_children(fts, 0); child; child = child->fts_link)
			printf("  %s %s: %d\n", child->fts_name,
			       info_name(child->fts_info),
			       fts_set(fts, child, instr));
	}
	printf("end: errno %d, close %d\n", errno, fts_close(fts));
}

/* The roots, before they are read. */
static void walk_roots(int options, int which, int instr)
{
	FTS *fts = fts_open(roots, options, NULL);
	FTSENT *entry = fts_children(fts, 0);
	int limit = 400;

	printf("== options %x: root %d %d\n", options, which, instr);
	while (which--)
		entry = entry->fts_link;
	printf("%s: %d\n", entry->fts_name, fts_set(fts, entry, instr));
	while (errno = 0, limit-- && (entry = fts_read(fts)))
		if (entry->fts_level < 1)
			print_entry(fts, entry);
	printf("end: errno %d, close %d\n", errno, fts_close(fts));
}

static void walk_instructions(void)
{
	static const int instrs[] = {-1, 0, 1, 2, 3, 4, 5, 6, 100};
	FTS *fts = fts_open(roots, FTS_PHYSICAL, by_name);
	FTSENT *entry = fts_read(fts);

	for (size_t i = 0; i < sizeof instrs / sizeof *instrs; i++) {
		errno = 0;
		printf("set %d: %d", instrs[i], fts_set(fts, entry, instrs[i]));
		printf(" errno %d\n", errno);
		errno = 0;
		printf("children %d: %s", instrs[i],
		       fts_children(fts, instrs[i]) ? "list" : "none");
		printf(" errno %d\n", errno);
	}
	printf("close %d\n", fts_close(fts));
}

/* A link that was followed, listed, and is a link when it is read again: what
 * was listed of it leads nowhere, and is given back. */
static void walk_link_again(void)
{
	static char *const link[] = {(char *)"link", NULL};
	FTS *fts = fts_open(link, FTS_PHYSICAL | FTS_COMFOLLOW, by_name);
	FTSENT *entry = fts_read(fts);

	printf("== link again: %s", info_name(entry->fts_info));
	printf(" %s", fts_children(fts, FTS_NAMEONLY) ? "list" : "none");
	printf(" %d", fts_set(fts, entry, FTS_AGAIN));
	while ((entry = fts_read(fts)))
		printf(" %s %s", entry->fts_name, info_name(entry->fts_info));
	printf(" close %d\n", fts_close(fts));
}

int main(void)
{
	static const struct rule skip[] = {{"a", FTS_D, FTS_SKIP, 1},
					   {"t", FTS_DP, FTS_SKIP, 1},
					   {"c", FTS_F, FTS_SKIP, 1}};
	static const struct rule again[] = {{"a", FTS_DP, FTS_AGAIN, 1},
					    {"c", FTS_F, FTS_AGAIN, 2},
					    {"b", FTS_D, FTS_AGAIN, 3},
					    {"to-nothing", FTS_SL, FTS_AGAIN, 1},
					    {"zz", FTS_NSOK, FTS_AGAIN, 1}};
	static const struct rule follow[] = {{"to-a", FTS_SL, FTS_FOLLOW, 1},
					     {"to-c", FTS_SL, FTS_FOLLOW, 1},
					     {"to-nothing", FTS_SL, FTS_FOLLOW, 1},
					     {"to-up", FTS_SL, FTS_FOLLOW, 1},
					     {"loop", FTS_SL, FTS_FOLLOW, 1},
					     {"link", FTS_SL, FTS_FOLLOW, 1},
					     {"zz", FTS_F, FTS_FOLLOW, 1}};
	static const struct rule both[] = {{"to-a", FTS_SL, FTS_FOLLOW, 1},
					   {"to-a", FTS_D, FTS_SKIP, 1},
					   {"b", FTS_D, FTS_SKIP, 1},
					   {"d", FTS_DP, FTS_AGAIN, 1}};
	static const int modes[] = {FTS_PHYSICAL, FTS_PHYSICAL | FTS_NOCHDIR,
				    FTS_LOGICAL};

	setvbuf(stdout, NULL, _IOLBF, 0);
	make_tree();
	for (size_t i = 0; i < 3; i++) {
		walk(modes[i], skip, 3);
		walk(modes[i], again, 5);
		walk(modes[i], follow, 7);
		walk(modes[i], both, 4);
		walk_children(modes[i], "t", FTS_SKIP);
		/* With paths, glibc 2.36 follows the entry before. */
		if (modes[i] == FTS_PHYSICAL)
			walk_children(modes[i], "d", FTS_FOLLOW);
		walk_children(modes[i], "d", FTS_NOINSTR);
		walk_children(modes[i], "a", FTS_SKIP);
		for (int which = 0; which < 2; which++) {
			walk_roots(modes[i], which, FTS_SKIP);
			walk_roots(modes[i], which, FTS_FOLLOW);
		}
	}
	walk(FTS_PHYSICAL | FTS_NOSTAT, again, 5);
	walk_instructions();
	walk_link_again();
	return 0;
}
