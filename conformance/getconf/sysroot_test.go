package getconf_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/serpent-os/wildebeest/internal/fetch"
	"github.com/serpent-os/wildebeest/musl"
)

// muslSource unpacks a release below dir and returns its directory.
func muslSource(t *testing.T, r musl.Release, dir string) string {
	t.Helper()
	source, err := r.Source(t.Context(), fetch.UserCache(), dir)
	if err != nil {
		lacking(t, "%v", err)
	}
	return source
}

// parts are the files of musl that the referee needs: a few of them build in
// seconds, all of them in minutes. What is missing fails to link or to run.
var parts = strings.Fields(`conf/confstr conf/fpathconf conf/pathconf conf/sysconf env/__environ env/__init_tls
	env/__libc_start_main errno/__errno_location errno/strerror exit/_Exit exit/exit internal/defsysinfo internal/libc
	internal/syscall_ret linux/sysinfo locale/__lctrans locale/c_locale math/__fpclassifyl math/__signbitl math/frexpl
	misc/getauxval misc/getrlimit multibyte/wcrtomb multibyte/wctomb stdio/__lockfile stdio/__stdio_exit stdio/__towrite
	stdio/fwrite stdio/ofl stdio/snprintf stdio/vfprintf stdio/vsnprintf string/memchr string/memcpy string/memset
	string/strlen string/strnlen thread/__lock thread/__set_thread_area thread/__syscall_cp thread/default_attr unistd/write`)

// buildReferee builds testdata/referee.c with clang and a static musl.
func buildReferee(t *testing.T, source string, m musl.Machine) string {
	t.Helper()
	need(t, "clang")
	need(t, "llvm-ar")
	need(t, "make")
	dir := t.TempDir()
	compiler := m.Compiler()
	var generic, special []string
	for _, part := range parts {
		generic = append(generic, source+"/src/"+part+".c")
		special = append(special, source+"/src/"+filepath.Dir(part)+"/"+m.Musl+"/"+filepath.Base(part)+".[csS]")
	}
	command(t, dir, "make", "-j2", "-f", source+"/Makefile", "srcdir="+source, "ARCH="+m.Musl, "CC="+strings.Join(compiler, " "),
		"AR=llvm-ar", "RANLIB=llvm-ranlib", "BASE_GLOBS="+strings.Join(generic, " ")+" "+source+"/crt/crt1.c",
		"ARCH_GLOBS="+strings.Join(special, " "), "lib/libc.a", "lib/crt1.o")
	if err := writeConstants(dir, source+"/include/unistd.h"); err != nil {
		t.Fatal(err)
	}
	here, err := filepath.Abs("testdata/referee.c")
	if err != nil {
		t.Fatal(err)
	}
	command(t, dir, append(compiler, "-Os", "-nostdinc", "-D_LARGEFILE64_SOURCE", "-I", dir, "-I", source+"/arch/"+m.Musl,
		"-I", source+"/arch/generic", "-I", "obj/include", "-I", source+"/include", "-c", here, "-o", "referee.o")...)
	// Functions of the compiler's library for long double stay unresolved.
	command(t, dir, linkerFor(t, m, filepath.Join(dir, "referee.o")), "-static", "--unresolved-symbols=ignore-all", "-z", "noexecstack", "-o", "referee",
		"lib/crt1.o", "referee.o", "lib/libc.a")
	return filepath.Join(dir, "referee")
}

// linkerFor is a linker that takes the machine's object file: lld, or binutils'
// for a machine that lld does not know.
func linkerFor(t *testing.T, m musl.Machine, object string) string {
	t.Helper()
	lld := need(t, "ld.lld")
	if exec.Command(lld, "-r", "-o", filepath.Join(t.TempDir(), "linked.o"), object).Run() == nil {
		return lld
	}
	return need(t, m.GNU+"-ld")
}

func command(t *testing.T, dir string, line ...string) {
	t.Helper()
	cmd := exec.Command(line[0], line[1:]...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", line[0], err, out)
	}
}
