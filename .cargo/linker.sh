#!/bin/sh
# The linker on Linux: the system's C compiler. On a machine that has only Rust, nothing can be built without it, not even
# the program that would install it; so it is installed here, after saying what and why.
if ! command -v cc >/dev/null 2>&1; then
    say() { { echo "$1" >/dev/tty; } 2>/dev/null || echo "$1" >&2; }
    if ! command -v apt-get >/dev/null 2>&1; then
        say "Rust needs a C compiler to link programs. Install gcc and try again."
        exit 1
    fi
    say "Waymark needs the system package build-essential: the C compiler and linker, which Rust needs. Installing it with apt-get."
    as_root=""
    [ "$(id -u)" = 0 ] || as_root="sudo"
    export DEBIAN_FRONTEND=noninteractive
    { $as_root apt-get update -qq && $as_root apt-get install -y -qq --no-install-recommends build-essential; } >/dev/null || exit 1
fi
exec cc "$@"
