const char *a = "libc.so.6"; // want
const char *b = "/lib64/ld-linux-x86-64.so.2"; // want
const char *c = "libc.so"; /* libc.so.6 */
#define LIBC "libc.so.6" // want
