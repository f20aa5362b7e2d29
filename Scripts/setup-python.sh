#!/bin/sh
# Makes .build/python, a virtual environment with the cbor2 that the tests compare against.
# Does nothing where it is there already.
set -eu

root=$(CDPATH= cd -- "$(dirname -- "$0")/.." && pwd)
environment="$root/.build/python"

if "$environment/bin/python3" -c 'import cbor2' 2>/dev/null; then
  exit 0
fi

if ! command -v python3 >/dev/null; then
  echo 'setup-python: python3 is missing: apt-get install python3 python3-venv' >&2
  exit 1
fi
if ! python3 -c 'import venv, ensurepip' 2>/dev/null; then
  echo 'setup-python: venv is missing: apt-get install python3-venv' >&2
  exit 1
fi

# Half an environment would look like a whole one to the tests.
trap 'rm -rf "$environment"' EXIT
python3 -m venv --clear "$environment"
"$environment/bin/python3" -m pip install --quiet --disable-pip-version-check 'cbor2==5.*'
trap - EXIT
