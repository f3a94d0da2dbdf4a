#!/bin/sh
# Makes .venv in this folder and installs what requirements/dev.lock names, and alignplan itself, into it.
# Nothing outside the folder is written: no package cache, no tool of the user's. PYTHON=… picks the interpreter.
set -eu

cd "$(dirname "$0")/.."
here=$(pwd -P)
venv=.venv
stamp=$venv/.ready

fail() {
  rm -f "$stamp"
  printf 'set-up: %s\n' "$1" >&2
  exit 1
}

new_enough() {
  "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

# Prints the interpreter to use: $PYTHON, or the first on PATH that is new enough.
find_python() {
  if [ -n "${PYTHON:-}" ]; then
    new_enough "$PYTHON" || fail "PYTHON=$PYTHON is not a Python 3.11 or newer"
    printf '%s\n' "$PYTHON"
    return
  fi
  for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
    if new_enough "$name"; then
      printf '%s\n' "$name"
      return
    fi
  done
  fail "no Python 3.11 or newer on PATH; install one, or name it: make PYTHON=/path/to/python3"
}

# An environment that was copied here with the folder still points to where it came from.
usable() {
  [ -x "$venv/bin/python" ] && new_enough "$venv/bin/python" || return 1
  has_pip || command -v uv >/dev/null 2>&1 || return 1
  [ ! -e "$venv/.home" ] || [ "$(cat "$venv/.home")" = "$here" ]
}

has_pip() {
  "$venv/bin/python" -m pip --version >/dev/null 2>&1
}

# By Python's own venv; without it (Debian leaves it out) by uv or virtualenv.
make_venv() {
  python=$(find_python) || exit 1
  rm -rf "$venv"
  "$python" -m venv "$venv" >/dev/null 2>&1 && has_pip && return
  rm -rf "$venv"
  if command -v uv >/dev/null 2>&1; then
    uv venv --quiet --no-cache --no-project --python "$python" "$venv" && return
  elif command -v virtualenv >/dev/null 2>&1; then
    mkdir "$venv"
    virtualenv --quiet --no-download --no-periodic-update --app-data "$venv/.data" --python "$python" "$venv" && return
  elif "$python" -m virtualenv --version >/dev/null 2>&1; then
    mkdir "$venv"
    "$python" -m virtualenv --quiet --no-download --no-periodic-update --app-data "$venv/.data" "$venv" && return
  fi
  rm -rf "$venv"
  fail "$python cannot make an environment; install python3-venv (Debian: apt install python3-venv), uv or virtualenv"
}

install_locked() {
  if has_pip; then
    "$venv/bin/python" -m pip install --quiet --no-cache-dir --disable-pip-version-check \
      --require-hashes -r requirements/dev.lock
  else
    uv pip install --quiet --no-cache --no-config --python "$venv/bin/python" \
      --require-hashes -r requirements/dev.lock
  fi
}

install_alignplan() {
  "$venv/bin/python" -m pip install --quiet --no-cache-dir --disable-pip-version-check \
    --no-index --no-deps --no-build-isolation --editable .
}

# The user's pip settings hold (mirror, certificate, proxy), but not those that would install somewhere else.
unset PIP_TARGET PIP_PREFIX PIP_ROOT PIP_PYTHON PYTHONHOME PYTHONPATH
PIP_USER=0
export PIP_USER

echo "Setting up $here/$venv from requirements/dev.lock …"
usable || make_venv
rm -rf "$venv/.data"
printf '%s\n' "$here" >"$venv/.home"
install_locked || fail "the packages of requirements/dev.lock could not be installed (see above)"
install_alignplan || fail "alignplan itself could not be installed (see above)"
date >"$stamp"
