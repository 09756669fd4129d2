/* The project's header in place of the C library's, as systemd 262 has one. */
#ifndef PROJECT_SYS_PIDFD_H
#define PROJECT_SYS_PIDFD_H
#define PIDFD_SELF_PROJECT (-10000)
#endif
