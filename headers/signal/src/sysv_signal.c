/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>

void (*sysv_signal(int signal, void (*handler)(int)))(int)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = SA_RESETHAND | SA_NODEFER }, before;

	if (handler == SIG_ERR) { /* observed on glibc 2.36 */
		errno = EINVAL;
		return SIG_ERR;
	}
	if (sigaction(signal, &action, &before))
		return SIG_ERR;
	return before.sa_handler;
}
