#define _GNU_SOURCE
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>

struct peer {
	struct sockaddr_in6 in6;
	struct sockaddr any;
	struct sockaddr_un *un;
};

int talk(int s, struct peer *peer, const struct sockaddr_un *where, struct sockaddr *given)
{
	struct sockaddr_in me = { 0 }, got;
	struct sockaddr_storage st;
	struct sockaddr_in6 *six = &peer->in6;
	union { struct sockaddr sa; struct sockaddr_in in; } both;
	socklen_t n = sizeof me;
	int r = bind(s, &me, sizeof me); // want
	r += bind(s, (struct sockaddr *)&me, sizeof me);
	r += connect(s, where, sizeof *where); // want
	r += connect(s, given, sizeof *given);
	r += connect(s, six, sizeof *six); // want
	r += getsockname(s, &got, &n); // want
	r += getpeername(s, &peer->in6, &n); // want
	r += getpeername(s, &peer->any, &n);
	r += getpeername(s, peer->un, &n); // want
	r += accept(s, (void *)&got, &n);
	r += accept(s, NULL, NULL);
	r += accept4(s, &got, &n, SOCK_CLOEXEC); // want
	r += sendto(s, "", 1, 0, &peer->in6, sizeof peer->in6); // want
	r += recvfrom(s, &r, sizeof r, 0, &me, &n); // want
	r += recvfrom(s, &r, sizeof r, 0, &both.sa, &n);
	r += recvfrom(s, &r, sizeof r, 0, NULL, NULL);
	r += bind(s, (void *)&st, sizeof st);
	return r;
}

struct ops { int (*bind)(int, struct sockaddr_in *, int); };

int other(struct ops *ops, struct sockaddr_in *me)
{
	return ops->bind(0, me, 0);
}
