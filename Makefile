# Wildebeest: see README.md for the two commands.
export CGO_ENABLED = 0
GO      = go
TOOLS   = getconf getent wildebeest bootstrap
GOBUILD = $(GO) build -trimpath -buildvcs=false -ldflags='-s -w -buildid='
STATE   = var
STATICCHECK = $(GO) run honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: all stage3 test bench fuzz sysroot accuracy lint clean $(TOOLS)

all: $(TOOLS)

$(TOOLS):
	@$(GOBUILD) -o bin/$@ ./cmd/$@

# The main job: a stage3 chroot, and the report of who leans on libwildebeest.
stage3:
	@build/need stage3
	@$(MAKE) --no-print-directory all
	@bin/bootstrap stage2 --from debian --state $(STATE)
	@bin/bootstrap stage3 --state $(STATE)

test:
	@build/need stage3 test
	@$(MAKE) --no-print-directory all
	CGO_ENABLED=1 $(GO) test -race -timeout 40m ./...

# The headers of upstream musl that the scanner is derived from and measured against.
sysroot:
	@build/need accuracy
	@$(GO) run ./conformance/accuracy -state $(STATE)/accuracy sysroot

# The scanner against compilers and against the patches of musl distributions.
accuracy: sysroot
	@$(GO) run ./conformance/accuracy -state $(STATE)/accuracy compilers
	@$(GO) run ./conformance/accuracy -state $(STATE)/accuracy evidence
	@$(GO) run ./conformance/accuracy -state $(STATE)/accuracy speed

bench: all
	$(GO) test -run '^$$' -bench . ./...

lint:
	@out=$$(gofmt -s -l .); [ -z "$$out" ] || { echo "gofmt -s would change: $$out"; exit 1; }
	$(GO) vet ./...
	$(STATICCHECK) ./...

clean:
	rm -rf bin
