__asm__(".symver memcpy,memcpy@GLIBC_2.2.5"); // want
__asm__(".symver old_f,f@LIBFOO_1.0");
#ifdef __GLIBC__
__asm__(".symver memcpy,memcpy@GLIBC_2.2.5");
#endif
