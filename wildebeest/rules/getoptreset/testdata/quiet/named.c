#include <unistd.h>
#define ORDER "+v"
static const char ours[] = "+ab:";
int f(int argc, char **argv) { return getopt(argc, argv, ours) + getopt(argc, argv, ORDER); }
int g(int argc, char **argv) { return getopt(argc, argv, "-ab:"); }
