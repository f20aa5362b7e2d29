#!/bin/sh
# Runs the modules' suites with AddressSanitizer, or for `soak` a short soak.
#
# What is sanitized is the controller, and the helper's Swift and C where they run in process; the
# helpers that it starts are the ordinary ones. SUITES is a pattern of the suites that run: those that
# start programs and builds of their own (commands, examples, the generator) are left out.
#
# ThreadSanitizer is of no use here: it does not see the standard library's `Mutex`, which is a futex
# of its own on Linux, and takes whatever one protects for a race.
set -eu
cd "$(dirname "$0")/.."

folder=.build/sanitize
suites=${SUITES:-'ArchBridge(Wire|ABI|Codable|ObjectFiles|Server|Transport)?Tests'}
# The depth of a stack is not told from the fake one of detect_stack_use_after_return. Foundation keeps
# a little of each process that it starts, and building starts some.
export ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0

if [ "${1:-suites}" = soak ]; then
  nice -n 19 swift build --package-path Benchmarks --scratch-path $folder/soak \
    --product archbridge-soak --sanitize=address
  exec nice -n 19 $folder/soak/debug/archbridge-soak "$PWD/.build/fixtures" --quick --sanitized
fi
# The sanitizer ends a process that opens a library with RTLD_DEEPBIND, as the first that is left out
# does; its frames fill a stack sooner than the 200 levels of the second; it keeps what is given back,
# which the third take for a leak; and it needs more addresses than the last leaves it.
CI=true nice -n 19 Scripts/run-tests.sh \
  --scratch-path $folder/suites --sanitize=address --filter "^$suites\\." \
  --skip 'a library loads with any flags' --skip 'calls nest to any depth' \
  --skip 'leave nothing behind' --skip 'addresses may be fewer than the memory has'
