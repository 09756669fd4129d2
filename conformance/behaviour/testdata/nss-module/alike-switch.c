/* A comment that names libnss_example.so.2, and a name without the module's. */
#include <pwd.h>
#include <stdio.h>

int main(void)
{
	struct passwd *entry = getpwnam("ann");

	printf("%s %s\n", entry ? entry->pw_dir : "none", "libnss_example");
	return 0;
}
