package getconf_test

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// release is a release of musl: upstream's tarball, which Debian has unchanged.
type release struct{ version, sha256 string }

var releases = []release{
	{"1.2.3", "7d5b0b6062521e4627e099e4c9dc8248d32a30285e959b7eecaa780cf8cfd4a4"},
	{"1.2.5", "a9a118bbe84d8764da0ea0d28b3ab3fae8477fc7e4085d90102b8596fc7c75e4"},
}

// muslSource unpacks a release below dir and returns its directory.
func muslSource(t *testing.T, r release, dir string) string {
	t.Helper()
	tarball, err := fetch(r)
	if err != nil {
		lacking(t, "the source of musl %s cannot be had: %v", r.version, err)
	}
	if out, err := exec.Command("tar", "-xf", tarball, "-C", dir).CombinedOutput(); err != nil {
		t.Fatalf("tar: %v %s", err, out)
	}
	return filepath.Join(dir, "musl-"+r.version)
}

// fetch returns the tarball from the cache, or downloads it into it.
func fetch(r release) (string, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		cache = os.TempDir()
	}
	cache = filepath.Join(cache, "wildebeest")
	name := filepath.Join(cache, "musl-"+r.version+".tar.gz")
	if content, err := os.ReadFile(name); err == nil && sum(content) == r.sha256 {
		return name, nil
	}
	var failed []string
	client := http.Client{Timeout: 2 * time.Minute}
	for _, url := range []string{
		"http://deb.debian.org/debian/pool/main/m/musl/musl_" + r.version + ".orig.tar.gz",
		"https://musl.libc.org/releases/musl-" + r.version + ".tar.gz",
	} {
		content, err := get(&client, url)
		if err == nil && sum(content) != r.sha256 {
			err = fmt.Errorf("%s: the SHA-256 is not that of the release", url)
		}
		if err != nil {
			failed = append(failed, err.Error())
			continue
		}
		// Renamed into place: another run may be reading.
		os.MkdirAll(cache, 0o755)
		part := fmt.Sprintf("%s.%d", name, os.Getpid())
		if err := os.WriteFile(part, content, 0o644); err != nil {
			return "", err
		}
		return name, os.Rename(part, name)
	}
	return "", fmt.Errorf("%s", strings.Join(failed, "; "))
}

func get(client *http.Client, url string) ([]byte, error) {
	answer, err := client.Get(url)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s: %s", url, answer.Status)
	}
	return io.ReadAll(io.LimitReader(answer.Body, 16<<20))
}

func sum(content []byte) string {
	hash := sha256.Sum256(content)
	return hex.EncodeToString(hash[:])
}

// parts are the files of musl that the referee needs: a few of them build in
// seconds, all of them in minutes. What is missing fails to link or to run.
var parts = strings.Fields(`conf/confstr conf/fpathconf conf/pathconf conf/sysconf env/__environ env/__init_tls
	env/__libc_start_main errno/__errno_location errno/strerror exit/_Exit exit/exit internal/defsysinfo internal/libc
	internal/syscall_ret linux/sysinfo locale/__lctrans locale/c_locale math/__fpclassifyl math/__signbitl math/frexpl
	misc/getauxval misc/getrlimit multibyte/wcrtomb multibyte/wctomb stdio/__lockfile stdio/__stdio_exit stdio/__towrite
	stdio/fwrite stdio/ofl stdio/snprintf stdio/vfprintf stdio/vsnprintf string/memchr string/memcpy string/memset
	string/strlen string/strnlen thread/__lock thread/__set_thread_area thread/__syscall_cp thread/default_attr unistd/write`)

// target is a machine to build musl and the referee for.
type target struct {
	goarch, triple, arch string // Go's name, clang's, musl's
	flags                []string
	linker               string
	qemu                 string // the end of the emulator's name; "" runs natively
}

// buildReferee builds testdata/referee.c with clang and a static musl.
func buildReferee(t *testing.T, source string, to target) string {
	t.Helper()
	need(t, "clang")
	need(t, "llvm-ar")
	need(t, "make")
	dir := t.TempDir()
	compiler := append([]string{"clang", "--target=" + to.triple}, to.flags...)
	var generic, special []string
	for _, part := range parts {
		generic = append(generic, source+"/src/"+part+".c")
		special = append(special, source+"/src/"+filepath.Dir(part)+"/"+to.arch+"/"+filepath.Base(part)+".[csS]")
	}
	command(t, dir, "make", "-j2", "-f", source+"/Makefile", "srcdir="+source, "ARCH="+to.arch, "CC="+strings.Join(compiler, " "),
		"AR=llvm-ar", "RANLIB=llvm-ranlib", "BASE_GLOBS="+strings.Join(generic, " ")+" "+source+"/crt/crt1.c",
		"ARCH_GLOBS="+strings.Join(special, " "), "lib/libc.a", "lib/crt1.o")
	if err := writeConstants(dir, source+"/include/unistd.h"); err != nil {
		t.Fatal(err)
	}
	here, err := filepath.Abs("testdata/referee.c")
	if err != nil {
		t.Fatal(err)
	}
	command(t, dir, append(compiler, "-Os", "-nostdinc", "-D_LARGEFILE64_SOURCE", "-I", dir, "-I", source+"/arch/"+to.arch,
		"-I", source+"/arch/generic", "-I", "obj/include", "-I", source+"/include", "-c", here, "-o", "referee.o")...)
	// Functions of the compiler's library for long double stay unresolved.
	command(t, dir, need(t, to.linker), "-static", "--unresolved-symbols=ignore-all", "-z", "noexecstack", "-o", "referee",
		"lib/crt1.o", "referee.o", "lib/libc.a")
	return filepath.Join(dir, "referee")
}

func command(t *testing.T, dir string, line ...string) {
	t.Helper()
	cmd := exec.Command(line[0], line[1:]...)
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", line[0], err, out)
	}
}
