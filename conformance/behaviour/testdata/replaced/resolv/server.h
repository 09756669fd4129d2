/* A name server of the program's own on one port: it writes what it is asked for, and
 * knows no name. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

static void serve(unsigned short port)
{
	struct sockaddr_in at = { .sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	int server = socket(AF_INET, SOCK_DGRAM, 0);

	if (bind(server, (struct sockaddr *)&at, sizeof at)) {
		perror("bind");
		_exit(1);
	}
	if (fork()) {
		close(server);
		return;
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	for (;;) {
		unsigned char packet[512];
		char name[512] = "";
		socklen_t size = sizeof at;
		ssize_t n = recvfrom(server, packet, sizeof packet, 0, (struct sockaddr *)&at, &size);

		for (size_t i = 12; n > 12 && packet[i]; i += packet[i] + 1u)
			snprintf(name + strlen(name), sizeof name - strlen(name), "%.*s.", packet[i], packet + i + 1);
		printf("asked for %s\n", name);
		fflush(stdout);
		packet[2] |= 0x80;
		packet[3] = 3; /* NXDOMAIN */
		sendto(server, packet, (size_t)n, 0, (struct sockaddr *)&at, size);
	}
}
