/* SPDX-License-Identifier: MIT */
#include "state.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <strings.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

long long wildebeest_resolv_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

/* The end of the question that begins at byte 12, or NULL. */
static const unsigned char *question_end(const unsigned char *message, int length)
{
	const unsigned char *end = message + length, *at = message + HFIXEDSZ;
	int name = length > HFIXEDSZ ? dn_skipname(at, end) : -1;

	return name < 0 || end - at - name < QFIXEDSZ ? NULL : at + name + QFIXEDSZ;
}

/* Names are compared without case: a server may answer in its own. */
bool wildebeest_resolv_answers(const unsigned char *query, int query_length, const unsigned char *answer, int length)
{
	const unsigned char *asked = question_end(query, query_length), *told;
	char one[NAME_MAX_TEXT], other[NAME_MAX_TEXT];

	if (length < HFIXEDSZ || !(answer[2] & 0x80) || memcmp(query, answer, 2) != 0)
		return false;
	if (!asked || (answer[4] | answer[5]) == 0) /* an error may leave the question out */
		return asked && (answer[3] & 15) != 0;
	told = question_end(answer, length);
	return told && memcmp(asked - QFIXEDSZ, told - QFIXEDSZ, QFIXEDSZ) == 0
		&& dn_expand(query, query + query_length, query + HFIXEDSZ, one, sizeof one) > 0
		&& dn_expand(answer, answer + length, answer + HFIXEDSZ, other, sizeof other) > 0
		&& strcasecmp(one, other) == 0;
}

/* Waits for a socket until a time; false with errno where there is nothing. */
static bool ready(int socket, short events, long long until)
{
	struct pollfd wait = { .fd = socket, .events = events };
	long long left;
	int found;

	do {
		left = until - wildebeest_resolv_now();
		found = left <= 0 ? 0 : poll(&wait, 1, (int)left);
	} while (found < 0 && errno == EINTR);
	if (found == 0)
		errno = ETIMEDOUT;
	return found > 0;
}

static int fail(int socket)
{
	int error = errno;

	close(socket);
	errno = error;
	return -1;
}

int wildebeest_resolv_udp(const struct sockaddr *server, socklen_t server_length, const unsigned char *query,
			  int length, unsigned char *answer, int size, int milliseconds, bool *cut)
{
	long long until = wildebeest_resolv_now() + milliseconds;
	int fd = socket(server->sa_family, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	ssize_t got;

	if (fd < 0)
		return -1;
	/* Connected: only this server's packets come in, and its refusal does. */
	if (connect(fd, server, server_length) != 0 || send(fd, query, (size_t)length, MSG_NOSIGNAL) != length)
		return fail(fd);
	for (;;) {
		if (!ready(fd, POLLIN, until))
			return fail(fd);
		got = recv(fd, answer, (size_t)size, 0);
		if (got < 0 && errno != EAGAIN && errno != EINTR)
			return fail(fd);
		if (got >= 0 && wildebeest_resolv_answers(query, length, answer, (int)got))
			break;
	}
	close(fd);
	*cut = (answer[2] & 2) != 0;
	return (int)got;
}

/* Reads or drops length bytes: what does not fit is dropped. */
static bool receive(int fd, unsigned char *to, size_t room, size_t length, long long until)
{
	unsigned char drop[512];

	while (length > 0) {
		size_t want = room > 0 ? (room < length ? room : length) : length < sizeof drop ? length : sizeof drop;
		ssize_t got;

		if (!ready(fd, POLLIN, until))
			return false;
		got = recv(fd, room > 0 ? to : drop, want, 0);
		if (got == 0)
			errno = ECONNRESET;
		if (got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR))
			return false;
		if (got < 0)
			continue;
		length -= (size_t)got;
		if (room > 0) {
			room -= (size_t)got;
			to += got;
		}
	}
	return true;
}

static bool deliver(int fd, const unsigned char *query, size_t length, long long until)
{
	unsigned char prefix[2] = { (unsigned char)(length >> 8), (unsigned char)length };
	struct iovec parts[2] = { { prefix, 2 }, { (void *)(uintptr_t)query, length } };
	struct msghdr message = { .msg_iov = parts, .msg_iovlen = 2 };

	if (!ready(fd, POLLOUT, until))
		return false;
	/* A new connection takes a query whole. */
	return sendmsg(fd, &message, MSG_NOSIGNAL) == (ssize_t)length + 2;
}

int wildebeest_resolv_tcp(const struct sockaddr *server, socklen_t server_length, const unsigned char *query,
			  int length, unsigned char *answer, int size, int milliseconds)
{
	long long until = wildebeest_resolv_now() + milliseconds;
	int fd = socket(server->sa_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0), got;
	unsigned char prefix[2];

	if (fd < 0)
		return -1;
	if ((connect(fd, server, server_length) != 0 && errno != EINPROGRESS)
	    || !deliver(fd, query, (size_t)length, until) || !receive(fd, prefix, 2, 2, until))
		return fail(fd);
	got = prefix[0] << 8 | prefix[1];
	if (!receive(fd, answer, (size_t)size, (size_t)got, until))
		return fail(fd);
	close(fd);
	if (got > size) {
		got = size;
		answer[2] |= 2;
	}
	if (!wildebeest_resolv_answers(query, length, answer, got)) {
		errno = EBADMSG;
		return -1;
	}
	return got;
}
