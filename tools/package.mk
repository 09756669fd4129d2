# Targets of the Makefile that make a package of the project itself.
.PHONY: install release image

PREFIX ?= /usr/local

# Programs, manual pages and completions, below DESTDIR and PREFIX.
install: all
	@tools/install "$(DESTDIR)$(PREFIX)"

# Static tarballs of ARCHES (amd64 arm64 riscv64), their modules and hashes, in dist/.
release: all
	@tools/need release
	@tools/release

# An OCI image of the programs for ARCHES, as a layout in dist/image.
image:
	@tools/need release
	@tools/image
