#!/bin/sh
# Installs the Debian packages that are missing, and does nothing where none is.
#
#   Scripts/setup.sh build    what `swift build` needs
#   Scripts/setup.sh test     what building and testing need (the default)
set -eu

group=${1:-test}
packages='libc6-dev:i386 libffi-dev:i386 libffi-dev libedit-dev git make'
case $group in
  build) ;;
  test)
    packages="$packages
      gcc g++ gfortran gcc-multilib g++-multilib gfortran-multilib
      zlib1g:i386 zlib1g liblapack3:i386 liblapack3 libsqlite3-0:i386 libsqlite3-0 libnlopt0:i386
      zlib1g-dev libsqlite3-dev libnlopt-dev
      libstdc++6:i386 libgfortran5:i386 libode8:i386 python3 python3-venv binutils dwz
      libc6-dbg:i386"
    ;;
  *)
    echo 'usage: Scripts/setup.sh [build|test]' >&2
    exit 64
    ;;
esac

fail() {
  echo "setup: $1" >&2
  exit 1
}

# The packages of the list that are not installed.
missing() {
  # dpkg-query fails where it does not know one, and still tells of the others.
  # shellcheck disable=SC2086
  known=$(dpkg-query -W -f '${Package}:${Architecture} ${db:Status-Status}\n' $packages 2>/dev/null) ||
    true
  for package in $packages; do
    case $package in
      *:*) name=$package ;;
      *) name=$package:$native ;;
    esac
    case $known in
      *"$name installed"*) ;;
      *) printf '%s ' "$package" ;;
    esac
  done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

command -v dpkg-query >/dev/null || fail "this is no Debian: install what stands for $packages"
native=$(dpkg --print-architecture)
[ "$native" = amd64 ] || fail "this machine is $native; amd64 is needed to run i386 programs"

absent=$(missing)
if [ -z "$absent" ]; then
  exit 0
fi

echo "setup: installing $absent"
if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
  fail 'packages are missing, and there is neither root nor sudo; run Scripts/setup.sh as root'
fi
if ! dpkg --print-foreign-architectures | grep -qx i386; then
  as_root dpkg --add-architecture i386
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -q -y --no-install-recommends -o Dpkg::Use-Pty=0 "$@" </dev/null >"$log" 2>&1
}

# What these packages depend on, themselves included, as NAME or NAME:ARCHITECTURE.
closure() {
  apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks \
    --no-replaces --no-enhances "$@" 2>/dev/null | grep '^[a-z0-9]' | sort -u
}

# A package that exists once for each architecture must have one version in all of them. Where one
# architecture's index is behind another's, the newest version that both can have is the one to
# install: prints NAME=VERSION and NAME:i386=VERSION for each such package that differs.
equal_versions() {
  foreign=
  for package in $packages; do
    case $package in *:i386) foreign="$foreign $package" ;; esac
  done
  # shellcheck disable=SC2086
  names=$(closure $foreign | sed -n 's/:i386$//p')
  # shellcheck disable=SC2046
  same=$(apt-cache show --no-all-versions $(printf '%s:i386 ' $names) 2>/dev/null |
    awk '/^Package: / { name = $2 } /^Multi-Arch: same$/ { print name }')
  {
    dpkg-query -W -f '${Package}:${Architecture}|${Version}|installed\n'
    # Newest first.
    # shellcheck disable=SC2046
    apt-cache madison $(printf "%s:i386 %s:$native " $(for name in $same; do
      echo "$name $name"
    done)) 2>/dev/null
    # shellcheck disable=SC2086
    closure $packages | sed 's/$/||needed/'
  } | tr -d ' ' | awk -F '|' -v native="$native" -v same="$same" '
    { name = $1 ~ /:/ ? $1 : $1 ":" native }
    $3 == "installed" { now[name] = $2; next }
    $3 == "needed" { needed[name] = 1; next }
    { offered[name] = offered[name] " " $2; has[name, $2] = 1 }
    END {
      count = split(same, names, "\n")
      for (i = 1; i <= count; i++) {
        foreign = names[i] ":i386"; own = names[i] ":" native
        split(offered[foreign], theirs, " "); split(offered[own], ours, " ")
        if (!(own in now) && !(own in needed)) continue
        if ((own in now ? now[own] : ours[1]) == theirs[1]) continue
        for (j = 1; j in theirs; j++) {
          if ((own, theirs[j]) in has) {
            print names[i] "=" theirs[j], foreign "=" theirs[j]
            break
          }
        }
      }
    }' | tr '\n' ' '
}

# One index that cannot be had does not matter as long as the others have the packages.
apt_get update || echo 'setup: apt-get update reported a failure; trying with what it has'

# shellcheck disable=SC2086
if ! apt_get install $absent; then
  equal=$(equal_versions)
  if [ -n "$equal" ]; then
    echo "setup: trying again with $equal"
    # shellcheck disable=SC2086
    apt_get install --allow-downgrades $equal $absent || true
  fi
fi

absent=$(missing)
if [ -n "$absent" ]; then
  grep -E '^(E|W):|Depends:|Breaks:' "$log" >&2 || tail -n 5 "$log" >&2
  fail "apt-get could not install $absent"
fi
