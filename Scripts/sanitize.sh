#!/bin/sh
# Runs the suites and the soak with a sanitizer each.
#
#   Scripts/sanitize.sh [address|thread…]     both by default
#
# What runs in the sanitized process is the controller, and the helper's Swift and C in process; the
# helpers that it starts are the ordinary ones. SUITES is a pattern of the suites that run. Left out
# are those that start other builds or sanitized programs of their own (commands, examples, the
# generator), whose code has no threads and no unsafe memory.
set -eu
cd "$(dirname "$0")/.."

[ $# -gt 0 ] || set -- address thread
SUITES=${SUITES:-'ArchBridge(Wire|ABI|Codable|ObjectFiles|Server|Transport)?Tests'}
# Foundation keeps a little of each process that it starts.
export ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=0
export TSAN_OPTIONS="halt_on_error=0 exitcode=66 suppressions=$PWD/Scripts/sanitize-thread.txt"

for sanitizer in "$@"; do
  echo "sanitize: $sanitizer"
  folder=.build/sanitize/$sanitizer
  nice -n 19 swift build --package-path Benchmarks --scratch-path "$folder/soak" \
    --product archbridge-soak --sanitize="$sanitizer"
  nice -n 19 "$folder/soak/debug/archbridge-soak" "$PWD/.build/fixtures" --quick --sanitized
  CI=true nice -n 19 swift test --scratch-path "$folder/suites" --sanitize="$sanitizer" \
    --no-parallel --filter "^$SUITES\\."
done
