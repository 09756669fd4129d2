/* SPDX-License-Identifier: MIT
 * server.h: two name servers on 127.0.0.1 and 127.0.0.2 in a network of the
 * program's own. What they answer is told by the first label; what they were
 * asked is in asked.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <signal.h>
#include <unistd.h>

static char *asked; /* shared with the servers */

static int listen_at(int type, const char *address)
{
	struct sockaddr_in here = { .sin_family = AF_INET, .sin_port = htons(53) };
	int fd = socket(AF_INET, type, 0), on = 1;

	inet_pton(AF_INET, address, &here.sin_addr);
	setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
	if (bind(fd, (struct sockaddr *)&here, sizeof here) || (type == SOCK_STREAM && listen(fd, 8)))
		perror(address);
	return fd;
}

/* Writes an answer to message into it, and returns its length, or 0 for none. */
static int respond(unsigned char *message, int length, int tcp, int server)
{
	unsigned char *at = message + 12, *question = at;
	char name[300] = "";
	int code = 0, records = 1, extra = message[11], type;

	while (at < message + length && *at) {
		strncat(name, (char *)at + 1, *at);
		strcat(name, ".");
		at += *at + 1;
	}
	type = at[1] << 8 | at[2];
	at += 5;
	sprintf(asked + strlen(asked), " %s/%d%s%s@%d[%02x%02x]", name, type, tcp ? "/tcp" : "", extra ? "/edns" : "", server,
		message[2], message[3]);
	if (server == 2 && strncmp(name, "both", 4) != 0)
		strcpy(name, "a."); /* it knows everything */
	message[2] |= 0x80;
	message[11] = 0;
	if (strncmp(name, "nx", 2) == 0 || strstr(name, ".none."))
		code = 3;
	else if (strncmp(name, "servfail", 8) == 0 || strncmp(name, "both", 4) == 0)
		code = 2;
	else if (strncmp(name, "refused", 7) == 0)
		code = 5;
	else if (strncmp(name, "notimp", 6) == 0)
		code = 4;
	else if (strncmp(name, "formerr", 7) == 0 || (strncmp(name, "noedns", 6) == 0 && extra))
		code = 1;
	else if (strncmp(name, "nodata", 6) == 0)
		records = 0;
	else if (strncmp(name, "drop", 4) == 0)
		return 0;
	if (code)
		records = 0;
	if (strncmp(name, "big", 3) == 0) {
		records = 60;
		if (!tcp) {
			message[2] |= 2;
			records = 0;
		}
	}
	message[3] = (unsigned char)(0x80 | code | (strncmp(name, "ad", 2) == 0 ? 0x20 : 0));
	message[7] = (unsigned char)records;
	for (int i = 0; i < records; i++) {
		static const unsigned char record[] = { 0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 192, 0, 2, 7 };

		memcpy(at, record, sizeof record);
		at[15] = (unsigned char)(server == 1 ? 7 + i : 99);
		at += sizeof record;
	}
	if (strncmp(name, "case", 4) == 0)
		memcpy(question + 1, "CASE", 4);
	return (int)(at - message);
}

static void serve_udp(int fd, int server)
{
	unsigned char message[4096];
	struct sockaddr_in client;
	socklen_t size = sizeof client;
	int length = (int)recvfrom(fd, message, sizeof message, 0, (struct sockaddr *)&client, &size);
	char wrong_id = memmem(message, (size_t)length, "wrongid", 7) != NULL;
	char wrong_name = memmem(message, (size_t)length, "wrongname", 9) != NULL;

	length = respond(message, length, 0, server);
	if (length == 0)
		return;
	if (wrong_id) {
		message[0] ^= 0x55;
		sendto(fd, message, (size_t)length, 0, (struct sockaddr *)&client, size);
		message[0] ^= 0x55;
	}
	if (wrong_name) {
		message[13] ^= 1;
		sendto(fd, message, (size_t)length, 0, (struct sockaddr *)&client, size);
		message[13] ^= 1;
	}
	sendto(fd, message, (size_t)length, 0, (struct sockaddr *)&client, size);
}

static void serve_tcp(int fd, int server)
{
	unsigned char message[4096];
	int client = accept(fd, NULL, NULL), length = 0;

	while (length < 2 || length < (message[0] << 8 | message[1]) + 2) {
		int got = (int)recv(client, message + length, sizeof message - (size_t)length, 0);

		if (got <= 0)
			break;
		length += got;
	}
	length = length > 2 ? respond(message + 2, length - 2, 1, server) : 0;
	message[0] = (unsigned char)(length >> 8);
	message[1] = (unsigned char)length;
	for (int i = 0; length > 0 && i < length + 2; i += 100) /* in pieces */
		send(client, message + i, (size_t)(i + 100 < length + 2 ? 100 : length + 2 - i), MSG_NOSIGNAL);
	close(client);
}

static inline void start_servers(void)
{
	struct ifreq loopback = { .ifr_name = "lo", .ifr_flags = IFF_UP };
	struct pollfd sockets[4];
	int fd;

	asked = mmap(NULL, 65536, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (unshare(CLONE_NEWNET))
		perror("network of its own");
	fd = socket(AF_INET, SOCK_DGRAM, 0);
	if (ioctl(fd, SIOCSIFFLAGS, &loopback))
		perror("loopback");
	close(fd);
	for (int i = 0; i < 4; i++)
		sockets[i] = (struct pollfd){ .fd = listen_at(i % 2 ? SOCK_STREAM : SOCK_DGRAM, i < 2 ? "127.0.0.1" : "127.0.0.2"),
					      .events = POLLIN };
	fflush(stdout);
	if (fork() != 0) {
		for (int i = 0; i < 4; i++)
			close(sockets[i].fd);
		return;
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	while (poll(sockets, 4, -1) > 0)
		for (int i = 0; i < 4; i++)
			if (sockets[i].revents)
				(i % 2 ? serve_tcp : serve_udp)(sockets[i].fd, 1 + i / 2);
	_exit(1);
}
