#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

struct own { struct msghdr m; };

int receive(int s, struct iovec *v, void *control, size_t n, struct msghdr *given)
{
	struct msghdr zero = { 0 };
	struct msghdr none = {};
	struct msghdr named = { .msg_iov = v, .msg_iovlen = 1, .msg_control = control, .msg_controllen = n };
	struct msghdr part = { NULL, 0, v, 1 };
	struct msghdr m = { NULL, 0, v, 1, control, n, 0 }; // want
	struct msghdr other = { 0 }, // want
		more = { NULL, 0, v, 1, control };
	struct msghdr lines = { // want
		NULL,
		0,
		v,
		1,
		control,
		n,
	};
	struct msghdr calls = { NULL, 0, v, (1, 2), };
	struct cmsghdr c = { CMSG_LEN(4), SOL_SOCKET, SCM_RIGHTS }; // want
	struct cmsghdr d = { .cmsg_len = CMSG_LEN(4), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS };
	*given = (struct msghdr){ NULL, 0, v, 1, control, n, 0 }; // want
	*given = (struct msghdr){ .msg_name = NULL };
	memcpy(given, &(struct msghdr){ NULL, 0, v, 1 }, sizeof *given);
	return recvmsg(s, given, 0) + sizeof(struct msghdr);
}
