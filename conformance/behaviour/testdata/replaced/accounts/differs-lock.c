/* Unlocking what is not locked is an error. */
#include <shadow.h>
#include <stdio.h>

int main(void)
{
	printf("%d ", ulckpwdf());
	printf("%d ", lckpwdf());
	printf("%d ", ulckpwdf());
	printf("%d\n", ulckpwdf());
	return 0;
}
