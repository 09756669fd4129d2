/* Each old name brings what the new one does; compiled with -Werror, so that a
 * warning fails it. */
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/bitypes.h>
#include <sys/errno.h>
#include <sys/fcntl.h>
#include <sys/poll.h>
#include <sys/signal.h>
#include <sys/termios.h>
#include <sys/unistd.h>
#include <termio.h>
#include <wait.h>

int main(void)
{
	struct pollfd one = {.fd = -1, .events = POLLIN};
	struct termios terminal = {0};
	struct winsize size = {0};
	u_int32_t number = 7;

	printf("%d %d\n", poll(&one, 1, 0), SIGTERM);
	printf("%d %d %d\n", ENOENT, O_CREAT, F_DUPFD);
	printf("%d %d\n", tcgetattr(-1, &terminal) == -1 && errno == EBADF, ioctl(-1, TIOCGWINSZ, &size));
	printf("%d %d %u\n", WEXITSTATUS(0x700), STDOUT_FILENO, number);
	return 0;
}
