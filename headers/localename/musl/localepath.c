/* Each argument CATEGORY=NAME is given to setlocale and, with the category's mask, to
 * newlocale; "-" is NULL. Prints what they say, and where messages, days, and
 * characters come from. */
#define _GNU_SOURCE
#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strchr(argv[i], '=') == argv[i] + 1) {
			int category = argv[i][0] - '0';
			char *name = argv[i] + 2;
			errno = 0;
			char *set = setlocale(category, strcmp(name, "-") ? name : NULL);
			printf("%s: %s", argv[i], set ? set : strerrorname_np(errno));
			printf(" %s %s %s\n", nl_langinfo(CODESET), nl_langinfo(DAY_1), nl_langinfo(YESEXPR));
			if (strcmp(name, "-") == 0)
				continue;
			locale_t made = newlocale(category == LC_ALL ? LC_ALL_MASK : 1 << category, name, (locale_t)0);
			printf("  %s\n", made ? nl_langinfo_l(DAY_1, made) : "none");
			if (made)
				freelocale(made);
		} else {
			putenv(argv[i]);
		}
	}
	return 0;
}
