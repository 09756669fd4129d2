/* Causes of signals, and old names, as preprocessors and switches use them. */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>

static const char *cause(int code)
{
	switch (code) {
	case ILL_BADIADDR: return "ILL_BADIADDR";
	case FPE_FLTUNK: return "FPE_FLTUNK";
	case FPE_CONDTRAP: return "FPE_CONDTRAP";
	case SEGV_ACCADI: return "SEGV_ACCADI";
	case SEGV_ADIDERR: return "SEGV_ADIDERR";
	case SEGV_ADIPERR: return "SEGV_ADIPERR";
	case SI_DETHREAD: return "SI_DETHREAD";
	}
	return "?";
}

int main(void)
{
	sigval_t value = {.sival_int = 5};
	struct sigaction action = {.sa_flags = SA_INTERRUPT | SA_STACK, .sa_handler = SIG_IGN};

	for (int code = -8; code <= 16; code++)
		printf("%d %s\n", code, cause(code));
	printf("%d %x %d\n", value.sival_int, (unsigned)SA_INTERRUPT, SA_STACK == SA_ONSTACK);
	printf("%d\n", sigaction(SIGUSR1, &action, NULL));
	return 0;
}
