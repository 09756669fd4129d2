/* nftw: every combination of flags over several starts and numbers of
 * descriptors; where it is while it calls back; and ftw. */
#include "tree.h"

static int note_ftw(const char *path, const struct stat *status, int type)
{
	char line[8192];

	snprintf(line, sizeof line, "%s %s %o", path, type_name(type),
		 type == FTW_NS ? 0 : (unsigned)status->st_mode & S_IFMT);
	keep(line);
	return 0;
}

int main(void)
{
	static const char *const starts[] = {
		"t", "t/", "t//", "./t", "t/a", "t/a/a1/", "alone", "lt", "lt/", "lnone", "none",
		"", ".", "t/.", "t/a/..", "t/f", "t/fifo", "alone/", "none/x", "t/c/dangling", "t/empty",
	};
	static const int descriptors[] = {1, 2, 20, 0, -3};

	make_tree();
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
		for (int flags = 0; flags < 32; flags++) {
			/* glibc loses its way under FTW_CHDIR when it closes
			 * a directory that it came into by a link. */
			int fd = flags & FTW_CHDIR ? 20 : descriptors[flags % 5];
			int result;

			errno = 0;
			result = nftw(starts[i], note, fd, flags);
			/* The descriptors are as they were, and the directory. */
			int free = open("/", O_RDONLY);
			close(free);
			printf("%s flags %d fds %d: %d errno %d, free %d in %s\n", starts[i], flags,
			       fd, result, result ? errno : 0, free, here());
			print_lines();
		}
	for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
		int result;

		errno = 0;
		result = ftw(starts[i], note_ftw, 10);
		printf("ftw %s: %d errno %d\n", starts[i], result, result ? errno : 0);
		print_lines();
	}
	return 0;
}
