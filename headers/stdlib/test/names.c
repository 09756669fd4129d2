/* The rest of stdlib.h: paths, answers, random numbers, types of callbacks. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static int ascending(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static int by_direction(const void *a, const void *b, void *direction)
{
	return (*(const int *)a - *(const int *)b) * *(int *)direction;
}

static void paths(void)
{
	static const char *const names[] = {
		"", ".", "/", "//", "/..", "//etc", "///etc", "a", "a/", "a/b", "a/./b/..", "none", "none/x", "a/none",
		"file", "file/", "file/..", "link", "link/b", "dangling", "loop", "/./", "a//b///",
		"a/b/../../file",
	};
	char start[PATH_MAX];

	mkdir("a", 0755);
	mkdir("a/b", 0755);
	close(open("file", O_CREAT | O_WRONLY, 0644));
	if (symlink("a", "link") || symlink("none", "dangling") || symlink("loop", "loop"))
		perror("symlink");
	if (!getcwd(start, sizeof start))
		perror("getcwd");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		errno = 0;
		char *path = canonicalize_file_name(names[i]);
		int error = errno, inside = path && !strncmp(path, start, strlen(start));

		printf("%s: %s errno %d\n", names[i],
		       path ? path + (inside ? strlen(start) : 0) : "(null)", path ? 0 : error);
		free(path);
	}
	char *long_name = malloc(PATH_MAX + 10);
	memset(long_name, 'x', PATH_MAX + 9);
	long_name[PATH_MAX + 9] = '\0';
	printf("long %d", canonicalize_file_name(long_name) == NULL);
	printf(" %d\n", errno == ENAMETOOLONG);
	free(long_name);
}

static void random_numbers(void)
{
	unsigned char buffer[4096] = {0};
	int seen[8] = {0}, all = 1, zeros = 0;

	arc4random_buf(buffer, sizeof buffer);
	for (size_t i = 0; i < sizeof buffer; i++)
		zeros += !buffer[i];
	for (int i = 0; i < 2000; i++)
		seen[arc4random_uniform(8)]++;
	for (int i = 0; i < 8; i++)
		all &= seen[i] > 100;
	printf("%d %d %u %u %d\n", zeros < 100, all, arc4random_uniform(0), arc4random_uniform(1),
	       arc4random() != arc4random() || arc4random() != arc4random());
	for (int i = 0; i < 1000; i++)
		if (arc4random_uniform(3000000000U) >= 3000000000U)
			puts("too large");
}

int main(void)
{
	static const char *const answers[] = {
		"y", "Y", "yes", "n", "N", "no", "", " y", "x", "1", "0", "+", "-", "oui", "\n", "ny",
	};
	int list[] = {5, 3, 9, 1};
	__compar_fn_t plain = ascending;
	comparison_fn_t same = plain;
	__compar_d_fn_t directed = by_direction;
	int down = -1;

	paths();
	for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
		printf("%s: %d\n", answers[i], rpmatch(answers[i]));
	random_numbers();
	qsort(list, 4, sizeof *list, same);
	printf("%d %d\n", list[0], directed(&list[0], &list[1], &down));
	down = getpt();
	printf("%d %d\n", down >= 0 || errno, down >= 0 ? ptsname(down) != NULL : 1);
	return 0;
}
