#!/bin/sh
# Runs `swift test` with the arguments that are given; what has failed is printed once more at the
# end, where it is found.
#
# A test's time limit counts from where it is begun: few are at the same time.
set -eu
cd "$(dirname "$0")/.."

mkdir -p .build
log=.build/tests.log
status=.build/tests.status
# It has failed unless it says otherwise, whatever ends it.
echo 1 >$status
{
  SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 swift test "$@" 2>&1 && echo 0 >$status || echo 1 >$status
} | tee $log
[ "$(cat $status)" = 0 ] && exit
printf '\nWhat failed:\n'
grep -aE -A 2 '✘ Test|: error: |Fatal error' $log | tail -n 100
exit 1
