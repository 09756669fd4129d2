#include <unistd.h>
static const char ours[] = "ab:", *other = "+";
int f(int argc, char **argv) { return getopt(argc, argv, ours); } // want
int g(int argc, char **argv) { return getopt(argc, argv, other); }
