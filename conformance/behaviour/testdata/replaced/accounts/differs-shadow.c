/* Who has to have a new password? */
#include <shadow.h>
#include <stdio.h>

int main(void)
{
	struct spwd *entry;

	if (lckpwdf()) {
		puts("somebody else writes");
		return 1;
	}
	setspent();
	while ((entry = getspent()))
		printf("%s %ld\n", entry->sp_namp, entry->sp_max);
	endspent();
	return ulckpwdf();
}
