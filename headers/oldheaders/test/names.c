/* Each old name gives what the standard one declares. */
#include <sys/errno.h>
#include <sys/fcntl.h>
#include <sys/poll.h>
#include <sys/signal.h>
#include <sys/termios.h>
#include <sys/unistd.h>
#include <termio.h>
#include <wait.h>
#include <stdio.h>

int main(void)
{
	struct pollfd fd = {-1, POLLIN, 0};
	struct termios settings;
	struct winsize size;

	printf("%d %d %d %d\n", ENOENT, O_RDONLY, POLLIN, SIGTERM);
	printf("%d %d\n", poll(&fd, 1, 0), getpid() > 0);
	printf("%d %d\n", tcgetattr(-1, &settings), ioctl(-1, TIOCGWINSZ, &size));
	printf("%d\n", WIFEXITED(0));
	return 0;
}
