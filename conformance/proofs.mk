# Targets of the Makefile that hold the project against its references at length.
.PHONY: accuracy systemd-tests elfutils-tests packages trials bench isolation fuzz cross dns fresh readme api matrix

# The scanner against programs that run, against compilers, against the patches of musl
# distributions, and against the clock. It builds 25 packages: half an hour the first time.
accuracy: sysroot
	@tools/need stage3 accuracy test
	$(GO) test -count=1 ./conformance/behaviour -args -write
	@for phase in headers compilers evidence speed; do \
	    $(GO) run ./conformance/accuracy -state $(STATE)/accuracy $$phase || exit; done

# A package's own tests, on musl and on the host's glibc: the table of both.
systemd-tests elfutils-tests:
	@tools/need stage3 $@
	@$(MAKE) --no-print-directory all
	@bin/bootstrap stage2 --from debian --state $(STATE)
	@$(GO) run ./conformance/$(@:-tests=) -state $(STATE)

# Packages, unpatched, without libwildebeest and with it: half an hour the first time.
packages: all
	@tools/need stage3
	@bin/bootstrap stage2 --from debian --state $(STATE)
	@$(GO) run ./conformance/packages -state $(STATE)

# Packages without a recipe, drafted and built: what the scan said of each beside the
# least that it is built with. What is proven is not built again; two hours the first time.
trials: all
	@tools/need stage3
	@bin/bootstrap stage2 --from debian --compiler 22 --state $(STATE)/verdict
	@$(GO) run ./conformance/trials -state $(STATE)/verdict

# With the ratio of libwildebeest's functions to glibc's; a million files to walk
# with WILDEBEEST_BENCH_FILES=1000000, in WILDEBEEST_BENCH_DIR if that is given.
bench: sysroot
	@tools/need stage3 test
	$(GO) test -run '^$$' -bench . ./...

# Every attack on the sandbox and on the driver, and the tables of what came of them.
isolation: sysroot
	@tools/need test
	$(GO) test -count=1 -run TestAttacks -v ./conformance/isolation -args -write
	$(GO) test -count=1 -timeout 30m ./conformance/isolation/driver -args -write

# Every fuzz target, 60 s each: Go's, then libFuzzer's of the modules.
fuzz: sysroot
	@tools/need test
	@tools/fuzz 60s
	WILDEBEEST_FUZZ=60s $(GO) test -count=1 -timeout 2h -run TestFuzz ./conformance/headers

# Every module on aarch64 and riscv64 in qemu, a part of test; builds musl for both once.
cross: sysroot
	@tools/need stage3 test
	$(GO) test -count=1 -timeout 30m -run TestOtherMachines -v ./conformance/headers

# Every module on every release of musl with every clang that is here, and the table.
matrix: sysroot
	@tools/need stage3 test matrix
	$(GO) run ./conformance/matrix -state $(STATE)

# Every combination of name servers' behaviours, of which test has a sample: half an hour.
dns:
	@tools/need stage3 test
	WILDEBEEST_DNS=all $(GO) test -count=1 -timeout 2h -v ./conformance/resolver

# Whether Debian testing has a newer musl, glibc or kernel than the tables.
fresh:
	@$(GO) run ./conformance/fresh -state $(STATE)

# The README's table of results, from what the others have committed, and its picture.
readme: all
	$(GO) test -count=1 -run 'TestResults|TestPicture' ./conformance/documents -args -write

# What the packages for embedders export, for a new version.
api:
	$(GO) test -count=1 -run TestAPI ./conformance/documents -args -write
