/* Every set of options over one tree and several roots, in both orders, and
 * the lists of fts_children on the way. */
#include "tree.h"

static char *const root_t[] = {(char *)"t", NULL};
static char *const root_dot[] = {(char *)".", NULL};
static char *const root_slash[] = {(char *)"t/", (char *)"t//a/", NULL};
static char *const root_links[] = {(char *)"link", (char *)"link-to-file",
				   (char *)"link-to-nothing", (char *)"link/",
				   NULL};
static char *const root_many[] = {(char *)"t/zz", (char *)"missing",
				  (char *)"t/b", (char *)"./t/a", (char *)"t/c/x",
				  (char *)"t/a/deep/..", (char *)"t/d/to-a",
				  NULL};
static char *const root_deep[] = {(char *)"t/a/deep", NULL};
static char *const root_empty[] = {(char *)"t", (char *)"", NULL};

static void walk(char *const *roots, int options,
		 int (*compare)(const FTSENT **, const FTSENT **), int children)
{
	char before[4096], after[4096];
	FTS *fts;
	FTSENT *entry;
	int limit = 500, result;

	printf("== %s options %x order %d children %d\n",
	       roots[0] ? roots[0] : "-", options, compare == by_name_down,
	       children);
	if (!getcwd(before, sizeof before))
		return;
	errno = 0;
	fts = fts_open(roots, options, compare);
	if (!fts) {
		printf("fts_open: %d\n", errno);
		return;
	}
	if (children & 4)
		for (entry = fts_children(fts, 0); entry; entry = entry->fts_link)
			printf("root %s\n", entry->fts_name);
	while (errno = 0, limit-- && (entry = fts_read(fts))) {
		print_entry(fts, entry);
		if (children & 3) {
			int names = (children & 3) == 2 ||
				    ((children & 3) == 3 && entry->fts_level % 2);
			FTSENT *child;

			errno = 0;
			child = fts_children(fts, names ? FTS_NAMEONLY : 0);
			if (!child)
				printf("  no children, errno %d\n", errno);
			for (; child; child = child->fts_link)
				printf("  child %s %s %d\n", child->fts_name,
				       names ? "-" : options & FTS_NOSTAT ? "+"
						   : info_name(child->fts_info),
				       names ? 0 : child->fts_level);
		}
	}
	printf("end: errno %d", errno);
	result = fts_close(fts);
	printf(", close %d", result);
	if (getcwd(after, sizeof after))
		printf(", %s\n", strcmp(before, after) ? "elsewhere" : "back");
}

int main(void)
{
	static char *const *const all[] = {
		root_t, root_dot, root_slash, root_links, root_many, root_empty,
	};
	static const int modes[] = {FTS_PHYSICAL, FTS_LOGICAL};
	static const int extra[] = {
		0, FTS_COMFOLLOW, FTS_NOCHDIR, FTS_SEEDOT, FTS_NOSTAT, FTS_XDEV,
		FTS_NOCHDIR | FTS_COMFOLLOW, FTS_NOSTAT | FTS_NOCHDIR,
		FTS_SEEDOT | FTS_NOCHDIR | FTS_COMFOLLOW | FTS_XDEV,
	};

	setvbuf(stdout, NULL, _IOLBF, 0);
	make_tree();
	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (size_t j = 0; j < 2; j++)
			for (size_t k = 0; k < sizeof extra / sizeof *extra; k++)
				walk(all[i], modes[j] | extra[k], by_name, 0);
	for (int children = 1; children < 8; children++) {
		walk(root_t, FTS_PHYSICAL, by_name_down, children);
		walk(root_many, FTS_LOGICAL, by_name_down, children);
		walk(root_t, FTS_PHYSICAL | FTS_NOCHDIR, by_name, children);
		walk(root_links, FTS_PHYSICAL | FTS_COMFOLLOW | FTS_NOSTAT, by_name,
		     children);
	}
	walk(root_t, 0, by_name, 1);
	walk(root_links, FTS_LOGICAL | FTS_PHYSICAL, by_name, 1);
	walk(root_links, FTS_COMFOLLOW, by_name, 0);
	walk(root_t, 0x100, by_name, 0);
	walk(root_t, FTS_PHYSICAL | 0x1000, by_name, 0);
	walk(root_t, -1, by_name, 0);
	walk(root_deep, FTS_PHYSICAL, NULL, 3);
#ifndef __GLIBC__
	/* Without roots glibc 2.36 ends with a segmentation fault. */
	char *const no_roots[] = {NULL};
	FTS *none = fts_open(no_roots, FTS_PHYSICAL, by_name);

	if (!none || fts_children(none, 0) || fts_read(none) || fts_close(none))
		return 1;
#endif
	return 0;
}
