package stage2

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"

	"github.com/serpent-os/wildebeest/bootstrap/source"
	"github.com/serpent-os/wildebeest/internal/archive"
)

// A PackageManager finds and fetches the packages of one release. It installs
// nothing on the machine and keeps its data below a directory of its own.
type PackageManager interface {
	// Update downloads the lists of packages anew.
	Update(ctx context.Context) error
	// Closure returns the packages that an empty system would install for roots.
	Closure(ctx context.Context, roots []string) ([]source.Package, error)
	// Download fetches packages, verified, and returns the directory of their files.
	Download(ctx context.Context, packages []source.Package) (dir string, err error)
	// Unpack extracts the file of one package below dir in the layout of a stage2
	// tree: everything in usr, symbolic links relative.
	Unpack(ctx context.Context, file, dir string) error
}

// Manager returns the package manager of a release, with its data below dir.
func (r Release) Manager(dir string) (PackageManager, error) {
	switch r.Distribution {
	case "debian":
		return r.debian(dir)
	}
	return nil, fmt.Errorf("%v: no package manager for %s is known", r, r.Distribution)
}

// debianPackages are Debian's, through the machine's apt and dpkg-deb.
type debianPackages struct{ *source.Apt }

func (r Release) debian(dir string) (PackageManager, error) {
	apt := source.FindApt(dir)
	if apt == nil {
		return nil, errors.New("this machine has no apt; use `bootstrap stage3 --stage2 DIR` with a tree of your own")
	}
	own, err := machineRelease(r.Distribution, osRelease)
	if err == nil && own.Codename == r.Codename {
		return debianPackages{apt}, nil
	}
	return debianPackages{&source.Apt{Dir: filepath.Join(dir, "suites", r.Codename), Suite: r.Codename}}, nil
}

// Unpack extracts a .deb.
func (debianPackages) Unpack(ctx context.Context, file, dir string) error {
	command := exec.CommandContext(ctx, "dpkg-deb", "--fsys-tarfile", file)
	plain, err := command.StdoutPipe()
	if err != nil {
		return err
	}
	if err := command.Start(); err != nil {
		return err
	}
	_, err = archive.Extract(filepath.Base(file), plain, dir, archive.Extraction{Rewrite: intoPrefix, Merge: true})
	if waited := command.Wait(); err == nil && waited != nil {
		err = fmt.Errorf("dpkg-deb: %w", waited)
	}
	return err
}
