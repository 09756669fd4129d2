/* The files in /etc, replaced by a tree of this program's own in a mount
 * namespace: entries one by one and by name and number, comments, malformed
 * lines, small buffers; netgroups in netgroups. A network without an address is
 * left out: glibc makes it 255.255.255.255. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <nss.h>
#include <rpc/netdb.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <unistd.h>

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "we");

	if (!file || fputs(text, file) < 0 || fclose(file)) {
		perror(name);
		exit(1);
	}
}

static void enter(void)
{
	if (unshare(CLONE_NEWNS) && unshare(CLONE_NEWUSER | CLONE_NEWNS)) {
		perror("unshare");
		exit(1);
	}
	mount(NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL);
	if (mount("tmpfs", "/etc", "tmpfs", 0, NULL)) {
		perror("mount /etc");
		exit(1);
	}
	write_file("/etc/nsswitch.conf", "networks: files\nservices: files\nprotocols: files\n"
					 "rpc: files\nnetgroup: files\n");
	write_file("/etc/networks", "# comment\nloopback 127.0.0.0\nlan 192.168.1.0 home office # c\n"
				    "ten 10\n\nclass-b 172.16 b");
	write_file("/etc/services", "ssh 22/tcp\nhttp\t80/tcp www # web\ndomain 53/udp\n# c\n"
				    "noslash 5\nlast 65535/sctp a b c\n");
	write_file("/etc/protocols", "ip 0 IP\nicmp 1 ICMP\n\ntcp 6 TCP # c\nnone\nodd 250\n");
	write_file("/etc/rpc", "portmapper 100000 portmap sunrpc\nnfs 100003\n# c\nnobody\n");
	write_file("/etc/netgroup",
		   "hosts (a,,) (b.example.org,,example.org)\n"
		   "users (,ann,) ( , bob , dom )\n"
		   "all hosts users \\\n  (c,carl,c.org)\n"
		   "loop loop2 (l,,)\nloop2 loop (m,,)\n"
		   "empty\nstrict (-,-,-)\nhostsx (x,,)\n");
}

static void show(const char *what, const char *name, char **aliases, long number,
		 const char *rest)
{
	printf("%s %s %ld %s", what, name, number, rest);
	for (; *aliases; aliases++)
		printf(" %s", *aliases);
	putchar('\n');
}

static void networks(void)
{
	struct netent entry, *n;
	char buffer[256];
	int h, error;
	static const char *const names[] = {"lan", "office", "ten", "none", "LAN"};

	for (int i = 0; i < 2; i++) {
		while ((n = getnetent()))
			show("net", n->n_name, n->n_aliases, n->n_net, n->n_addrtype == AF_INET ? "inet" : "?");
		setnetent(1);
	}
	while (!(error = getnetent_r(&entry, buffer, sizeof buffer, &n, &h)))
		show("net_r", n->n_name, n->n_aliases, n->n_net, n == &entry ? "same" : "?");
	printf("end %d %d\n", error, n == NULL);
	endnetent();
	printf("small %d\n", getnetent_r(&entry, buffer, 8, &n, &h));
	printf("again %d", getnetent_r(&entry, buffer, sizeof buffer, &n, &h));
	printf(" %s\n", n ? n->n_name : "-");
	endnetent();
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
		n = getnetbyname(names[i]);
		printf("byname %s %s", names[i], n ? n->n_name : "-");
		error = getnetbyname_r(names[i], &entry, buffer, sizeof buffer, &n, &h);
		printf(" %d %s\n", error, n ? n->n_name : "-");
	}
	n = getnetbyaddr(0x7f000000, AF_INET);
	printf("%s\n", n ? n->n_name : "-");
	error = getnetbyaddr_r(0xc0a80100, AF_INET, &entry, buffer, sizeof buffer, &n, &h);
	printf("%d %s\n", error, n ? n->n_name : "-");
	error = getnetbyaddr_r(0x01020300, AF_INET, &entry, buffer, sizeof buffer, &n, &h);
	printf("%d %s\n", error, n ? n->n_name : "-");
	printf("small %d\n", getnetbyname_r("lan", &entry, buffer, 4, &n, &h));
}

static void services(void)
{
	struct servent entry, *s;
	char buffer[256];
	int error;

	while ((s = getservent()))
		show("serv", s->s_name, s->s_aliases, ntohs(s->s_port), s->s_proto);
	setservent(0);
	while (!(error = getservent_r(&entry, buffer, sizeof buffer, &s)))
		show("serv_r", s->s_name, s->s_aliases, ntohs(s->s_port), s->s_proto);
	printf("end %d %d\n", error, s == NULL);
	endservent();
	printf("small %d\n", getservent_r(&entry, buffer, 6, &s));
	endservent();
}

static void protocols(void)
{
	struct protoent entry, *p;
	char buffer[256];
	int error;
	static const char *const names[] = {"tcp", "TCP", "odd", "nope"};

	while ((p = getprotoent()))
		show("proto", p->p_name, p->p_aliases, p->p_proto, "");
	setprotoent(1);
	while (!(error = getprotoent_r(&entry, buffer, sizeof buffer, &p)))
		show("proto_r", p->p_name, p->p_aliases, p->p_proto, "");
	printf("end %d %d\n", error, p == NULL);
	endprotoent();
	for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
		error = getprotobyname_r(names[i], &entry, buffer, sizeof buffer, &p);
		printf("%s %d %d\n", names[i], error, p ? p->p_proto : -1);
	}
	for (int i = 0; i < 251; i += 50) {
		error = getprotobynumber_r(i, &entry, buffer, sizeof buffer, &p);
		printf("%d %d %s\n", i, error, p ? p->p_name : "-");
	}
	printf("small %d\n", getprotobynumber_r(250, &entry, buffer, 4, &p));
}

static void rpc(void)
{
	struct rpcent entry, *r;
	char buffer[256];
	int error;

	while ((r = getrpcent()))
		show("rpc", r->r_name, r->r_aliases, r->r_number, "");
	setrpcent(0);
	while (!(error = getrpcent_r(&entry, buffer, sizeof buffer, &r)))
		show("rpc_r", r->r_name, r->r_aliases, r->r_number, "");
	printf("end %d %d\n", error, r == NULL);
	endrpcent();
	r = getrpcbyname("sunrpc");
	printf("%d\n", r ? r->r_number : -1);
	r = getrpcbynumber(100003);
	printf("%s\n", r ? r->r_name : "-");
	printf("%d", getrpcbyname_r("none", &entry, buffer, sizeof buffer, &r));
	printf(" %d\n", r == NULL);
	printf("%d", getrpcbynumber_r(100000, &entry, buffer, sizeof buffer, &r));
	printf(" %s\n", r ? r->r_name : "-");
	printf("small %d\n", getrpcbynumber_r(100000, &entry, buffer, 9, &r));
}

static int by_text(const void *a, const void *b)
{
	return strcmp(a, b);
}

static void netgroups(void)
{
	static const char *const groups[] = {"hosts", "users", "all", "loop", "empty", "none", "strict", ""};
	static const struct {
		const char *group, *host, *user, *domain;
	} questions[] = {
		{"hosts", "a", NULL, NULL}, {"hosts", "A", NULL, NULL}, {"hosts", "b", NULL, NULL},
		{"hosts", "b.example.org", "any", "example.org"}, {"hosts", "b.example.org", "any", "other"},
		{"users", NULL, "ann", NULL}, {"users", "h", "ann", "d"}, {"users", NULL, "Ann", NULL},
		{"users", NULL, "bob", "dom"}, {"all", "c", "carl", "c.org"}, {"all", "a", NULL, NULL},
		{"all", "x", NULL, NULL}, {"loop", "m", NULL, NULL}, {"loop", "z", NULL, NULL},
		{"none", NULL, NULL, NULL}, {"empty", NULL, NULL, NULL}, {"strict", "h", NULL, NULL},
		{"strict", NULL, NULL, NULL}, {"hosts", NULL, NULL, NULL},
	};
	for (unsigned i = 0; i < sizeof groups / sizeof *groups; i++) {
		char *host, *user, *domain, lines[20][64];
		int n = 0;

		printf("%s %d\n", groups[i], setnetgrent(groups[i]));
		while (n < 20 && getnetgrent(&host, &user, &domain))
			snprintf(lines[n++], sizeof *lines, "(%s,%s,%s)", host ? host : "", user ? user : "",
				 domain ? domain : "");
		qsort(lines, n, sizeof *lines, by_text); /* groups come in any order */
		for (int j = 0; j < n; j++)
			printf("  %s\n", lines[j]);
		endnetgrent();
	}
	for (unsigned i = 0; i < sizeof questions / sizeof *questions; i++)
		printf("%u %d\n", i, innetgr(questions[i].group, questions[i].host, questions[i].user,
					     questions[i].domain));
	char *host, *user, *domain, buffer[64];
	setnetgrent("users");
	errno = 0;
	printf("small %d", getnetgrent_r(&host, &user, &domain, buffer, 2));
	printf(" %d\n", errno == ERANGE);
	endnetgrent();
	setnetgrent("users");
	printf("%d", getnetgrent_r(&host, &user, &domain, buffer, sizeof buffer));
	printf(" %d %s %d\n", host == NULL, user, domain == NULL);
	endnetgrent();
}

int main(void)
{
	enter();
	networks();
	services();
	protocols();
	rpc();
	netgroups();
	printf("%d %d %d %d\n", NETDB_INTERNAL, NETDB_SUCCESS, NSS_STATUS_TRYAGAIN, NSS_STATUS_RETURN);
	return 0;
}
