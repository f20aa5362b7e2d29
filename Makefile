# Every target works alone on a fresh machine: it sets up and builds what it needs.
PREFIX ?= /usr/local
DESTDIR ?=

swift_sources := Package.swift Sources Tests Plugins Examples Benchmarks/Package.swift \
  Benchmarks/Sources Fuzz/Package.swift Fuzz/Sources/fuzz fixtures/headers

.PHONY: demo test fuzz soak soak-checks sanitize sanitize-soak bench bench-floors bench-waiting bench-counts \
  bench-programs format lint regenerate install fixtures setup clean

# Shows the main job on real libraries.
demo: fixtures
	@swift build --product archbridge-demo
	@.build/debug/archbridge-demo

# Builds everything and runs every test.
test: fixtures
	@Scripts/setup-python.sh
	swift build
	@Scripts/run-tests.sh
	@Scripts/test-package.sh

# Tries inputs on every reader of bytes for FUZZ_SECONDS in all, 120 unless it is said.
fuzz: fixtures
	swift build -c release --package-path Fuzz --scratch-path .build/fuzz/swift
	@Fuzz/run

# Kills helpers, scribbles into shared memory, opens and closes sessions, drains output, and tries
# inputs: prints tables, and fails where anything breaks or leaks.
soak: soak-program fuzz
	@$(soak)

# Each kind of trouble made on purpose: what the soak would not see fails here.
soak-checks: soak-program
	@for what in answer time descriptors threads memory processes output; do \
	  if $(soak) --quick --spoil $$what >.build/soak.log 2>&1; then \
	    echo "soak: $$what that is wrong is not seen" >&2; exit 1; fi; \
	  grep -q "^  $$what:" .build/soak.log || { cat .build/soak.log; exit 1; }; done
	@echo 'soak: every check can fail'

soak := .build/bench/swift/release/archbridge-soak $(CURDIR)/.build/fixtures
.PHONY: soak-program
soak-program: fixtures
	swift build -c release --package-path Benchmarks --scratch-path .build/bench/swift \
	  --product archbridge-soak

# The suites with AddressSanitizer. The i386 helper stays as it is.
sanitize: fixtures
	@Scripts/sanitize.sh

# A short soak with it.
sanitize-soak: fixtures
	@Scripts/sanitize.sh soak

# Measures ArchBridge beside a C program that does no more than it must. ROWS="hot_call close"
# measures these alone.
bench: bench-programs
	@$(bench) rows .build/bench.json $(ROWS)

# The C programs alone, also for what ArchBridge does not have.
bench-floors: bench-programs
	@$(bench) floors $(ROWS)

# Which way of waiting for the other process is the best here, in C.
bench-waiting: bench-programs
	@$(bench) waiting

# Counts the system calls and allocations of a call; fails where a prepared one has any.
bench-counts: bench-programs
	@.build/bench/counted env LD_PRELOAD=$(CURDIR)/.build/bench/allocations.x86_64.so $(bench) counts

bench := .build/bench/swift/release/archbridge-bench $(CURDIR)/.build/bench
bench-programs: setup
	@$(MAKE) --no-print-directory -s -C Benchmarks OUTPUT=$(CURDIR)/.build/bench
	swift build --product archbridge
	@.build/debug/archbridge build-server Benchmarks/Server/BenchServer.swift -o .build/bench/server
	swift build -c release --package-path Benchmarks --scratch-path .build/bench/swift

format:
	swift format --in-place --parallel --recursive $(wildcard $(swift_sources))

lint:
	swift format lint --strict --parallel --recursive $(wildcard $(swift_sources))

# Writes the committed clients again: those of the examples, and of fixtures/headers.
regenerate: setup
	ARCHBRIDGE_REGENERATE=1 swift test --filter GeneratedSourceTests

# Puts `archbridge` into $(PREFIX)/bin; it needs no Swift to run.
install:
	@Scripts/setup.sh build
	swift build --configuration release --static-swift-stdlib --product archbridge
	install -D -m 755 .build/release/archbridge $(DESTDIR)$(PREFIX)/bin/archbridge

# The libraries that the tests and the demo call, for both architectures.
fixtures: setup
	@$(MAKE) --no-print-directory -s -C fixtures/libraries

# Installs the Debian packages that are missing.
setup:
	@Scripts/setup.sh test

clean:
	rm -rf .build
