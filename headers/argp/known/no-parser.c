/* argp_usage where there was no parse. */
#include <argp.h>
#include <stdio.h>

int main(void)
{
	setvbuf(stderr, NULL, _IOFBF, 0);
	argp_err_exit_status = 3;
	argp_usage(NULL);
	return 0;
}
